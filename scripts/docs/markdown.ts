import type {Bilingual} from '../../shared/lint/define-rule.js'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'

/** Writes texts of one language. */
export type Say = (zh: string, en: string, data?: Record<string, string | number>) => string

export function speak(locale: Locale): Say {
  return (zh, en, data) => say({zh, en}, locale, data)
}

/** Text as markdown shows it, sign by sign: a cell's `**` or `<p>` is no markup; line breaks become `<br>`. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]|~#]/g, '\\$&')
    .replace(/^ +| +$/g, (blanks) => '␣'.repeat(blanks.length))
    .replace(/\u3000/g, '␣')
    .replace(/\n/g, '<br>')
}

/** Paragraphs of prose: an empty line parts them, every other sign is shown as it is. */
export function paragraphs(text: Bilingual, locale: Locale): string {
  return say(text, locale)
    .split(/\n\s*\n/)
    .map((paragraph) => escapeMarkdown(paragraph.trim().replace(/\s*\n\s*/g, ' ')))
    .join('\n\n')
}

/** A table; the cells are markdown already. */
export function table(headings: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Pages are blocks parted by one empty line. */
export function joinBlocks(blocks: (string | undefined)[]): string {
  return blocks.filter((block) => block !== undefined && block !== '').join('\n\n') + '\n'
}
