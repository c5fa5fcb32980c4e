import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {openCompoundFile} from '../../linter/read/legacy/compound-file.js'
import {ReadError} from '../../linter/read/read-error.js'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'
import type {Workbook} from '../../shared/workbook/workbook.js'
import {
  encodeGbk,
  encodeUtf16,
  makeBinary,
  makeCompound,
  makeCsv,
  makeDocx,
  makeExcelXml,
  makeHtml,
  makeOds
} from './make-other-formats.js'
import {makeXlsx} from './make-xlsx.js'

/** Random numbers from a seed (mulberry32), so that a case can be made again. */
export class Dice {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item
  }
}

const source = readLiteral(sheet`
  2024年度普法宣传项目绩效目标表
  项目编码 | 13060024P00H44E10103P | 项目名称 | 普法宣传经费
  预算数 | #12.5 #0.00 | 其中：财政资金 | #0.95 0%
  绩效目标 | 1.全年开展普法宣传活动。⏎2.满意度不低于90%。 | < | <
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 法律咨询解答数量（件） | ≥80%
  ^ | 时效指标 | 活动完成时间 | 2023年12月底前
`)

const packages: Record<string, Uint8Array> = {
  xlsx: makeXlsx(source),
  'xlsx with shared strings': makeXlsx(source, {strings: 'shared'}),
  ods: makeOds(source),
  docx: makeDocx(source),
  xlsb: makeBinary(source, 'xlsb')
}
const texts: Record<string, string> = {
  html: makeHtml(source),
  'Excel 2003 XML': makeExcelXml(source),
  csv: makeCsv(source)
}
const wholes: Record<string, Uint8Array> = {
  ...packages,
  xls: makeBinary(source, 'biff8'),
  'csv in GBK': encodeGbk(makeCsv(source, ';')),
  'csv in UTF-16': encodeUtf16(makeCsv(source, '\t')),
  'html in GBK': encodeGbk(makeHtml(source, 'gb2312'))
}
const stream = openCompoundFile(wholes.xls!).read('Workbook')

/** The ways of making a broken file: which format, and what of it is broken. */
const makers: [name: string, make: (dice: Dice) => Uint8Array][] = [
  ...Object.entries(packages).map(([name, bytes]): [string, (dice: Dice) => Uint8Array] => [
    `part of ${name}`,
    (dice) => breakPart(bytes, dice)
  ]),
  ...Object.entries(texts).map(([name, text]): [string, (dice: Dice) => Uint8Array] => [
    `text of ${name}`,
    (dice) => strToU8(breakText(text, dice))
  ]),
  ...Object.entries(wholes).map(([name, bytes]): [string, (dice: Dice) => Uint8Array] => [
    `bytes of ${name}`,
    (dice) => breakBytes(bytes, dice)
  ]),
  ['records of xls', (dice) => makeCompound({Workbook: breakBytes(stream, dice)})],
  ['values of xls', (dice) => makeCompound({Workbook: overwrite(stream, dice, 1 + dice.below(20))})]
]

export interface FuzzCase {
  seed: number
  name: string
  bytes: Uint8Array
}

/** The broken file of a seed. */
export function makeCase(seed: number): FuzzCase {
  const dice = new Dice(seed)
  const [name, make] = makers[seed % makers.length]!
  return {seed, name, bytes: make(dice)}
}

/** Reads a broken file: a workbook in order, or a refusal; anything else is thrown. */
export function readCase(bytes: Uint8Array): Workbook | ReadError {
  try {
    const workbook = readWorkbook(bytes)
    checkOrder(workbook)
    return workbook
  } catch (error) {
    if (error instanceof ReadError && error.text.zh !== '' && error.text.en !== '') return error
    throw error
  }
}

/** What the rules rely on. */
function checkOrder({sheets}: Workbook): void {
  for (const {cells, merges, notes, name} of sheets) {
    if (typeof name !== 'string') throw new TypeError('name')
    let last = 0
    for (const {row, column, text, value} of cells) {
      const place = row * 100_000 + column
      if (!(place >= last && row >= 1 && column >= 1 && column <= 16_384 && row <= 1_048_576))
        throw new RangeError(`cell at row ${row}, column ${column}`)
      if (typeof text !== 'string' || value === undefined || Number.isNaN(value)) throw new TypeError('cell')
      last = place
    }
    for (const {top, left, bottom, right} of merges)
      if (!(top >= 1 && left >= 1 && bottom >= top && right >= left)) throw new RangeError('merge')
    for (const {row, column, text} of notes)
      if (!(row >= 1 && column >= 1) || typeof text !== 'string') throw new RangeError('note')
  }
}

