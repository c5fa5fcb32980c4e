import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle
} from '@fluentui/react-components'
import {ArrowClockwise20Regular} from '@fluentui/react-icons/svg/arrow-clockwise'
import {DismissCircle48Regular} from '@fluentui/react-icons/svg/dismiss-circle'
import {useState, type ReactElement} from 'react'
import type {Problem} from '../state/pane-state.js'
import {Centered} from './centered.js'
import {usePane, useSpeech} from './pane-context.js'
import {ProblemDetails} from './problem-details.js'

const useStyles = makeStyles({
  bar: {flexShrink: 0, borderRadius: 0}
})

/** A check that failed with nothing to show: what happened, try again, and details to copy. */
export function ProblemPanel({problem}: {problem: Problem}): ReactElement {
  const {pane} = usePane()
  const {t, pick} = useSpeech()
  return (
    <Centered
      picture={<DismissCircle48Regular />}
      title={t('failedTitle')}
      text={pick(problem.text)}
      actions={
        <Button appearance="primary" icon={<ArrowClockwise20Regular />} onClick={() => void pane.check()}>
          {t('retry')}
        </Button>
      }
    >
      <ProblemDetails details={problem.details} />
    </Centered>
  )
}

/** A check that failed above the result of the one before. */
export function ProblemBar({problem}: {problem: Problem}): ReactElement {
  const styles = useStyles()
  const {pane} = usePane()
  const {t, pick} = useSpeech()
  const [open, setOpen] = useState(false)
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar} politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{t('failedTitle')}</MessageBarTitle>
        {pick(problem.text)} {t('staleTitle')}
        {open && <ProblemDetails details={problem.details} />}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void pane.check()}>
          {t('retry')}
        </Button>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('showDetails')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
