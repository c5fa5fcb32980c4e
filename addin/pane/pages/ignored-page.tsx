import {Button, Link, makeStyles, tokens, typographyStyles} from '@fluentui/react-components'
import {EyeOff32Regular} from '@fluentui/react-icons/svg/eye-off'
import type {ReactElement} from 'react'
import type {Suppression} from '../../../shared/lint/suppressions.js'
import {quoteText} from '../../../shared/workbook/plain-text.js'
import {Centered} from '../components/centered.js'
import {usePane, usePaneState, useSpeech} from '../components/pane-context.js'
import {titleOf} from '../components/rule-titles.js'
import {unusedSuppressions} from '../state/pane-state.js'
import {Page} from './page.js'

const useStyles = makeStyles({
  list: {margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '8px'},
  item: {
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    overflowWrap: 'anywhere'
  },
  head: {display: 'flex', alignItems: 'flex-start', gap: '8px'},
  title: {...typographyStyles.body1Strong, flexGrow: 1, minWidth: 0},
  caption: {...typographyStyles.caption1, color: tokens.colorNeutralForeground3},
  heading: {margin: 0, ...typographyStyles.body1Strong},
  actions: {display: 'flex', flexWrap: 'wrap', gap: '8px'}
})

/** Every decision to ignore, its reason, what it covers now, and the way back. */
export default function IgnoredPage(): ReactElement {
  const styles = useStyles()
  const {pane, open} = usePane()
  const {t, pick} = useSpeech()
  const state = usePaneState((all) => all)
  const {suppressions, outcome} = state
  const unused = unusedSuppressions(state)
  const notes = outcome?.notes ?? {unused: [], problems: []}
  const byNotes = outcome?.findings.filter(({suppressed}) => suppressed?.by === 'note') ?? []
  return (
    <Page title={t('ignoredList')} onBack={() => open({name: 'findings'})}>
      {suppressions.length + byNotes.length + notes.unused.length + notes.problems.length === 0 && (
        <Centered picture={<EyeOff32Regular />} title={t('ignoredNone')} text={t('ignoredNoneHint')} />
      )}
      {suppressions.length > 0 && (
        <>
          <div className={styles.actions}>
            <Button size="small" onClick={() => void pane.restore(suppressions)}>
              {t('restoreAll')}
            </Button>
            {unused.length > 0 && (
              <Button size="small" onClick={() => void pane.restore(unused)}>
                {t('removeUnused', {count: unused.length})}
              </Button>
            )}
          </div>
          <ul className={styles.list}>
            {suppressions.map((suppression, index) => (
              <Item
                key={index}
                suppression={suppression}
                uses={outcome?.suppressionUses[index]}
                unused={unused.includes(suppression)}
              />
            ))}
          </ul>
        </>
      )}
      {byNotes.length > 0 && (
        <>
          <h2 className={styles.heading}>{t('ignoredByNote')}</h2>
          <ul className={styles.list}>
            {byNotes.map(({ruleId, sheet, range, suppressed}) => (
              <li key={`${ruleId} ${sheet}!${range}`} className={styles.item}>
                <RuleName id={ruleId} />
                <Place sheet={sheet} cell={range} />
                <span>{t('reasonIs', {reason: suppressed?.reason ?? ''})}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.unused.length + notes.problems.length > 0 && (
        <>
          <h2 className={styles.heading}>{t('notesWithoutUse')}</h2>
          <span className={styles.caption}>{t('notesWithoutUseHint')}</span>
          <ul className={styles.list}>
            {notes.unused.map(({sheet, cell, rule, reason}) => (
              <li key={`${sheet}!${cell} ${rule}`} className={styles.item}>
                <span className={styles.title}>{rule === '*' ? t('everyRule') : pick(titleOf(rule))}</span>
                <Place sheet={sheet} cell={cell} />
                <span>{t('reasonIs', {reason})}</span>
                <span className={styles.caption}>{t('noteUnused')}</span>
              </li>
            ))}
            {notes.problems.map(({sheet, cell, text}) => (
              <li key={`${sheet}!${cell} ${text.en}`} className={styles.item}>
                <span className={styles.title}>{t('noteWrong')}</span>
                <Place sheet={sheet} cell={cell} />
                <span>{pick(text)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

/** A cell to go to. */
function Place({sheet, cell}: {sheet: string; cell: string}): ReactElement {
  const {pane} = usePane()
  const {t} = useSpeech()
  const place = `${sheet} ${cell}`
  return (
    <span>
      <Link
        inline
        as="button"
        aria-label={t('goTo', {place})}
        onClick={() => void pane.goTo({sheet, range: cell})}
      >
        {place}
      </Link>
    </span>
  )
}

function RuleName({id}: {id: string}): ReactElement {
  const styles = useStyles()
  const {pick} = useSpeech()
  return <span className={styles.title}>{pick(titleOf(id))}</span>
}

function Item({
  suppression,
  uses,
  unused
}: {
  suppression: Suppression
  uses: number | undefined
  unused: boolean
}): ReactElement {
  const styles = useStyles()
  const {pane} = usePane()
  const {t} = useSpeech()
  const {rule, sheet, range, text, reason} = suppression
  const place =
    sheet === undefined
      ? t('everySheet')
      : range === undefined
        ? `${sheet} · ${t('wholeSheet')}`
        : `${sheet} ${range}`
  // Nothing comes back when a decision that covers nothing is taken back.
  const action = t(unused ? 'remove' : 'restore')
  return (
    <li className={styles.item}>
      <span className={styles.head}>
        <RuleName id={rule} />
        <Button
          size="small"
          aria-label={`${action} ${place}`}
          onClick={() => void pane.restore([suppression])}
        >
          {action}
        </Button>
      </span>
      {sheet !== undefined && range !== undefined ? (
        <Place sheet={sheet} cell={range} />
      ) : (
        <span className={styles.caption}>{place}</span>
      )}
      {text && <span className={styles.caption}>{quoteText(text)}</span>}
      <span>{t('reasonIs', {reason})}</span>
      {uses !== undefined && (
        <span className={styles.caption}>
          {uses > 0 ? t('ignoredHits', {count: uses}) : t(unused ? 'ignoredUnused' : 'ignoredRuleOff')}
        </span>
      )}
    </li>
  )
}
