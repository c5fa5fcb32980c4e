import type {Finding, Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'

/** A message of a finding in the two columns of a reviewers' list. */
export interface SplitMessage {
  /** What is wrong, and why. */
  problem: string
  /** What to do, with the texts that would have been right. */
  advice: string
}

/** Words with which a Chinese sentence of a message says what to do. */
const chineseAdvice = /(?<!申)请|建议|应填|应改|宜/

/** A proposal that is longer than this is the whole text of a goal: the message says what changes in it. */
const longest = 80

/** Splits what is wrong from what to do. Sentences inside quotation marks belong to the cell, not to the message. */
export function splitMessage(finding: Finding, locale: Locale): SplitMessage {
  const sentences = splitSentences(finding.message)
  const first =
    locale === 'en'
      ? sentences.length > 1
        ? 1
        : -1
      : sentences.findIndex((sentence, index) => index > 0 && chineseAdvice.test(withoutQuotes(sentence)))
  const cut = first < 0 ? sentences.length : first
  const problem = sentences.slice(0, cut).join(locale === 'en' ? ' ' : '')
  const advice = sentences.slice(cut).join(locale === 'en' ? ' ' : '')
  const texts = textsThatWouldBeRight(finding).filter((text) => advice === '' || !advice.includes(text))
  const proposal =
    texts.length === 0
      ? ''
      : say({zh: '可写作：{texts}', en: 'For example: {texts}'}, locale, {
          texts: texts.slice(0, 3).join(locale === 'en' ? '; ' : '；')
        })
  const whole = [advice, proposal].filter(Boolean).join('\n')
  return {problem, advice: whole || say({zh: '请核对。', en: 'Check it.'}, locale)}
}

function textsThatWouldBeRight({expected = [], fixes = []}: Finding): string[] {
  const texts = expected.length > 0 ? expected : fixes.flatMap(({edits}) => edits.map(({to}) => to))
  return [...new Set(texts)].filter((text) => text.trim() !== '' && text.length <= longest)
}

function splitSentences(message: string): string[] {
  const sentences: string[] = []
  let sentence = ''
  let quotes = 0
  let brackets = 0
  let isQuoted = false
  for (const character of message) {
    if (character === '“') quotes++
    else if (character === '”') quotes = Math.max(0, quotes - 1)
    else if (character === '"') isQuoted = !isQuoted
    else if (quotes === 0 && !isQuoted) {
      // Inside quotation marks they are the cell's, which need not match.
      if (character === '（' || character === '(') brackets++
      else if (character === '）' || character === ')') brackets--
    }
    const isOutside = quotes === 0 && !isQuoted && brackets <= 0
    const isEnglishEnd = character === ' ' && sentence.endsWith('.') && !/e\.g\.$/.test(sentence)
    sentence += character
    if (isOutside && (character === '。' || isEnglishEnd)) {
      sentences.push(sentence)
      sentence = ''
    }
  }
  sentences.push(sentence)
  // A quoted text that was cut may open what it does not close, and hide the end of its sentence.
  return sentences.flatMap((text) => text.split(/(?<=”[^“”]*。)(?=请)/)).flatMap((text) => text.trim() || [])
}

function withoutQuotes(text: string): string {
  return text.replace(/“[^”]*”/g, '')
}
