import {ReadError} from '../read-error.js'

const enum Code {
  Tab = 9,
  Space = 32,
  Bang = 33,
  Quote = 34,
  Apostrophe = 39,
  Slash = 47,
  Colon = 58,
  Less = 60,
  Equals = 61,
  Greater = 62,
  Question = 63
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
  private attributesStart = 0
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
      const at = xml.indexOf('<', this.end)
      if (at < 0) {
        if (this.stack.length > 0) throw this.malformed(`<${this.stack.at(-1) ?? ''}> 没有结束`, `<${this.stack.at(-1) ?? ''}> is not closed`)
        this.start = this.end = xml.length
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
              zh: `部件“${this.part}”含有文档类型声明（DTD），正常的工作簿不会有，可能是恶意文件，已拒绝读取。`,
              en: `The part "${this.part}" holds a document type declaration (DTD), which no ordinary workbook has; it was not read.`
            },
            this.part
          )
        }
      } else if (code === Code.Slash) return this.readClose(at)
      else return this.readOpen(at)
    }
  }

  /** Raw value of an attribute of the current tag by local name, entities resolved; `undefined` when absent. */
  attribute(name: string): string | undefined {
    const {xml, end} = this
    let at = this.attributesStart
    while (at < end) {
      at = xml.indexOf(name, at)
      if (at < 0 || at >= end) return undefined
      const before = xml.charCodeAt(at - 1)
      let after = at + name.length
      while (xml.charCodeAt(after) <= Code.Space) after++
      if ((before <= Code.Space || before === Code.Colon) && xml.charCodeAt(after) === Code.Equals) {
        after++
        while (xml.charCodeAt(after) <= Code.Space) after++
        const quote = xml.charCodeAt(after)
        if (quote === Code.Quote || quote === Code.Apostrophe) {
          const close = xml.indexOf(quote === Code.Quote ? '"' : "'", after + 1)
          if (close < 0 || close > end) return undefined
          return decodeEntities(xml.slice(after + 1, close))
        }
      }
      at += name.length
    }
    return undefined
  }

  /** Text between the current tag and the next one, entities resolved, CDATA unwrapped. */
  text(): string {
    const {xml} = this
    let to = xml.indexOf('<', this.end)
    if (to < 0) return ''
    if (xml.charCodeAt(to + 1) !== Code.Bang) return decodeEntities(xml.slice(this.end, to))
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
    const {xml} = this
    let nameStart = at + 1
    let position = nameStart
    let code = xml.charCodeAt(position)
    if (!isNameStart(code)) throw this.malformed(`第 ${at} 个字符处有多余的“<”`, `there is a stray "<" at character ${at}`)
    while (code > Code.Space && code !== Code.Greater && code !== Code.Slash) {
      if (code === Code.Colon) nameStart = position + 1
      code = xml.charCodeAt(++position)
    }
    const full = xml.slice(at + 1, position)
    this.name = nameStart === at + 1 ? full : xml.slice(nameStart, position)
    this.attributesStart = position
    while (code !== Code.Greater) {
      if (code === Code.Quote || code === Code.Apostrophe) {
        position = xml.indexOf(code === Code.Quote ? '"' : "'", position + 1)
        if (position < 0) throw this.malformed('文字在中途断开', 'it ends in the middle')
      } else if (code === Code.Less || Number.isNaN(code)) {
        throw this.malformed(`<${full}> 没有写完`, `<${full}> is not finished`)
      }
      code = xml.charCodeAt(++position)
    }
    this.start = at
    this.end = position + 1
    if (xml.charCodeAt(position - 1) === Code.Slash) return 'empty'
    if (this.stack.length >= this.maxDepth) throw this.malformed('嵌套过深', 'it is nested too deeply')
    this.stack.push(full)
    return 'open'
  }

  private readClose(at: number): TagKind {
    const {xml} = this
    const close = xml.indexOf('>', at)
    if (close < 0) throw this.malformed('文字在中途断开', 'it ends in the middle')
    const opened = this.stack.pop()
    if (opened === undefined || !xml.startsWith(opened, at + 2) || close - at - 2 < opened.length || (close - at - 2 > opened.length && xml.slice(at + 2, close).trim() !== opened)) {
      throw this.malformed(`</${xml.slice(at + 2, Math.min(close, at + 40))}> 没有对应的开头`, `</${xml.slice(at + 2, Math.min(close, at + 40))}> does not match what was opened`)
    }
    const colon = opened.indexOf(':')
    this.name = colon < 0 ? opened : opened.slice(colon + 1)
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

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === Code.Colon || code > 127
}

const named: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

/** Resolves the five named entities and character references; `\r\n` becomes `\n` (XML 1.0, 2.11). */
export function decodeEntities(text: string): string {
  let decoded = text
  if (decoded.includes('&')) {
    decoded = decoded.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
    })
  }
  return decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
}

/** Decodes an XML part: UTF-8, or UTF-16 with a byte order mark. Throws {@link ReadError} for invalid bytes. */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
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
