import {Button} from '@fluentui/react-components'
import {ArrowClockwise20Regular} from '@fluentui/react-icons/svg/arrow-clockwise'
import {DismissCircle48Regular} from '@fluentui/react-icons/svg/dismiss-circle'
import type {ReactElement} from 'react'
import type {Problem} from '../state/pane-state.js'
import {Centered} from './centered.js'
import {usePane, useSpeech} from './pane-context.js'
import {ProblemDetails} from './problem-details.js'

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
