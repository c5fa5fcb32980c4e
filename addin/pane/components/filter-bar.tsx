import {
  Button,
  Input,
  Select,
  ToggleButton,
  makeStyles,
  mergeClasses,
  shorthands,
  tokens
} from '@fluentui/react-components'
import {Dismiss16Regular} from '@fluentui/react-icons/svg/dismiss'
import {Search16Regular} from '@fluentui/react-icons/svg/search'
import type {ReactElement} from 'react'
import type {Finding, Severity} from '../../../shared/lint/finding.js'
import type {Grouping} from '../state/arrange-findings.js'
import {countSeverities} from '../state/arrange-findings.js'
import type {FindingsView} from './findings-view.js'
import {useSpeech} from './pane-context.js'
import {SeverityIcon} from './severity-icon.js'

const useStyles = makeStyles({
  bar: {display: 'flex', flexDirection: 'column', gap: '8px', padding: '4px 12px 8px'},
  line: {display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px'},
  chip: {
    minWidth: 0,
    padding: '2px 8px',
    gap: '4px',
    borderRadius: tokens.borderRadiusCircular,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums'
  },
  shown: {
    borderTopWidth: '1px',
    borderRightWidth: '1px',
    borderBottomWidth: '1px',
    borderLeftWidth: '1px',
    ...shorthands.borderColor(tokens.colorNeutralStroke1),
    backgroundColor: tokens.colorNeutralBackground1
  },
  hidden: {
    ...shorthands.borderStyle('dashed'),
    color: tokens.colorNeutralForeground3,
    textDecorationLine: 'line-through'
  },
  space: {flexGrow: 1},
  // The height grows with the letters.
  select: {minWidth: 0, '& > select': {height: 'auto', minHeight: '24px'}},
  search: {width: '100%', minWidth: 0}
})

const severities: Severity[] = ['error', 'warning', 'info']
const names = {error: 'errors', warning: 'warnings', info: 'infos'} as const
const groupings = {sheet: 'groupSheet', rule: 'groupRule', severity: 'groupSeverity'} as const

/** Counts that hide and show severities, grouping, and search. */
export function FilterBar({findings, view}: {findings: Finding[]; view: FindingsView}): ReactElement {
  const styles = useStyles()
  const {t} = useSpeech()
  const counts = countSeverities(findings)
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <span role="group" aria-label={t('filterBySeverity')} className={styles.line}>
          {severities.map((severity) => {
            const isHidden = view.hidden.has(severity)
            const name = t(names[severity])
            return (
              <ToggleButton
                key={severity}
                size="small"
                appearance="outline"
                checked={!isHidden && counts[severity] > 0}
                className={mergeClasses(styles.chip, isHidden ? styles.hidden : styles.shown)}
                disabled={counts[severity] === 0}
                icon={<SeverityIcon severity={severity} named />}
                aria-label={t('toggleSeverity', {name, count: counts[severity]})}
                title={name}
                onClick={() => view.toggleSeverity(severity)}
              >
                {String(counts[severity])}
              </ToggleButton>
            )
          })}
        </span>
        <span className={styles.space} />
        <Select
          size="small"
          appearance="filled-lighter"
          className={styles.select}
          value={view.grouping}
          aria-label={t('groupBy')}
          onChange={(_, {value}) => view.setGrouping(value as Grouping)}
        >
          {(Object.keys(groupings) as Grouping[]).map((grouping) => (
            <option key={grouping} value={grouping}>
              {t(groupings[grouping])}
            </option>
          ))}
        </Select>
      </div>
      <Input
        size="small"
        className={styles.search}
        value={view.search}
        placeholder={t('search')}
        aria-label={t('search')}
        contentBefore={<Search16Regular />}
        {...(view.search !== '' && {
          contentAfter: (
            <Button
              size="small"
              appearance="transparent"
              icon={<Dismiss16Regular />}
              aria-label={t('clearSearch')}
              onClick={() => view.setSearch('')}
            />
          )
        })}
        onChange={(_, {value}) => view.setSearch(value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && view.search !== '') {
            event.preventDefault()
            view.setSearch('')
          }
        }}
      />
    </div>
  )
}
