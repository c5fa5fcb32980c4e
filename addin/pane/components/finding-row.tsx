import {makeStyles, mergeClasses, tokens, typographyStyles} from '@fluentui/react-components'
import {Wand16Regular} from '@fluentui/react-icons/svg/wand'
import {lazy, Suspense, type ReactElement} from 'react'
import type {Finding} from '../../../shared/lint/finding.js'
import {quoteText} from '../../../shared/workbook/plain-text.js'
import type {Grouping} from '../state/arrange-findings.js'
import {useSpeech} from './pane-context.js'
import {rowStyles} from './row-styles.js'
import {titleOf} from './rule-titles.js'
import {SeverityIcon} from './severity-icon.js'

const FindingDetails = lazy(() => import('./finding-details.js'))

const useStyles = makeStyles({
  button: {
    gap: '8px',
    alignItems: 'flex-start',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': {backgroundColor: tokens.colorNeutralBackground1Hover}
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground2,
    // The line at the left goes on into the explanation.
    borderBottomStyle: 'none',
    paddingBottom: '4px',
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': {outline: '2px solid Highlight', outlineOffset: '-2px'}
  },
  icon: {paddingTop: '2px'},
  words: {flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column'},
  head: {display: 'flex', alignItems: 'baseline', gap: '8px'},
  title: {flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere'},
  place: {
    ...typographyStyles.caption1,
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums'
  },
  text: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap'
  },
  wand: {
    display: 'inline-flex',
    verticalAlign: 'text-bottom',
    marginLeft: '4px',
    color: tokens.colorBrandForeground1
  }
})

/** One finding: what and where in two lines; opened, everything about it. */
export function FindingRow({
  finding,
  index,
  focusable,
  grouping,
  open,
  onPress,
  onOpened,
  onIgnore
}: {
  finding: Finding
  index: number
  focusable: boolean
  grouping: Grouping
  open: boolean
  onPress: () => void
  /** The explanation is drawn. */
  onOpened: (details: HTMLElement) => void
  onIgnore: () => void
}): ReactElement {
  const base = rowStyles()
  const styles = useStyles()
  const {pick, t} = useSpeech()
  const {ruleId, group, severity, sheet, range, actual, message, fixes} = finding
  const title = pick(titleOf(ruleId))
  const text =
    actual === undefined
      ? message
      : group === 'internal'
        ? pick(titleOf(actual))
        : actual.trim() === ''
          ? t('emptyCell')
          : quoteText(actual, 60)
  // What the group's heading already says is not said again.
  const [first, second] =
    grouping === 'rule' ? [text, sheet] : [title, grouping === 'sheet' ? text : `${sheet} · ${text}`]
  const regionId = `details-${index}`
  return (
    <>
      <button
        type="button"
        data-row={index}
        tabIndex={focusable ? 0 : -1}
        className={mergeClasses(base.button, styles.button, open && styles.open)}
        aria-expanded={open}
        {...(open && {'aria-controls': regionId})}
        onClick={onPress}
      >
        <span className={styles.icon}>
          <SeverityIcon severity={severity} />
        </span>
        <span className={styles.words}>
          <span className={styles.head}>
            <span className={styles.title}>
              {first}
              {fixes?.some(({safe}) => safe) && (
                <span
                  className={styles.wand}
                  role="img"
                  aria-label={t('safeFixable')}
                  title={t('safeFixable')}
                >
                  <Wand16Regular />
                </span>
              )}
            </span>
            <span className={styles.place}>{range}</span>
          </span>
          <span className={styles.text}>{second}</span>
        </span>
      </button>
      {open && (
        <Suspense>
          <FindingDetails id={regionId} finding={finding} onOpened={onOpened} onIgnore={onIgnore} />
        </Suspense>
      )}
    </>
  )
}
