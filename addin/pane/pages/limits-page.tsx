import {makeStyles, tokens, typographyStyles} from '@fluentui/react-components'
import type {ReactElement} from 'react'
import {limitationsOf, otherWarnings} from '../../host/limitations.js'
import {usePane, usePaneState, useSpeech} from '../components/pane-context.js'
import {version} from '../version.js'
import {Page} from './page.js'

const useStyles = makeStyles({
  section: {display: 'flex', flexDirection: 'column', gap: '4px'},
  heading: {margin: 0, ...typographyStyles.body1Strong},
  list: {margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '6px'},
  caption: {margin: 0, ...typographyStyles.caption1, color: tokens.colorNeutralForeground3}
})

/** What this edition of the host cannot do, what could not be read, and which versions these are. */
export default function LimitsPage(): ReactElement {
  const styles = useStyles()
  const {pane, open} = usePane()
  const {t, pick} = useSpeech()
  const outcome = usePaneState((state) => state.outcome)
  const limitations = limitationsOf(pane.host.capabilities)
  const warnings = otherWarnings(outcome?.warnings ?? [], limitations)
  return (
    <Page title={t('limitsTitle')} onBack={() => open({name: 'findings'})}>
      <section className={styles.section}>
        <h2 className={styles.heading}>{t('limitsOfEdition')}</h2>
        {limitations.length === 0 ? (
          <span>{t('limitsNone')}</span>
        ) : (
          <ul className={styles.list}>
            {limitations.map(({capability, text}) => (
              <li key={capability}>{pick(text)}</li>
            ))}
          </ul>
        )}
      </section>
      {warnings.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.heading}>{t('readNotes')}</h2>
          <ul className={styles.list}>
            {warnings.map((warning) => (
              <li key={warning.en}>{pick(warning)}</li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.caption}>
        {t('version', {version})} · {pane.host.info.product}
      </p>
    </Page>
  )
}
