import assert from 'node:assert/strict'
import fc from 'fast-check'
import {measureWidth, showControls, wrapText} from '../../linter/format/terminal-text.js'

describe('text on a terminal', () => {
  it('counts a Chinese character as two columns', () => {
    assert.equal(measureWidth('指标≥80%'), 2 + 2 + 1 + 3)
  })

  it('is broken so that no line is too wide, and nothing is lost', () => {
    const word = fc.constantFrom('指', '标', '“', '”', '，', '。', '（', '）', ' ', 'P00H44E', '80%', '≥')
    fc.assert(
      fc.property(fc.array(word, {maxLength: 120}), fc.integer({min: 20, max: 80}), (words, width) => {
        const text = words.join('')
        const lines = wrapText(text, width)
        for (const line of lines) {
          // A word without a break in it may be wider than the terminal.
          if (!/[!-~]{12,}/.test(line)) assert.ok(measureWidth(line) <= width, line)
        }
        assert.equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''))
      })
    )
  })

  it('keeps closing punctuation off the beginning and opening punctuation off the end of lines', () => {
    const lines = wrapText('请把指标值改成以“件”为单位的数，并且写明“数量”，不要写成百分比。'.repeat(4), 40)
    for (const line of lines) assert.doesNotMatch(line, /^[，。”]|“$/)
  })

  it('shows control characters instead of sending them', () => {
    assert.equal(showControls('a\u001b[2Jb\u202ec\nd'), 'a\\u001b[2Jb\\u202ec⏎d')
  })
})
