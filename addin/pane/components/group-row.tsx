import {makeStyles, mergeClasses, tokens, typographyStyles} from '@fluentui/react-components'
import {ChevronDown16Regular} from '@fluentui/react-icons/svg/chevron-down'
import {ChevronRight16Regular} from '@fluentui/react-icons/svg/chevron-right'
import type {ReactElement} from 'react'
import type {Severity} from '../../../shared/lint/finding.js'
import {severityNames} from '../../../shared/locale/texts.js'
import {countSeverities, type Grouping, type Row} from '../state/arrange-findings.js'
import {useSpeech} from './pane-context.js'
import {rowStyles} from './row-styles.js'
import {titleOf} from './rule-titles.js'
import {SeverityIcon} from './severity-icon.js'

const useStyles = makeStyles({
  button: {
    alignItems: 'center',
    minHeight: '36px',
    gap: '6px',
    paddingLeft: '8px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': {backgroundColor: tokens.colorNeutralBackground3Hover}
  },
  name: {...typographyStyles.body1Strong, flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere'},
  counts: {display: 'inline-flex', gap: '8px', color: tokens.colorNeutralForeground3, flexShrink: 0},
  count: {display: 'inline-flex', gap: '2px', alignItems: 'center', ...typographyStyles.caption1}
})

const severities: Severity[] = ['error', 'warning', 'info']

/** Heading of a group of findings: its name and how many of each severity; pressed, it folds. */
export function GroupRow({
  row,
  index,
  focusable,
  grouping,
  onToggle
}: {
  row: Extract<Row, {kind: 'group'}>
  index: number
  focusable: boolean
  grouping: Grouping
  onToggle: () => void
}): ReactElement {
  const base = rowStyles()
  const styles = useStyles()
  const {pick, t} = useSpeech()
  const counts = countSeverities(row.findings)
  const name =
    grouping === 'sheet'
      ? row.name
      : pick(grouping === 'rule' ? titleOf(row.name) : severityNames[row.name as Severity])
  return (
    <button
      type="button"
      data-row={index}
      tabIndex={focusable ? 0 : -1}
      className={mergeClasses(base.button, styles.button)}
      aria-expanded={!row.folded}
      onClick={onToggle}
    >
      {row.folded ? <ChevronRight16Regular aria-hidden /> : <ChevronDown16Regular aria-hidden />}
      <span className={styles.name}>{name}</span>
      <span className={styles.counts}>
        {grouping === 'severity' ? (
          <span className={styles.count}>{t('groupCount', {count: row.findings.length})}</span>
        ) : (
          severities
            .filter((severity) => counts[severity] > 0)
            .map((severity) => (
              <span key={severity} className={styles.count}>
                <SeverityIcon severity={severity} />
                {counts[severity]}
              </span>
            ))
        )}
      </span>
    </button>
  )
}
