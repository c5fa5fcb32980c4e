import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle
} from '@fluentui/react-components'
import {useState, type ReactElement} from 'react'
import type {Problem} from '../state/pane-state.js'
import {usePane, useSpeech} from './pane-context.js'
import {ProblemDetails} from './problem-details.js'

const useStyles = makeStyles({
  bar: {flexShrink: 0, borderRadius: 0}
})

/** A check that failed above the result of the one before. */
export default function ProblemBar({problem}: {problem: Problem}): ReactElement {
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
