import {Button} from '@fluentui/react-components'
import {ArrowClockwise20Regular} from '@fluentui/react-icons/svg/arrow-clockwise'
import type {ReactElement} from 'react'
import type {Problem} from '../state/pane-state.js'
import {Failure} from './failure.js'
import {usePane, useSpeech} from './pane-context.js'

/** A check that failed with nothing to show. */
export function ProblemPanel({problem}: {problem: Problem}): ReactElement {
  const {pane} = usePane()
  const {t, pick} = useSpeech()
  return (
    <Failure
      title={t('failedTitle')}
      text={pick(problem.text)}
      details={problem.details}
      action={
        <Button appearance="primary" icon={<ArrowClockwise20Regular />} onClick={() => void pane.check()}>
          {t('retry')}
        </Button>
      }
    />
  )
}
