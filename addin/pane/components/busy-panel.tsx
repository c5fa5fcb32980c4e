import {Button, makeStyles, ProgressBar} from '@fluentui/react-components'
import {ClipboardPulse24Regular} from '@fluentui/react-icons/svg/clipboard-pulse'
import type {ReactElement} from 'react'
import {Centered} from './centered.js'
import {usePane, usePaneState, useSpeech} from './pane-context.js'

const useStyles = makeStyles({bar: {width: '100%', maxWidth: '240px'}, thin: {flexShrink: 0}})

/** Reading and checking with nothing to show yet. */
export function BusyPanel(): ReactElement {
  const styles = useStyles()
  const {pane} = usePane()
  const {t} = useSpeech()
  const progress = useProgress()
  return (
    <Centered
      picture={<ClipboardPulse24Regular />}
      title={t(progress && progress.done === progress.total ? 'checking' : 'reading')}
      {...(progress && {text: t('readingCells', {done: progress.done, total: progress.total})})}
      actions={<Button onClick={() => pane.cancel()}>{t('cancel')}</Button>}
    >
      <ProgressBar
        className={styles.bar}
        aria-label={t('reading')}
        {...(progress && progress.done < progress.total && {value: progress.done / progress.total})}
      />
    </Centered>
  )
}

/** Reading and checking above the result of the check before. */
export function BusyBar(): ReactElement {
  const styles = useStyles()
  const {t} = useSpeech()
  const progress = useProgress()
  return (
    <ProgressBar
      className={styles.thin}
      thickness="large"
      aria-label={t('checking')}
      {...(progress && progress.done < progress.total && {value: progress.done / progress.total})}
    />
  )
}

function useProgress(): {done: number; total: number} | undefined {
  const progress = usePaneState(({activity}) =>
    activity.kind === 'checking' ? activity.progress : undefined
  )
  return progress && progress.total > 0 ? progress : undefined
}
