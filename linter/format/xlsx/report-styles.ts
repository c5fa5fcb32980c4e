import type {Severity} from '../../../shared/lint/finding.js'
import {severityColors} from '../../write/review/severity-colors.js'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Colours by severity, `RRGGBB`: letters of a cell whose background marks it, and the bar of a chart. */
export const severityLooks: Record<Severity, {text: string; bar: string}> = {
  error: {text: '9C0006', bar: 'C62828'},
  warning: {text: '7F4F00', bar: 'F2A900'},
  info: {text: '1F4E79', bar: '4A90D9'}
}

interface Look {
  size?: number
  bold?: boolean
  color?: string
  fill?: string
  border?: boolean
  horizontal?: 'left' | 'center' | 'right'
  vertical?: 'center' | 'top'
  /** The text stays a text when somebody edits the cell, whatever it begins with. */
  quoted?: boolean
}

function mark(severity: Severity): Look {
  return {
    bold: true,
    fill: severityColors[severity],
    color: severityLooks[severity].text,
    border: true,
    horizontal: 'center',
    vertical: 'top'
  }
}

const looks = {
  plain: {},
  title: {size: 16, bold: true, horizontal: 'left', vertical: 'center'},
  remark: {color: '57606A', horizontal: 'left', vertical: 'center'},
  section: {size: 12, bold: true, horizontal: 'left', vertical: 'center'},
  heading: {bold: true, fill: 'E7EEF7', border: true, horizontal: 'center', vertical: 'center'},
  cell: {border: true, horizontal: 'left', vertical: 'top'},
  quoted: {border: true, horizontal: 'left', vertical: 'top', quoted: true},
  number: {border: true, horizontal: 'right', vertical: 'top'},
  center: {border: true, horizontal: 'center', vertical: 'top'},
  error: mark('error'),
  warning: mark('warning'),
  info: mark('info')
} satisfies Record<string, Look>

export type ReportStyle = keyof typeof looks

const names = Object.keys(looks) as ReportStyle[]

/** The number of a style in {@link reportStyles}. */
export function styleNumber(style: ReportStyle): number {
  return names.indexOf(style)
}

/** The part styles.xml of the report. */
export function reportStyles(): string {
  const all = Object.values<Look>(looks)
  const fonts = all.map(
    ({size = 10, bold, color}) =>
      `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${color ? `<color rgb="FF${color}"/>` : ''}<name val="宋体"/><family val="3"/><charset val="134"/></font>`
  )
  const fills = all.map(({fill}) =>
    fill
      ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`
      : '<fill><patternFill patternType="none"/></fill>'
  )
  const cells = all.map(({border, horizontal, vertical, quoted}, index) => {
    const alignment = horizontal
      ? `<alignment horizontal="${horizontal}" vertical="${vertical}" wrapText="${border ? 1 : 0}"/>`
      : ''
    // The first two fills are reserved for none and grey.
    return `<xf numFmtId="0" fontId="${index}" fillId="${index + 2}" borderId="${border ? 1 : 0}" xfId="0"${quoted ? ' quotePrefix="1"' : ''} applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
  })
  const line = (side: string): string => `<${side} style="thin"><color rgb="FFBFC5CC"/></${side}>`
  return `<styleSheet xmlns="${main}"><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}
