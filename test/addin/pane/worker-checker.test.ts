import assert from 'node:assert/strict'
import fc from 'fast-check'
import {complete, shorten} from '../../../addin/pane/check/findings-update.js'
import {LocalChecker} from '../../../addin/pane/check/local-checker.js'
import {WorkerChecker} from '../../../addin/pane/check/worker-checker.js'
import type {Checker} from '../../../addin/pane/check/checker.js'
import type {ShortReport} from '../../../addin/pane/check/worker-messages.js'
import type {Finding} from '../../../shared/lint/finding.js'
import {readLiteral} from '../../../shared/workbook/sheet-literal.js'
import type {Cell, Workbook} from '../../../shared/workbook/workbook.js'
import {applyEdits} from '../../mutations/apply-edits.js'
import {training} from './open-pane.js'

const settings = {locale: 'zh-CN'} as const

const finding = (text: string): Finding => ({
  ruleId: 'typing',
  group: 'notation',
  severity: 'warning',
  messageId: 'typing',
  message: text,
  sheet: '表',
  range: 'A1',
  basis: [],
  url: ''
})

describe('findings sent as changes', () => {
  const texts = fc.uniqueArray(fc.string({maxLength: 3}), {maxLength: 12})

  it('are the same list again, whatever came and went', () => {
    fc.assert(
      fc.property(texts, texts, (old, now) => {
        const before = old.map(finding)
        // Some are the very objects of the list before, as those of sheets that were not checked again.
        const known = new Map(
          before.map((one, at) => [one.message, at % 2 === 0 ? one : finding(one.message)])
        )
        const after = now.map((text) => known.get(text) ?? finding(text))
        const update = shorten(after, before)
        assert.deepEqual(complete(structuredClone(update), before), after)
        const sent = update.filter((entry) => typeof entry !== 'number').length
        assert.equal(sent, now.filter((text) => !old.includes(text)).length)
      })
    )
  })
})

/** Runs the worker's module in this thread; messages are copied as between threads. Gives back what was said. */
async function withWorker(use: (checker: Checker, answers: unknown[]) => Promise<void>): Promise<void> {
  type Listener = (event: {data: unknown}) => void
  const scope = globalThis as unknown as Record<string, unknown>
  const were = ['Worker', 'addEventListener', 'postMessage'].map((name) => [name, scope[name]] as const)
  const answers: unknown[] = []
  let inWorker: Listener = () => undefined
  let onPage: Listener = () => undefined
  scope.addEventListener = (_: string, listener: Listener) => (inWorker = listener)
  scope.postMessage = (message: unknown) => {
    const data = structuredClone(message)
    answers.push(data)
    setTimeout(() => onPage({data}))
  }
  scope.Worker = class {
    addEventListener(type: string, listener: Listener): void {
      if (type === 'message') onPage = listener
    }
    postMessage(message: unknown): void {
      const data = structuredClone(message)
      setTimeout(() => inWorker({data}))
    }
    terminate(): void {
      inWorker = () => undefined
    }
  }
  try {
    await import('../../../addin/pane/check/check-worker.js')
    await use(WorkerChecker.start(), answers)
  } finally {
    for (const [name, value] of were) scope[name] = value
  }
}

describe('the checker on the page', () => {
  it('remembers sheets that did not change when the whole workbook is read again', async () => {
    const checker = new LocalChecker()
    const book = readLiteral(training)
    await checker.load(structuredClone(book))
    const first = await checker.check(settings)
    const [one, two] = book.sheets
    assert.ok(one && two)
    await checker.load(structuredClone({...book, sheets: [{...one, name: '新表'}, two, one]}))
    const second = await checker.check(settings)
    const remembered = second.findings.filter((found) => first.findings.includes(found))
    assert.deepEqual([...new Set(remembered.map(({sheet}) => sheet))], ['培训', '助餐'])
    assert.ok(second.findings.some(({sheet}) => sheet === '新表'))
  })
})

describe('the checker beside the page', () => {
  it('says what one on the page says, and after an edit sends only what is new', async () => {
    await withWorker(async (beside, answers) => {
      const onPage = new LocalChecker()
      const both = async (): Promise<Finding[]> => {
        const {findings, forms, noteProblems} = await beside.check(settings)
        const local = await onPage.check(settings)
        assert.deepEqual(
          {findings, forms, noteProblems},
          {findings: local.findings, forms: local.forms, noteProblems: local.noteProblems}
        )
        return findings
      }
      const replace = async (book: Workbook, name: string): Promise<void> => {
        const sheet = book.sheets.find((one) => one.name === name)
        assert.ok(sheet)
        for (const checker of [beside, onPage]) await checker.replaceSheet(structuredClone(sheet))
      }
      const sent = (): number => (answers.at(-1) as {value: ShortReport}).value.findings.filter(isNew).length

      const book = readLiteral(training)
      for (const checker of [beside, onPage]) await checker.load(structuredClone(book))
      const first = await both()
      assert.equal(sent(), first.length)
      assert.equal((await both())[0], first[0])
      assert.equal(sent(), 0)

      const edited = applyEdits(book, [{sheet: '培训', row: 4, column: 5, to: '≥90'}])
      await replace(edited, '培训')
      const second = await both()
      assert.ok(sent() > 0 && sent() < second.length)
      assert.deepEqual(
        second.filter((one) => one.sheet === '助餐' && !first.includes(one)),
        [],
        'findings of the other sheet are the same objects'
      )

      // A sheet of several portions; the mistake stands in the first, and the last has one too.
      const long = makeLong(edited)
      await replace(long, '助餐')
      const third = await both()
      assert.ok(third.some(({range}) => range === 'E3'))
      assert.ok(third.some(({sheet, range}) => sheet === '助餐' && /[A-Z]3\d{3}/.test(range)))
    })
  })
})

function isNew(entry: unknown): boolean {
  return typeof entry !== 'number'
}

/** The first sheet with 3,000 indicators more below its own. */
function makeLong(book: Workbook): Workbook {
  const row = (number: number): string[] => [
    '满意度指标',
    '服务对象满意度指标',
    `${number}号助餐点老人满意度`,
    `在${number}号助餐点的问卷调查结果`,
    number % 2 === 0 ? '≥90' : '≥90%',
    '实施方案'
  ]
  const more = Array.from({length: 3000}, (_, index) =>
    row(index + 6).map((text, column): Cell => ({row: index + 6, column: column + 1, text, value: text}))
  ).flat()
  const sheets = book.sheets.map((sheet) =>
    sheet.name === '助餐' ? {...sheet, cells: [...sheet.cells, ...more]} : sheet
  )
  return {...book, sheets}
}
