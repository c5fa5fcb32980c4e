import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens
} from '@fluentui/react-components'
import {ArrowClockwise20Regular} from '@fluentui/react-icons/svg/arrow-clockwise'
import {Copy20Regular} from '@fluentui/react-icons/svg/copy'
import {DismissCircle48Regular} from '@fluentui/react-icons/svg/dismiss-circle'
import {useRef, useState, type ReactElement} from 'react'
import type {Problem} from '../state/pane-state.js'
import {Centered} from './centered.js'
import {usePane, useSpeech} from './pane-context.js'

const useStyles = makeStyles({
  details: {
    width: '100%',
    boxSizing: 'border-box',
    marginTop: '8px',
    padding: '6px 8px',
    resize: 'vertical',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200
  },
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
      <ProblemDetails problem={problem} />
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
        {open && <ProblemDetails problem={problem} />}
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

function ProblemDetails({problem}: {problem: Problem}): ReactElement {
  const styles = useStyles()
  const {t} = useSpeech()
  const [copied, setCopied] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const copy = async (): Promise<void> => {
    area.current?.select()
    // A host may forbid the clipboard; the text is selected then, ready for Ctrl+C.
    await navigator.clipboard?.writeText(problem.details).then(
      () => setCopied(true),
      () => undefined
    )
  }
  return (
    <>
      <textarea
        ref={area}
        readOnly
        className={styles.details}
        rows={5}
        value={problem.details}
        aria-label={t('showDetails')}
      />
      <Button size="small" icon={<Copy20Regular />} onClick={() => void copy()}>
        {t(copied ? 'copied' : 'copyDetails')}
      </Button>
    </>
  )
}
