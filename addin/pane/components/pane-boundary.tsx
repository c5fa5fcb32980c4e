import {Button} from '@fluentui/react-components'
import {Component, type ReactElement, type ReactNode} from 'react'
import {describeProblem} from '../state/describe-problem.js'
import {Failure} from './failure.js'
import {usePane, useSpeech} from './pane-context.js'

/** Shows what to do instead of an empty pane when drawing fails, e.g. because a part cannot be loaded any more. */
export class PaneBoundary extends Component<{children: ReactNode}, {error?: unknown}> {
  override state: {error?: unknown} = {}

  static getDerivedStateFromError(error: unknown): {error: unknown} {
    return {error}
  }

  override render(): ReactNode {
    return 'error' in this.state ? <BrokenPane error={this.state.error} /> : this.props.children
  }
}

function BrokenPane({error}: {error: unknown}): ReactElement {
  const {pane} = usePane()
  const {t} = useSpeech()
  return (
    <Failure
      main
      title={t('brokenTitle')}
      text={t('brokenText')}
      details={describeProblem(error, pane.host.info).details}
      action={
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {t('reopen')}
        </Button>
      }
    />
  )
}
