import {Button, makeStyles} from '@fluentui/react-components'
import {ArrowUndo20Regular} from '@fluentui/react-icons/svg/arrow-undo'
import {ClipboardPulse20Regular} from '@fluentui/react-icons/svg/clipboard-pulse'
import {MoreHorizontal20Regular} from '@fluentui/react-icons/svg/more-horizontal'
import {lazy, Suspense, useState, type ReactElement} from 'react'
import {usePane, usePaneState, useSpeech} from './pane-context.js'
import {ScopeSwitch} from './scope-switch.js'

const MoreMenu = lazy(() => import('./more-menu.js'))

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px',
    // The host lays its menu over the last 12 pixels of the first line.
    padding: '8px 12px 4px'
  },
  tools: {display: 'flex', flexGrow: 1, justifyContent: 'flex-end'},
  button: {minWidth: 0, padding: '5px 10px 5px 8px', whiteSpace: 'nowrap'}
})

/** The first line of the pane: check, scope, undo, and everything else in a menu. */
export function CommandBar(): ReactElement {
  const styles = useStyles()
  const {pane} = usePane()
  const {t, pick} = useSpeech()
  const busy = usePaneState(
    ({activity}) => activity.kind !== 'none' && !('quiet' in activity && activity.quiet)
  )
  const hasOutcome = usePaneState(({outcome}) => outcome !== undefined)
  const step = usePaneState(({undo}) => undo.at(-1))
  const undoLabel = step ? t('undoWhat', {title: pick(step.title)}) : t('undo')
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('product')}>
      <Button
        appearance="primary"
        className={styles.button}
        icon={<ClipboardPulse20Regular />}
        disabledFocusable={busy}
        onClick={() => void pane.check()}
      >
        {t(hasOutcome ? 'checkAgain' : 'check')}
      </Button>
      <ScopeSwitch />
      <span className={styles.tools}>
        <Button
          appearance="subtle"
          icon={<ArrowUndo20Regular />}
          disabledFocusable={!step || busy}
          onClick={() => void pane.undo()}
          aria-label={undoLabel}
          title={undoLabel}
        />
        <MoreButton />
      </span>
    </div>
  )
}

/** The menu behind the button; it is loaded when it is wanted. */
function MoreButton(): ReactElement {
  const {t} = useSpeech()
  const [wanted, setWanted] = useState(false)
  const button = (
    <Button
      appearance="subtle"
      icon={<MoreHorizontal20Regular />}
      aria-label={t('more')}
      title={t('more')}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    />
  )
  return wanted ? (
    <Suspense fallback={button}>
      <MoreMenu />
    </Suspense>
  ) : (
    button
  )
}
