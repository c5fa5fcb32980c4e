import type {Bilingual} from '../../shared/lint/define-rule.js'

/** Wrong usage or configuration: shown in the user's language, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'

  constructor(readonly text: Bilingual) {
    super(text.en)
  }
}

/** Told by its name, so that it is known across separately loaded parts of the program. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError' && 'text' in error
}
