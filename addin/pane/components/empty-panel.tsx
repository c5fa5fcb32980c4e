import {Button} from '@fluentui/react-components'
import {CheckmarkCircle48Filled} from '@fluentui/react-icons/svg/checkmark-circle'
import {DocumentSearch32Regular} from '@fluentui/react-icons/svg/document-search'
import type {ReactElement} from 'react'
import type {Outcome} from '../state/pane-state.js'
import {Centered} from './centered.js'
import {usePane, usePaneState, useSpeech} from './pane-context.js'

/** Nothing to list: because all is well, because nothing was recognised, or because other sheets have it. */
export function EmptyPanel({outcome}: {outcome: Outcome}): ReactElement {
  const {pane, open} = usePane()
  const {t, locale} = useSpeech()
  const scope = usePaneState((state) => state.scope)
  const elsewhere = outcome.findings.filter(({suppressed}) => !suppressed).length
  const ignored = outcome.findings.length - elsewhere
  if (outcome.forms.length === 0 && elsewhere === 0) {
    return (
      <Centered
        picture={<DocumentSearch32Regular />}
        title={t(outcome.cells === 0 ? 'emptyWorkbook' : 'noForms')}
        text={t('noFormsWhat', {sheets: outcome.sheets})}
      />
    )
  }
  const what = t('cleanWhat', {
    forms: outcome.forms.length,
    rules: outcome.rules.length,
    cells: outcome.cells
  })
  return scope === 'sheet' && elsewhere > 0 ? (
    <Centered
      picture={<CheckmarkCircle48Filled />}
      title={t('cleanSheet')}
      text={t('cleanOthers', {count: elsewhere})}
      actions={<Button onClick={() => pane.setScope('workbook')}>{t('showAll')}</Button>}
    />
  ) : (
    <Centered
      picture={<CheckmarkCircle48Filled />}
      title={t('clean')}
      text={[
        what,
        ...(outcome.partial ? [t('cleanInPart')] : []),
        ...(ignored > 0 ? [t('cleanIgnored', {count: ignored})] : [])
      ].join(locale === 'en' ? ' ' : '')}
      actions={
        (outcome.partial || ignored > 0) && (
          <>
            {outcome.partial && <Button onClick={() => open({name: 'limits'})}>{t('seeLimits')}</Button>}
            {ignored > 0 && <Button onClick={() => open({name: 'ignored'})}>{t('seeIgnored')}</Button>}
          </>
        )
      }
    />
  )
}
