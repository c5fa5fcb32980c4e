import {ReadError} from '../read-error.js'
import {standsAt} from './stands-at.js'

const enum Code {
  Tab = 9,
  Space = 32,
  Bang = 33,
  Quote = 34,
  Hash = 35,
  Ampersand = 38,
  Apostrophe = 39,
  Slash = 47,
  Colon = 58,
  Less = 60,
  Equals = 61,
  Greater = 62,
  Question = 63,
  LowerX = 120
}

export type TagKind = 'open' | 'close' | 'empty' | 'end'

/**
 * Walks the tags of an XML part without building a tree. It checks on the way that elements are nested and closed
 * properly, and refuses document type declarations (entity expansion). Names are given without namespace prefix.
 */
export class XmlScanner {
  /** Local name of the current tag. */
  name = ''
  /** Offsets of the current tag in the text: `<` and one behind `>`. */
  start = 0
  end = 0
  /** Where the attributes of the current tag begin, when it is written in the usual way; 0 otherwise. */
  private usualFrom = 0
  /** Offsets of the attributes of an unusual tag, four each: local name from and to, value from and to. */
  private readonly places: number[] = []
  private placeCount = 0
  private hasRoot = false
  /** Name of the current tag with its prefix. */
  private fullName = ''
  private readonly stack: string[] = []

  constructor(
    readonly xml: string,
    private readonly part: string,
    private readonly maxDepth = 256
  ) {}

  get depth(): number {
    return this.stack.length
  }

  /** Moves to the next tag; comments, processing instructions and CDATA are passed over. */
  next(): TagKind {
    const {xml} = this
    for (;;) {
      // Mostly one tag follows the other: looking is quicker than searching.
      const at = xml.charCodeAt(this.end) === Code.Less ? this.end : xml.indexOf('<', this.end)
      if (at < 0) {
        if (this.stack.length > 0)
          throw this.malformed(
            `<${this.stack.at(-1) ?? ''}> 没有结束`,
            `<${this.stack.at(-1) ?? ''}> is not closed`
          )
        if (!this.hasRoot) throw this.malformed('没有内容', 'it is empty')
        if (/[^\s\0]/.test(xml.slice(this.end)))
          throw this.malformed('结尾后面还有文字', 'there is text behind its end')
        this.start = this.end = xml.length
        this.forgetAttributes()
        return 'end'
      }
      const code = xml.charCodeAt(at + 1)
      if (code === Code.Question) this.end = this.skip(at, '?>')
      else if (code === Code.Bang) {
        if (xml.startsWith('<!--', at)) this.end = this.skip(at, '-->')
        else if (xml.startsWith('<![CDATA[', at)) this.end = this.skip(at, ']]>')
        else {
          throw new ReadError(
            'unsafe-xml',
            {
              zh: `部件“${this.part}”含有文档类型声明（DTD），正常的工作簿不会有，可能是恶意文件，已拒绝读取。请向报送人核实，用 Excel 或 WPS 另存后再检查。`,
              en: `The part "${this.part}" holds a document type declaration (DTD), which no ordinary workbook has; it was not read. Ask the sender, and check a copy saved by Excel or WPS.`
            },
            this.part
          )
        }
      } else if (code === Code.Slash) return this.readClose(at)
      else return this.readOpen(at)
    }
  }

  /** Value of an attribute of the current tag by local name, entities resolved; `undefined` when absent. */
  attribute(name: string): string | undefined {
    const {xml, places} = this
    if (this.usualFrom > 0) return this.usualAttribute(name)
    for (let index = 0; index < this.placeCount; index += 4) {
      const from = places[index] as number
      if ((places[index + 1] as number) - from === name.length && xml.startsWith(name, from)) {
        return decodeEntities(xml.slice(places[index + 2], places[index + 3]))
      }
    }
    return undefined
  }

  /** Neither names nor values of a usual tag hold `=` or quotes, so a name before `="` is the name of an attribute. */
  private usualAttribute(name: string): string | undefined {
    const written = this.xml.slice(this.usualFrom, this.end)
    const mark = name + '="'
    let at = written.indexOf(mark)
    while (at > 0) {
      const before = written.charCodeAt(at - 1)
      if (before <= Code.Space || before === Code.Colon) {
        const from = at + mark.length
        return decodeEntities(written.slice(from, written.indexOf('"', from)))
      }
      at = written.indexOf(mark, at + 1)
    }
    return undefined
  }

  private forgetAttributes(): void {
    this.usualFrom = 0
    this.placeCount = 0
  }

