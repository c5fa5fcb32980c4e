import {Button, makeStyles, tokens} from '@fluentui/react-components'
import {DocumentSearch32Regular} from '@fluentui/react-icons/svg/document-search'
import {Wand20Regular} from '@fluentui/react-icons/svg/wand'
import {lazy, Suspense, useMemo, useState, type ReactElement} from 'react'
import type {Finding} from '../../../shared/lint/finding.js'
import {countSeverities, inScope} from '../state/arrange-findings.js'
import {safeChanges} from '../state/edit-session.js'
import {BusyBar, BusyPanel} from './busy-panel.js'
import {Centered} from './centered.js'
import {CommandBar} from './command-bar.js'
import {EmptyPanel} from './empty-panel.js'
import {FilterBar} from './filter-bar.js'
import {FindingsList, focusList} from './findings-list.js'
import {useFindingsView} from './findings-view.js'
import {NoticeBar} from './notice-bar.js'
import {usePane, usePaneState, useSpeech} from './pane-context.js'
import {ProblemPanel} from './problem-panel.js'
import {StatusFooter} from './status-footer.js'

const ProblemBar = lazy(() => import('./problem-bar.js'))
const IgnoreDialog = lazy(() => import('./ignore-dialog.js'))

const useStyles = makeStyles({
  page: {display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0},
  head: {display: 'flex', flexDirection: 'column', flexShrink: 0, maxHeight: '60%'},
  body: {display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, overflowY: 'auto'},
  offer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '6px 12px',
    backgroundColor: tokens.colorBrandBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`
  },
  offerText: {flexGrow: 1, flexBasis: '120px', color: tokens.colorNeutralForeground1},
  offerIcon: {display: 'inline-flex', color: tokens.colorBrandForeground1}
})

/** The pane's main page: commands, filter, findings, and the states in which there are none. */
export function FindingsPage(): ReactElement {
  const styles = useStyles()
  const {t} = useSpeech()
  const state = usePaneState((all) => all)
  const {outcome, scope, sheets, activity, problem} = state
  const findings = useMemo(() => inScope({outcome, scope, sheets} as typeof state), [outcome, scope, sheets])
  const view = useFindingsView(findings)
  const [ignoring, setIgnoring] = useState<{finding: Finding; open: boolean; time: number}>()
  const busy = activity.kind === 'checking' && !activity.quiet
  const counts = countSeverities(findings)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <CommandBar />
        {busy && outcome && <BusyBar />}
        <NoticeBar />
        {problem && outcome && (
          <Suspense>
            <ProblemBar problem={problem} />
          </Suspense>
        )}
      </header>
      <main className={styles.body}>
        <h1 className="visually-hidden">{t('product')}</h1>
        <p className="visually-hidden" role="status">
          {busy
            ? t('checking')
            : outcome &&
              t('summary', {
                total: findings.length,
                errors: counts.error,
                warnings: counts.warning,
                infos: counts.info
              })}
        </p>
        {outcome && findings.length > 0 ? (
          <>
            <FilterBar findings={findings} view={view} />
            <SafeFixOffer findings={view.shown} />
            {view.shown.length === 0 ? (
              <Centered
                picture={<DocumentSearch32Regular />}
                title={t('nothingFits')}
                text={t('nothingFitsHint')}
                actions={<Button onClick={view.clearFilter}>{t('clearFilter')}</Button>}
              />
            ) : (
              <FindingsList
                view={view}
                onIgnore={(finding) => setIgnoring({finding, open: true, time: (ignoring?.time ?? 0) + 1})}
              />
            )}
          </>
        ) : outcome ? (
          <EmptyPanel outcome={outcome} />
        ) : busy ? (
          <BusyPanel />
        ) : problem ? (
          <ProblemPanel problem={problem} />
        ) : (
          <NotChecked />
        )}
      </main>
      <StatusFooter />
      {ignoring && (
        // It stays when it is closed: taken away while open, it would leave the pane hidden from readers of the screen.
        <Suspense>
          <IgnoreDialog
            key={ignoring.time}
            finding={ignoring.finding}
            open={ignoring.open}
            onClose={() => {
              setIgnoring({...ignoring, open: false})
              focusList()
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

function NotChecked(): ReactElement {
  const {pane} = usePane()
  const {t} = useSpeech()
  return (
    <Centered
      picture={<DocumentSearch32Regular />}
      title={t('firstTitle')}
      actions={
        <Button appearance="primary" onClick={() => void pane.check()}>
          {t('firstStart')}
        </Button>
      }
    />
  )
}

function SafeFixOffer({findings}: {findings: Finding[]}): ReactElement | undefined {
  const styles = useStyles()
  const {pane} = usePane()
  const {t} = useSpeech()
  const writing = usePaneState(({activity}) => activity.kind === 'writing')
  const count = useMemo(() => safeChanges(findings).length, [findings])
  if (count === 0) return undefined
  return (
    <div className={styles.offer}>
      <span className={styles.offerIcon} aria-hidden>
        <Wand20Regular />
      </span>
      <span className={styles.offerText}>{t('safeFixOffer', {count})}</span>
      <Button size="small" disabledFocusable={writing} onClick={() => void pane.applySafeFixes(findings)}>
        {t('fixAllSafe')}
      </Button>
    </div>
  )
}
