import {Link, makeStyles, mergeClasses, tokens, typographyStyles} from '@fluentui/react-components'
import {ShieldCheckmark16Regular} from '@fluentui/react-icons/svg/shield-checkmark'
import type {ReactElement} from 'react'
import {limitationsOf, otherWarnings} from '../../host/limitations.js'
import {unusedSuppressions} from '../state/pane-state.js'
import {usePane, usePaneState, useSpeech} from './pane-context.js'

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 12px',
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground3,
    ...typographyStyles.caption1
  },
  item: {display: 'inline-flex', alignItems: 'center', gap: '4px'},
  link: {fontSize: 'inherit', lineHeight: 'inherit'},
  end: {marginLeft: 'auto'},
  dot: {
    width: '8px',
    height: '8px',
    borderRadius: '50%',
    backgroundColor: tokens.colorStatusSuccessForeground3,
    '@media (forced-colors: active)': {backgroundColor: 'CanvasText'}
  },
  busy: {
    animationName: {from: {opacity: 1}, '50%': {opacity: 0.25}, to: {opacity: 1}},
    animationDuration: '1s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': {animationName: 'none'}
  }
})

/** The last line: when was checked, whether edits are watched, what this edition cannot do, and that nothing leaves. */
export function StatusFooter(): ReactElement {
  const styles = useStyles()
  const {pane, open} = usePane()
  const {t, locale} = useSpeech()
  const state = usePaneState((all) => all)
  const {outcome, live, activity} = state
  const limitations = limitationsOf(pane.host.capabilities)
  const notes = limitations.length + otherWarnings(outcome?.warnings ?? [], limitations).length
  const ignored = outcome?.findings.filter(({suppressed}) => suppressed).length ?? 0
  const unused =
    unusedSuppressions(state).length +
    (outcome ? outcome.notes.unused.length + outcome.notes.problems.length : 0)
  const quiet = activity.kind === 'checking' && activity.quiet
  return (
    <footer className={styles.footer}>
      {outcome && (
        <span>
          {t('checkedAt', {
            time: outcome.at.toLocaleTimeString(locale, {hour: '2-digit', minute: '2-digit', hour12: false})
          })}
        </span>
      )}
      {live && outcome && (
        <span className={styles.item} title={t('liveOn')}>
          <span className={mergeClasses(styles.dot, quiet && styles.busy)} aria-hidden />
          {t('live')}
        </span>
      )}
      {ignored > 0 && (
        <Link as="button" className={styles.link} onClick={() => open({name: 'ignored'})}>
          {t('ignoredCount', {count: ignored})}
        </Link>
      )}
      {unused > 0 && (
        <Link as="button" className={styles.link} onClick={() => open({name: 'ignored'})}>
          {t('unusedCount', {count: unused})}
        </Link>
      )}
      {notes > 0 && (
        <Link as="button" className={styles.link} onClick={() => open({name: 'limits'})}>
          {t(outcome?.partial ? 'noticesPartial' : 'notices', {count: notes})}
        </Link>
      )}
      <span className={mergeClasses(styles.item, styles.end)}>
        <ShieldCheckmark16Regular aria-hidden />
        {t('privacy')}
      </span>
    </footer>
  )
}