function breakPart(bytes: Uint8Array, dice: Dice): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes)
  for (let count = 1 + dice.below(2); count > 0; count--) {
    const name = dice.pick(Object.keys(parts))
    const content = parts[name]!
    if (dice.below(20) === 0) Reflect.deleteProperty(parts, name)
    else if (name.endsWith('.bin') || dice.below(5) === 0) parts[name] = breakBytes(content, dice)
    else parts[name] = strToU8(breakText(strFromU8(content), dice))
  }
  return zipSync(parts, {level: 1, mtime: '2024-01-01T00:00:00'})
}

const numbers = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]

/** Puts extreme numbers into some places and leaves the length as it is. */
function overwrite(bytes: Uint8Array, dice: Dice, times: number): Uint8Array {
  const broken = bytes.slice()
  for (let count = 0; count < times; count++) {
    const at = dice.below(broken.length)
    let number = dice.below(2) ? dice.pick(numbers) : dice.below(2 ** 32)
    for (let size = dice.pick([1, 2, 4]), place = at; size > 0 && place < broken.length; size--, place++) {
      broken[place] = number & 0xff
      number >>>= 8
    }
  }
  return broken
}

function breakBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  const at = dice.below(bytes.length)
  const length = 1 + dice.below(Math.min(200, bytes.length))
  switch (dice.below(6)) {
    case 0:
      return bytes.slice(0, at)
    case 1:
      return join(bytes.subarray(0, at), bytes.subarray(at + length))
    case 2:
      return join(bytes.subarray(0, at + length), bytes.subarray(at))
    case 3: {
      const noise = Uint8Array.from({length}, () => dice.below(256))
      return join(bytes.subarray(0, at), noise, bytes.subarray(at))
    }
    default:
      return overwrite(bytes, dice, 1 + dice.below(6))
  }
}

function join(...pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const fragments = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '\0',
  '\ufeff',
  '\ud800',
  ']]>',
  '<!--',
  '<![CDATA[',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&#x110000;',
  '&#0;',
  '<?xml version="1.0"?>',
  '<table><tr><td rowspan=60000 colspan=1000>',
  '</table>',
  ' r="XFD1048576"',
  ' number-columns-repeated="16384"',
  ' number-rows-repeated="1048576"'
]
const values = [
  '-1',
  '0',
  '1',
  '99999999',
  '1e308',
  'NaN',
  '',
  'A1:XFD1048576',
  '2147483648',
  '0x10',
  '甲',
  '__proto__'
]

function breakText(text: string, dice: Dice): string {
  let broken = text
  for (let count = 1 + dice.below(3); count > 0; count--) {
    const at = dice.below(broken.length + 1)
    const end = at + dice.below(Math.min(300, broken.length - at + 1))
    switch (dice.below(7)) {
      case 0:
        broken = broken.slice(0, at) + broken.slice(end)
        break
      case 1:
        broken = broken.slice(0, end) + broken.slice(at, end).repeat(1 + dice.below(60)) + broken.slice(end)
        break
      case 2:
        broken = broken.slice(0, at) + dice.pick(fragments).repeat(1 + dice.below(3)) + broken.slice(at)
        break
      case 3:
        broken = broken.slice(0, at) + '<a>'.repeat(dice.below(400)) + broken.slice(at)
        break
      case 4:
        broken = replaceOne(broken, /<[^<>]*>/g, dice, (tag) => (dice.below(2) ? '' : tag + tag))
        break
      default:
        broken = replaceOne(broken, /="[^"]*"/g, dice, () => `="${dice.pick(values)}"`)
    }
  }
  return broken
}

function replaceOne(text: string, pattern: RegExp, dice: Dice, change: (found: string) => string): string {
  const count = text.match(pattern)?.length ?? 0
  if (count === 0) return text
  let skip = dice.below(count)
  return text.replace(pattern, (found) => (skip-- === 0 ? change(found) : found))
}
