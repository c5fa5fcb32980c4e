import {ReadError} from '../read-error.js'

/** Walks the records of a part of a binary package ([MS-XLSB] 2.1.4). Throws {@link ReadError} where they make no sense. */
export class RecordScanner {
  /** Type of the current record. */
  type = -1
  /** Length of its content in bytes. */
  size = 0
  private start = 0
  private readonly view: DataView

  constructor(
    private readonly content: Uint8Array,
    private readonly part: string
  ) {
    this.view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  }

  /** Moves to the next record; `false` at the end. */
  next(): boolean {
    this.start += this.size
    if (this.start >= this.content.length) return false
    this.size = 0
    this.type = this.readVariable(2)
    this.size = this.readVariable(4)
    if (this.start + this.size > this.content.length) throw this.damaged()
    return true
  }

  /** A byte, a number of 16 or 32 bits, or a floating-point number of 64 bits, at this offset of the content. */
  byte(offset: number): number {
    return this.view.getUint8(this.place(offset, 1))
  }

  short(offset: number): number {
    return this.view.getUint16(this.place(offset, 2), true)
  }

  long(offset: number): number {
    return this.view.getUint32(this.place(offset, 4), true)
  }

  double(offset: number): number {
    return this.view.getFloat64(this.place(offset, 8), true)
  }

  /** A text (XLWideString) and the offset behind it; the length that stands for no text gives an empty one. */
  text(offset: number): {text: string; end: number} {
    const length = this.long(offset)
    if (length === 0xffffffff) return {text: '', end: offset + 4}
    const from = this.place(offset + 4, 2 * length)
    const text = new TextDecoder('utf-16le', {ignoreBOM: true}).decode(
      this.content.subarray(from, from + 2 * length)
    )
    return {text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, end: offset + 4 + 2 * length}
  }

  damaged(): ReadError {
    return new ReadError(
      'damaged',
      {
        zh: `文件已损坏：部件“${this.part}”的内容有误。请重新获取该文件，或用 Excel、WPS 打开核对后另存为 .xlsx。`,
        en: `The file is damaged: the content of the part "${this.part}" is wrong. Get another copy, or open it in Excel or WPS and save it as .xlsx.`
      },
      this.part
    )
  }

  private place(offset: number, length: number): number {
    if (offset + length > this.size) throw this.damaged()
    return this.start + offset
  }

  /** A number of 7 bits a byte, the lowest first. */
  private readVariable(most: number): number {
    let number = 0
    for (let index = 0; index < most; index++) {
      const byte = this.content[this.start++]
      if (byte === undefined) throw this.damaged()
      number |= (byte & 0x7f) << (7 * index)
      if (byte < 0x80) break
    }
    return number
  }
}
