import type {Bilingual} from '../../shared/lint/define-rule.js'

export type ReadErrorCode =
  | 'empty-file'
  | 'encrypted'
  | 'unsupported-format'
  | 'not-a-workbook'
  | 'damaged'
  | 'too-large'
  | 'unsafe-xml'
  | 'bad-xml'

/** A file that can't be read as a workbook, with the reason in both languages. */
export class ReadError extends Error {
  override readonly name = 'ReadError'

  constructor(
    readonly code: ReadErrorCode,
    readonly text: Bilingual,
    /** The part of the package, e.g. `xl/worksheets/sheet1.xml`. */
    readonly part?: string
  ) {
    super(text.en)
  }
}
