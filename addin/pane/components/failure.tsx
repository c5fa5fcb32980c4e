import {Button} from '@fluentui/react-components'
import {DismissCircle48Regular} from '@fluentui/react-icons/svg/dismiss-circle'
import {useState, type ReactElement, type ReactNode} from 'react'
import {Centered} from './centered.js'
import {useSpeech} from './pane-context.js'
import {ProblemDetails} from './problem-details.js'

/** Something that failed with nothing else to show: what happened, what to do, and details for whoever helps. */
export function Failure({
  title,
  text,
  details,
  main,
  action
}: {
  title: string
  text: string
  details: string
  /** It is the whole page. */
  main?: boolean
  /** The way on. */
  action: ReactNode
}): ReactElement {
  const {t} = useSpeech()
  const [open, setOpen] = useState(false)
  return (
    <Centered
      main={main}
      failed
      picture={<DismissCircle48Regular />}
      title={title}
      text={text}
      actions={
        <>
          {action}
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('showDetails')}
          </Button>
        </>
      }
      below={open && <ProblemDetails details={details} />}
    />
  )
}
