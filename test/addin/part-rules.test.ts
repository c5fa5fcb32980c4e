import assert from 'node:assert/strict'
import {pathToFileURL} from 'node:url'
import ts from 'typescript'

type PartRules = (part: string) => ts.TransformerFactory<ts.SourceFile>

const source = `
import {defineRule} from '../lint/define-rule.js'
import {words} from './words.js'

const pattern = new RegExp(words.join('|'))
const usual = {least: 3}
const wrongSheet = makeSheet()
function check(text: string) { return pattern.test(text) }
export const shared = 1
export default defineRule({
  id: 'a-rule', group: 'notation', severity: 'error', scope: 'workbook', basis: ['依据'],
  title: {zh: '题', en: 'Title'}, why: {zh: '因', en: 'Why'},
  options: {schema: (zod) => zod.any(), default: usual},
  messages: {zh: {wrong: '错'}, en: {wrong: 'bad'}},
  examples: [{wrong: wrongSheet, finds: ['A1']}],
  create: (context) => ({indicator: (node) => check(node.text) && context.report({node, messageId: 'wrong'})})
})
`

let partRules: PartRules

function part(name: string): string {
  return ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true
    },
    transformers: {before: [partRules(name)]}
  }).outputText
}

describe('parts of rules in the pane', () => {
  before(async () => {
    const module: unknown = await import(pathToFileURL('scripts/part-rules.mjs').href)
    ;({partRules} = module as {partRules: PartRules})
  })

  it('are for the page names and options, without what only checks use', () => {
    const names = part('names')
    for (const kept of ["'a-rule'", 'Title', 'usual', 'shared = 1']) assert.ok(names.includes(kept), kept)
    for (const gone of ['pattern', 'function check', 'makeSheet', 'messages', 'create', 'why', 'basis'])
      assert.ok(!names.includes(gone), gone)
  })

  it('are for checks all but what is read, with messages in Chinese', () => {
    const checks = part('checks')
    for (const kept of ['pattern', 'function check', 'scope', '错', 'usual', '依据'])
      assert.ok(checks.includes(kept), kept)
    for (const gone of ['bad', 'Title', 'why', 'makeSheet']) assert.ok(!checks.includes(gone), gone)
  })

  it('are messages alone for English', () => {
    const english = part('english')
    assert.ok(english.includes('bad') && english.includes("'a-rule'"))
    for (const gone of ['错', 'pattern', 'usual', 'Title']) assert.ok(!english.includes(gone), gone)
  })

  it('are for pages what is read, without checks', () => {
    const pages = part('pages')
    for (const kept of ['makeSheet', 'Why', '依据', 'Title']) assert.ok(pages.includes(kept), kept)
    for (const gone of ['pattern', 'messages', 'usual']) assert.ok(!pages.includes(gone), gone)
  })
})
