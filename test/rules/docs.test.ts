import assert from 'node:assert/strict'
import type {z} from 'zod'
import {pageUrl} from '../../shared/lint/to-finding.js'
import {lintExample} from '../../shared/lint/lint-example.js'
import {rules} from '../../shared/rules/index.js'
import {presetDefinitions} from '../../shared/rules/presets.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'
import {writeAllPages} from '../../scripts/docs/all-pages.js'
import {escapeMarkdown, speak} from '../../scripts/docs/markdown.js'
import {drawOptionTable} from '../../scripts/docs/option-table.js'
import {drawSheetTable} from '../../scripts/docs/sheet-table.js'

describe('the pages of the rules', () => {
  let pages: Map<string, string>
  before(() => {
    pages = writeAllPages()
  })

  it('stand where findings point to, say everything about the rule, and mark what is wrong', () => {
    for (const rule of rules) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const page = pages.get(pageUrl(rule.id, locale))
        assert.ok(page, rule.id)
        for (const basis of rule.basis) assert.ok(page.includes(escapeMarkdown(basis)), rule.id)
        for (const name of Object.keys(presetDefinitions)) assert.ok(page.includes(`\`${name}\``))
        const findings = rule.examples.flatMap((example) => lintExample(rule, example, locale).findings)
        for (const {message} of findings) assert.ok(page.includes(escapeMarkdown(message)), message)
        assert.ok((page.match(/\*\* ❌/g) ?? []).length > 0, `${rule.id} marks cells`)
      }
    }
  })

  it('lead nowhere that does not exist', () => {
    for (const [name, text] of pages) {
      const folder = name.replace(/[^/]+$/, '')
      for (const [, target = ''] of text.matchAll(/(?<!\\)\]\(([^)]+)\)/g)) {
        const path = new URL(target, `file:///${folder}`).pathname.slice(1)
        assert.ok(pages.has(path), `${name} → ${target}`)
      }
    }
  })

  it('have tables whose rows are as wide as their headings', () => {
    for (const [name, text] of pages) {
      let width = 0
      for (const line of text.split('\n')) {
        const cells = line.startsWith('|') ? line.split(/(?<!\\)\|/).length : 0
        if (width > 0 && cells > 0) assert.equal(cells, width, `${name}: ${line}`)
        width = cells
      }
    }
  })

  it('are the same each time', () => {
    assert.deepEqual([...writeAllPages()], [...pages])
  })
})

describe('options on a page', () => {
  it('show what they may be and their defaults, in both languages', () => {
    const options = {
      schema: (zod: typeof z) =>
        zod.strictObject({least: zod.int().min(1).max(30), words: zod.array(zod.string())}).partial(),
      default: {least: 3, words: ['计划']}
    }
    assert.deepEqual(drawOptionTable(options, speak('zh-CN')).split('\n').slice(2), [
      '| `least` | 整数 1–30 | `3` |',
      '| `words` | 数组：文本 | `["计划"]` |'
    ])
    assert.match(drawOptionTable(options, speak('en')), /integer 1–30[^]*array of text/)
  })
})

describe('a sheet as markdown', () => {
  const t = speak('zh-CN')

  it('shows signs of markdown and HTML as they are', () => {
    assert.equal(escapeMarkdown('（≥**%）|<p>_1_'), '（≥\\*\\*%）\\|&lt;p&gt;\\_1\\_')
    assert.equal(escapeMarkdown(' 甲\n乙'), '␣甲<br>乙')
  })

  it('marks cells, empty cells and the filled cells of ranges', () => {
    const [literal] = readLiteral(sheet`
      甲 | 乙 | 丙
      丁 | | 戊
    `).sheets
    assert.ok(literal)
    assert.deepEqual(drawSheetTable(literal, ['B1', 'B2', 'A2:C2'], t).split('\n').slice(2), [
      '| 1 | 甲 | **乙** ❌ | 丙 |',
      '| 2 | **丁** ❌ | **（空）** ❌ | **戊** ❌ |'
    ])
  })
})
