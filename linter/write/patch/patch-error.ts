import type {Bilingual} from '../../../shared/lint/define-rule.js'

export type PatchRefusal =
  | 'signed'
  | 'strict'
  | 'no-sheet'
  | 'changed'
  | 'formula'
  | 'array'
  | 'covered'
  | 'rich-text'
  | 'table-header'
  | 'pivot'
  | 'linked-data'
  | 'duplicate-cell'
  | 'edited-twice'
  | 'too-long'
  | 'verification'

/** A change that cannot be made without harm, with the reason in both languages. Nothing has been changed then. */
export class PatchError extends Error {
  override readonly name = 'PatchError'

  constructor(
    readonly code: PatchRefusal,
    readonly text: Bilingual,
    readonly place?: {sheet: string; cell: string}
  ) {
    super(text.en)
  }
}