  /** Text between the current tag and the next one, entities resolved, CDATA unwrapped; moves behind it. */
  text(): string {
    const {xml} = this
    let to = xml.indexOf('<', this.end)
    if (to < 0) return ''
    if (xml.charCodeAt(to + 1) !== Code.Bang) {
      const plain = xml.slice(this.end, to)
      this.end = to
      return decodeEntities(plain)
    }
    let text = ''
    let from = this.end
    while (to >= 0 && xml.charCodeAt(to + 1) === Code.Bang) {
      text += decodeEntities(xml.slice(from, to))
      if (xml.startsWith('<![CDATA[', to)) {
        const close = this.skip(to, ']]>')
        text += xml.slice(to + 9, close - 3)
        from = close
      } else from = this.skip(to, '-->')
      to = xml.indexOf('<', from)
    }
    return text + (to < 0 ? '' : decodeEntities(xml.slice(from, to)))
  }

  /** Passes over the element just opened, to its end tag. */
  skipElement(): void {
    const depth = this.stack.length
    while (this.stack.length >= depth) if (this.next() === 'end') return
  }

  private skip(at: number, mark: string): number {
    const close = this.xml.indexOf(mark, at)
    if (close < 0) throw this.malformed('文字在中途断开', 'it ends in the middle')
    return close + mark.length
  }

  private readOpen(at: number): TagKind {
    const {xml, stack} = this
    usualTag.lastIndex = at
    const full = usualTag.exec(xml)?.[1]
    if (full === undefined) this.readUnusualTag(at)
    else {
      this.name = this.fullName = full
      this.usualFrom = at + 1 + full.length
      this.end = usualTag.lastIndex
    }
    this.start = at
    if (stack.length === 0) {
      if (this.hasRoot) throw this.malformed('有不止一个根元素', 'it has more than one root element')
      this.hasRoot = true
    }
    if (xml.charCodeAt(this.end - 2) === Code.Slash) return 'empty'
    if (stack.length >= this.maxDepth) throw this.malformed('嵌套过深', 'it is nested too deeply')
    stack.push(this.fullName)
    return 'open'
  }

  /** Reads a tag with a prefix, with apostrophes, with many attributes, or with what is no XML. */
  private readUnusualTag(at: number): void {
    const {xml} = this
    let nameStart = at + 1
    let position = nameStart
    let code = xml.charCodeAt(position)
    if (!isNameStart(code))
      throw this.malformed(`第 ${at} 个字符处有多余的“<”`, `there is a stray "<" at character ${at}`)
    while (code > Code.Space && code !== Code.Greater && code !== Code.Slash) {
      if (code === Code.Colon) nameStart = position + 1
      code = xml.charCodeAt(++position)
    }
    this.fullName = xml.slice(at + 1, position)
    this.name = nameStart === at + 1 ? this.fullName : xml.slice(nameStart, position)
    this.usualFrom = 0
    this.end = this.readAttributes(position, this.fullName) + 1
  }

  /** Notes where the attributes stand, up to the tag's `>`, whose offset is returned. */
  private readAttributes(from: number, tag: string): number {
    const {xml, places} = this
    let position = from
    let count = 0
    for (;;) {
      let code = xml.charCodeAt(position)
      while (code <= Code.Space) code = xml.charCodeAt(++position)
      if (code === Code.Greater) break
      if (code === Code.Slash && xml.charCodeAt(position + 1) === Code.Greater) {
        position++
        break
      }
      let nameStart = position
      while (code > Code.Space && code !== Code.Equals && code !== Code.Greater && code !== Code.Less) {
        if (code === Code.Colon) nameStart = position + 1
        code = xml.charCodeAt(++position)
      }
      const nameEnd = position
      while (code <= Code.Space) code = xml.charCodeAt(++position)
      if (code !== Code.Equals || nameEnd === nameStart) throw this.unfinished(tag)
      do code = xml.charCodeAt(++position)
      while (code <= Code.Space)
      if (code !== Code.Quote && code !== Code.Apostrophe) throw this.unfinished(tag)
      const valueStart = ++position
      const close = xml.indexOf(code === Code.Quote ? '"' : "'", position)
      if (close < 0) throw this.unfinished(tag)
      places[count] = nameStart
      places[count + 1] = nameEnd
      places[count + 2] = valueStart
      places[count + 3] = close
      count += 4
      position = close + 1
    }
    this.placeCount = count
    return position
  }

