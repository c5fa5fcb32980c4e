import {makeStyles, mergeClasses, tokens, typographyStyles} from '@fluentui/react-components'
import type {ReactElement} from 'react'
import {contains, formatAddress, formatColumn, parseRange} from '../../../shared/workbook/address.js'
import type {Sheet} from '../../../shared/workbook/workbook.js'
import {layGrid} from './lay-grid.js'

const useStyles = makeStyles({
  frame: {
    overflowX: 'auto',
    scrollbarWidth: 'thin',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall
  },
  table: {borderCollapse: 'collapse', ...typographyStyles.caption1, minWidth: '100%'},
  head: {
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '0 4px'
  },
  cell: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '2px 6px',
    verticalAlign: 'top',
    whiteSpace: 'pre-wrap',
    minWidth: '3em',
    maxWidth: '14em',
    overflowWrap: 'anywhere'
  },
  marked: {
    backgroundColor: tokens.colorStatusDangerBackground2,
    color: tokens.colorNeutralForeground1,
    outline: `2px solid ${tokens.colorStatusDangerBorder2}`,
    outlineOffset: '-2px'
  },
  name: {margin: 0, ...typographyStyles.caption1Strong}
})

/** A small sheet as a table, merged as in Excel; the cells of findings stand out. */
export function ExampleTable({
  sheet,
  marked,
  named,
  label
}: {
  sheet: Sheet
  marked: string[]
  named: boolean
  label: string
}): ReactElement {
  const styles = useStyles()
  const ranges = marked.flatMap((range) => parseRange(range) ?? [])
  const {columns, rows} = layGrid(sheet)
  return (
    <>
      {named && <p className={styles.name}>{sheet.name}</p>}
      {/* A wide table scrolls; the keyboard must reach it. */}
      <div className={styles.frame} tabIndex={0} role="group" aria-label={label}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td className={styles.head} />
              {columns.map((column) => (
                <th key={column} scope="col" className={styles.head}>
                  {formatColumn(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({row, cells}) => (
              <tr key={row}>
                <th scope="row" className={styles.head}>
                  {row}
                </th>
                {cells.map(({column, text, rowSpan, columnSpan}) => (
                  <td
                    key={formatAddress(row, column)}
                    rowSpan={rowSpan}
                    colSpan={columnSpan}
                    className={mergeClasses(
                      styles.cell,
                      ranges.some((range) => contains(range, row, column)) && styles.marked
                    )}
                  >
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
