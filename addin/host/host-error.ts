import type {Bilingual} from '../../shared/lint/define-rule.js'

export type HostErrorCode =
  /** The user is typing in a cell; nothing can be read or written until Enter or Esc. */
  | 'cell-editing'
  | 'missing-sheet'
  | 'hidden-sheet'
  | 'bad-address'
  | 'protected'
  /** This edition cannot do it; see `capabilities`. */
  | 'unsupported'
  | 'too-large'
  /** Anything else; `cause` has the host's own error. */
  | 'failed'

/** What the workbook's host could not do, said for the user in both languages. */
export class HostError extends Error {
  override readonly name = 'HostError'

  constructor(
    readonly code: HostErrorCode,
    /** What, why, what to do. */
    readonly text: Bilingual,
    options?: {cause?: unknown}
  ) {
    super(text.en, options)
  }
}
