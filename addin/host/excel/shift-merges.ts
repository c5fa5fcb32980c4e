import {parseRange} from '../../../shared/workbook/address.js'
import type {Range} from '../../../shared/workbook/workbook.js'

/**
 * Merged areas after whole rows or columns came or went at an address such as `3:4` or `B:B`, so that live checking
 * need not ask Excel for them again. Any other change leaves them as they are.
 */
export function shiftMerges(merges: Range[], changeType: string, address: string): Range[] {
  const change = /^(Row|Column)(Inserted|Deleted)$/.exec(changeType)
  const span = change && spanOf(address, change[1] === 'Row')
  if (!change || !span) return merges
  const [start, end] = change[1] === 'Row' ? (['top', 'bottom'] as const) : (['left', 'right'] as const)
  const [first, last] = span
  const count = last - first + 1
  return merges.flatMap((merge) => {
    const moved =
      change[2] === 'Inserted'
        ? {
            ...merge,
            [start]: merge[start] >= first ? merge[start] + count : merge[start],
            [end]: merge[end] >= first ? merge[end] + count : merge[end]
          }
        : {
            ...merge,
            [start]: merge[start] > last ? merge[start] - count : Math.min(merge[start], first),
            [end]: merge[end] > last ? merge[end] - count : Math.min(merge[end], first - 1)
          }
    const gone = moved[end] < moved[start] || (moved.top === moved.bottom && moved.left === moved.right)
    return gone ? [] : [moved]
  })
}

function spanOf(address: string, rows: boolean): [number, number] | undefined {
  const plain = address.slice(address.lastIndexOf('!') + 1).replace(/\$/g, '')
  const [from = '', to = from] = plain.split(':')
  // `3:4` and `B:C` are completed to cell addresses.
  const range = parseRange(
    /^\d+$/.test(from) ? `A${from}:A${to}` : /^[A-Za-z]+$/.test(from) ? `${from}1:${to}1` : plain
  )
  if (!range) return undefined
  return rows ? [range.top, range.bottom] : [range.left, range.right]
}
