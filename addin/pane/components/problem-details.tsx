import {Button, makeStyles, tokens} from '@fluentui/react-components'
import {Copy20Regular} from '@fluentui/react-icons/svg/copy'
import {useRef, useState, type ReactElement} from 'react'
import type {TextKey} from '../texts.js'
import {useSpeech} from './pane-context.js'

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
  }
})

/** Details for whoever helps, to be copied. */
export function ProblemDetails({
  details,
  label,
  action = 'copyDetails'
}: {
  details: string
  label?: string
  action?: TextKey
}): ReactElement {
  const styles = useStyles()
  const {t} = useSpeech()
  const [copied, setCopied] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const copy = async (): Promise<void> => {
    area.current?.select()
    // A host may forbid the clipboard; the text is selected then, ready for Ctrl+C.
    await navigator.clipboard?.writeText(details).then(
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
        value={details}
        aria-label={label ?? t('showDetails')}
      />
      <Button size="small" icon={<Copy20Regular />} onClick={() => void copy()}>
        {t(copied ? 'copied' : action)}
      </Button>
    </>
  )
}