  private unfinished(tag: string): ReadError {
    return this.malformed(`<${tag.slice(0, 40)}> 没有写完`, `<${tag.slice(0, 40)}> is not finished`)
  }

  private readClose(at: number): TagKind {
    const {xml} = this
    const opened = this.stack.pop()
    const expected = at + 2 + (opened === undefined ? 0 : opened.length)
    const close = xml.charCodeAt(expected) === Code.Greater ? expected : xml.indexOf('>', at)
    if (close < 0) throw this.malformed('文字在中途断开', 'it ends in the middle')
    if (
      opened === undefined ||
      !standsAt(xml, opened, at + 2) ||
      close - at - 2 < opened.length ||
      (close - at - 2 > opened.length && xml.slice(at + 2, close).trim() !== opened)
    ) {
      throw this.malformed(
        `</${xml.slice(at + 2, Math.min(close, at + 40))}> 没有对应的开头`,
        `</${xml.slice(at + 2, Math.min(close, at + 40))}> does not match what was opened`
      )
    }
    const colon = opened.indexOf(':')
    this.name = colon < 0 ? opened : opened.slice(colon + 1)
    this.forgetAttributes()
    this.start = at
    this.end = close + 1
    return 'close'
  }

  private malformed(zh: string, en: string): ReadError {
    return new ReadError(
      'bad-xml',
      {
        zh: `部件“${this.part}”的内容有误：${zh}。文件可能已损坏，请用 Excel 或 WPS 打开并重新保存。`,
        en: `The part "${this.part}" is malformed: ${en}. The file may be damaged; open it in Excel or WPS and save it again.`
      },
      this.part
    )
  }
}

/**
 * A tag as nearly all programs write it: no prefix, values in quotes and without `=`. The number of attributes is bounded,
 * for a regular expression must remember where each began.
 */
const usualTag = /<([A-Za-z][\w.-]*)(?:[\t\n\r ]+[^\x00-\x20=<>"'/]+(?<!:)="[^"=<]*"){0,99}[\t\n\r ]*\/?>/y

function isNameStart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === Code.Colon ||
    code > 127
  )
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"]
])

/** Resolves the five named entities and character references; line ends, also those written as references, become `\n`. */
export function decodeEntities(text: string): string {
  const resolved = text.includes('&') ? resolveReferences(text) : text
  return resolved.includes('\r') ? resolved.replace(/\r\n?/g, '\n') : resolved
}

function resolveReferences(text: string): string {
  let at = text.indexOf('&')
  let decoded = ''
  let from = 0
  while (at >= 0) {
    const end = text.indexOf(';', at)
    if (end < 0) break
    const character = end - at > 9 ? undefined : resolveReference(text, at + 1, end)
    if (character === undefined) {
      at = text.indexOf('&', at + 1)
      continue
    }
    if (at > from) decoded += text.slice(from, at)
    decoded += character
    from = end + 1
    at = text.charCodeAt(from) === Code.Ampersand ? from : text.indexOf('&', from)
  }
  return from === 0 ? text : decoded + text.slice(from)
}

/** The character of `#20135`, `#x51FA` or `amp`; openpyxl writes every Chinese character like this, so it is quick. */
function resolveReference(text: string, from: number, end: number): string | undefined {
  if (text.charCodeAt(from) !== Code.Hash) return named.get(text.slice(from, end))
  const isHex = text.charCodeAt(from + 1) === Code.LowerX
  let code = 0
  let at = isHex ? from + 2 : from + 1
  if (at === end) return undefined
  for (; at < end; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit >= 0 && digit <= 9) code = code * (isHex ? 16 : 10) + digit
    else {
      // Bit 32 is what lower-case letters have more.
      const letter = (digit & ~32) - 7
      if (!isHex || letter < 10 || letter > 15) return undefined
      code = code * 16 + letter
    }
  }
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd'
}

const strictUtf8 = new TextDecoder('utf-8', {fatal: true})

/** Decodes an XML part: UTF-8, or UTF-16 with a byte order mark. Throws {@link ReadError} for invalid bytes. */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return encoding === 'utf-8'
      ? strictUtf8.decode(bytes)
      : new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    throw new ReadError(
      'bad-xml',
      {
        zh: `部件“${part}”的文字编码有误，文件可能已损坏，请用 Excel 或 WPS 打开并重新保存。`,
        en: `The text of the part "${part}" is not valid ${encoding}; the file may be damaged. Open it in Excel or WPS and save it again.`
      },
      part
    )
  }
}
