import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
  typographyStyles
} from '@fluentui/react-components'
import {useState, type FormEvent, type ReactElement} from 'react'
import type {Finding} from '../../../shared/lint/finding.js'
import type {Extent} from '../state/pane.js'
import {usePane, usePaneState, useSpeech} from './pane-context.js'
import {titleOf} from './rule-titles.js'

const useStyles = makeStyles({
  surface: {padding: '16px', maxWidth: 'min(420px, 94vw)'},
  content: {display: 'flex', flexDirection: 'column', gap: '12px'},
  rule: {margin: 0, ...typographyStyles.body1Strong},
  kept: {margin: 0, ...typographyStyles.caption1, color: tokens.colorNeutralForeground3}
})

/** Asks how far a finding is to be ignored, and why. */
export default function IgnoreDialog({
  finding,
  open,
  onClose
}: {
  finding: Finding
  open: boolean
  onClose: () => void
}): ReactElement {
  const styles = useStyles()
  const {pane} = usePane()
  const {t, pick} = useSpeech()
  const [extent, setExtent] = useState<Extent>('place')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const findings = usePaneState(({outcome}) => outcome?.findings) ?? []
  const {ruleId, sheet, range} = finding
  const alike = findings.filter((other) => other.ruleId === ruleId && !other.suppressed)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() === '') return
    void pane.ignore(finding, extent, reason.trim())
    onClose()
  }
  return (
    <Dialog open={open} modalType="modal" onOpenChange={(_, change) => !change.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t('ignoreTitle')}</DialogTitle>
            <DialogContent className={styles.content}>
              <p className={styles.rule}>{pick(titleOf(ruleId))}</p>
              <Field label={t('ignoreExtent')}>
                <RadioGroup value={extent} onChange={(_, {value}) => setExtent(value as Extent)}>
                  <Radio value="place" label={t('ignorePlace', {place: `${sheet} ${range}`})} />
                  <Radio
                    value="rule-on-sheet"
                    label={t('ignoreRuleOnSheet', {
                      sheet,
                      count: alike.filter((other) => other.sheet === sheet).length
                    })}
                  />
                  <Radio value="rule" label={t('ignoreRule', {count: alike.length})} />
                </RadioGroup>
              </Field>
              <Field
                label={t('ignoreReason')}
                {...(tried && reason.trim() === '' && {validationMessage: t('ignoreReasonMissing')})}
              >
                <Textarea
                  value={reason}
                  rows={2}
                  placeholder={t('ignoreReasonHint')}
                  onChange={(_, {value}) => setReason(value)}
                />
              </Field>
              <p className={styles.kept}>{t('ignoreKept')}</p>
            </DialogContent>
            <DialogActions>
              <Button type="button" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" appearance="primary">
                {t('ignoreConfirm')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
