import assert from 'node:assert/strict'
import fc from 'fast-check'
import {createChecker} from '../../shared/lint/create-checker.js'
import {defineRule, type Rule} from '../../shared/lint/define-rule.js'
import {lintWorkbook, type LintResult} from '../../shared/lint/lint-workbook.js'
import type {LintSettings} from '../../shared/lint/settings.js'
import {findRuleProblems} from '../../shared/lint/validate-rule.js'
import {rules} from '../../shared/rules/index.js'
import {readLiteral, sheet, workbook} from '../../shared/workbook/sheet-literal.js'
import type {Sheet, Workbook} from '../../shared/workbook/workbook.js'
import {cleanWorkbooks} from '../clean/index.js'
import {applyEdits} from '../mutations/apply-edits.js'
import {operators} from '../mutations/operators/index.js'
import {openSite} from '../mutations/site.js'

/** Everything but times; the tree holds the workbook itself. */
function comparable({findings, forms, crashed, suppressions, noteProblems, tree}: LintResult): unknown {
  const used = suppressions.map(({suppression: {by, title, reason}, uses}) => ({by, title, reason, uses}))
  return {findings, forms, crashed, used, noteProblems, sheets: tree.children}
}

function assertSame(result: LintResult, book: Workbook, settings: LintSettings, when = ''): void {
  assert.deepEqual(comparable(result), comparable(lintWorkbook(book, settings)), when)
}

/** The sheets of each example of a rule, with names of their own. */
function sheetsOf({id, examples}: Rule): Sheet[][] {
  return examples.map(({wrong, right}, index) => {
    const literal = wrong ?? right
    return literal ? readLiteral(literal).sheets.map((one) => renamed(one, `${id} ${index} ${one.name}`)) : []
  })
}

function renamed(one: Sheet, name: string): Sheet {
  return {...one, name}
}

function bookOf(sheets: Sheet[]): Workbook {
  return {format: 'literal', date1904: false, sheets, warnings: []}
}

const only = (rule: Rule): LintSettings => ({
  rules: new Map([[rule.id, {severity: rule.severity}]]),
  ...(!rules.includes(rule) && {extraRules: [rule]})
})

/** Whether a checker differs from a check from scratch over the examples of a rule: each alone, and all, twice, in one workbook. */
function differs(rule: Rule): boolean {
  const settings = only(rule)
  const examples = sheetsOf(rule)
  const once = examples.flat()
  const twice = [...once, ...once.map((one) => renamed(one, `${one.name} 再`))]
  // What a rule says of one sheet may hang on another that is emptied.
  const emptied = twice
    .slice(0, 4)
    .map((_, at) => twice.map((one, other) => (other === at ? {...one, cells: []} : one)))
  const checker = createChecker(settings)
  return [twice, ...examples, ...emptied, twice].some((sheets) => {
    const book = bookOf(sheets)
    const {findings} = checker.check(book)
    return JSON.stringify(findings) !== JSON.stringify(lintWorkbook(book, settings).findings)
  })
}

function make(id: string, create: Parameters<typeof defineRule>[0]['create'], scope?: Rule['scope']): Rule {
  return defineRule({
    id,
    group: 'measurability',
    severity: 'warning',
    ...(scope && {scope}),
    title: {zh: '试验', en: 'Trial'},
    why: {zh: '试验用的规则', en: 'A rule for trials'},
    basis: [],
    messages: {zh: {seen: '看到'}, en: {seen: 'seen'}},
    examples: [],
    create
  })
}

const form = (name: string, year = '2024年') => sheet`
  ${year}${name}绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 开展活动次数 | ≥12次
  ^ | 质量指标 | 资料合格率 | ≥95%
  ^ | 时效指标 | 完成时间 | 2023年12月底前
  满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
`

const three = (): Workbook =>
  readLiteral(workbook({助餐: form('老年助餐'), 培训: form('护理员培训'), 宣传: form('政策宣传', '')}))

/** The workbook with one cell of one sheet changed; the other sheets are the same objects. */
function write(book: Workbook, name: string, row: number, column: number, to: string): Workbook {
  return applyEdits(book, [{sheet: name, row, column, to}])
}

describe('a checker that remembers', () => {
  it('recognises and walks only the sheet that was edited', () => {
    const walked: string[] = []
    const rule = make('visits', (context) => ({sheet: () => void walked.push(context.sheet.name)}), 'sheet')
    const checker = createChecker(only(rule))
    const book = three()
    const before = checker.check(book)
    assert.deepEqual(walked.splice(0), ['助餐', '培训', '宣传'])
    const after = checker.check(write(book, '培训', 3, 4, '≥80%'))
    assert.deepEqual(walked, ['培训'])
    assert.deepEqual(
      after.tree.children.map((node, at) => node === before.tree.children[at]),
      [true, false, true]
    )
  })

  it('finds the mistake that was made, and finds it gone when it is put right', () => {
    const checker = createChecker()
    const book = three()
    const has = (checked: Workbook): boolean =>
      checker
        .check(checked)
        .findings.some(
          ({ruleId, sheet, range}) => ruleId === 'count-as-percent' && `${sheet}!${range}` === '培训!D3'
        )
    assert.equal(has(book), false)
    const wrong = write(book, '培训', 3, 4, '≥80%')
    assert.equal(has(wrong), true)
    assert.equal(has(write(wrong, '培训', 3, 4, '≥12次')), false)
  })

  it('checks a sheet anew when the year changes that it takes from the others', () => {
    const checker = createChecker()
    const book = three()
    const yearsFound = (checked: Workbook): string[] => {
      const result = checker.check(checked)
      assertSame(result, checked, {})
      return result.findings.flatMap(({ruleId, sheet}) => (ruleId === 'wrong-year' ? [sheet] : []))
    }
    assert.deepEqual(yearsFound(book), ['助餐', '培训', '宣传'])
    const other = write(
      write(book, '助餐', 1, 1, '2023年老年助餐绩效目标表'),
      '培训',
      1,
      1,
      '2023年护理员培训绩效目标表'
    )
    assert.deepEqual(yearsFound(other), [])
  })

  it('runs a rule from outside over all sheets unless it says that it looks at one', () => {
    const walked: string[] = []
    const rule = make('outside', (context) => ({sheet: () => void walked.push(context.sheet.name)}))
    const checker = createChecker(only(rule))
    const book = three()
    checker.check(book)
    walked.length = 0
    checker.check(write(book, '培训', 3, 4, '≥80%'))
    assert.deepEqual(walked, ['助餐', '培训', '宣传'])
  })

  it('reports a rule that crashes as a check from scratch does', () => {
    for (const scope of ['sheet', 'workbook'] as const) {
      const rule = make(
        'crashes',
        (context) => ({
          indicator(node) {
            if (node.target?.plain === '≥80%') throw new Error('eighty')
            context.report({node, part: 'target', messageId: 'seen'})
          }
        }),
        scope
      )
      const settings = only(rule)
      const checker = createChecker(settings)
      let book = three()
      for (const [name, row] of [
        ['宣传', 4],
        ['助餐', 4],
        ['宣传', 3]
      ] as const) {
        book = write(book, name, row, 4, '≥80%')
        const result = checker.check(book)
        assert.equal(result.crashed, true)
        assertSame(result, book, settings)
      }
      book = write(book, '助餐', 4, 4, '≥95%')
      assertSame(checker.check(book), book, settings)
    }
  })

  it('says the same as a check from scratch about every kind of defect, put in and taken out', () => {
    for (const [index, origin] of cleanWorkbooks.entries()) {
      const site = openSite(origin)
      const checker = createChecker(site.hints)
      checker.check(site.workbook)
      for (const operator of operators.filter((_, at) => at % cleanWorkbooks.length === index)) {
        const [defect] = operator.spoil(site)
        if (!defect) continue
        const spoilt = applyEdits(site.workbook, defect.edits)
        assertSame(checker.check(spoilt), spoilt, site.hints, `${operator.rule} in ${origin.title}`)
      }
      assertSame(checker.check(site.workbook), site.workbook, site.hints, origin.title)
    }
  }).timeout(30_000)
})

describe('the scope that a rule declares', () => {
  for (const rule of rules)
    it(`holds: ${rule.id}`, () => {
      assert.equal(differs(rule), false)
    })

  it('is one of two', () => {
    const [rule] = rules
    assert.equal(findRuleProblems({...rule, scope: 'sheet'}).length, 0)
    assert.equal(findRuleProblems({...rule, scope: 'form'}).length, 1)
  })

  it('is needed where it is the workbook, and this test would tell', () => {
    const needless = rules.filter(
      (rule) => rule.scope === 'workbook' && !differs({...rule, id: `pretended/${rule.id}`, scope: 'sheet'})
    )
    assert.deepEqual(
      needless.map(({id}) => id),
      []
    )
  })

  it('is the workbook for every rule that listens to the workbook', () => {
    const silent = {
      options: {},
      workbook: undefined,
      sheet: undefined,
      form: undefined,
      report: () => undefined
    }
    for (const {id, scope, options, create} of rules) {
      const handlers = create({...silent, options: options?.default ?? {}} as never)
      const listens = 'workbook' in handlers || 'workbook:exit' in handlers
      assert.ok(!listens || scope === 'workbook', id)
    }
  })
})

describe('a checker, whatever is edited', () => {
  const books = rules.flatMap(({examples}) => examples.flatMap(({wrong, right}) => wrong ?? right ?? []))
  const texts = [
    ...new Set(
      books.flatMap((book) => readLiteral(book).sheets.flatMap(({cells}) => cells.map(({text}) => text)))
    )
  ]

  const book = fc
    .array(fc.constantFrom(...books), {minLength: 1, maxLength: 3})
    .map((some) =>
      bookOf(
        some.flatMap((literal, index) =>
          readLiteral(literal).sheets.map((one) => renamed(one, `${one.name}${index + 1}`))
        )
      )
    )
  const change = fc.oneof(
    {weight: 4, arbitrary: fc.constantFrom(...texts).map((text) => () => text)},
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('2022', '2023')
        .map((year) => (text: string) => text.replace(/20\d\d/g, year))
    },
    {weight: 1, arbitrary: fc.constant(() => '')}
  )
  const edit = fc.record({sheet: fc.nat(), cell: fc.nat(), change, note: fc.boolean()})

  it('says what a check from scratch says', () => {
    fc.assert(
      fc.property(book, fc.array(edit, {minLength: 1, maxLength: 4}), (first, edits) => {
        const checker = createChecker()
        let current = first
        checker.check(current)
        for (const {sheet: at, cell: which, change, note} of edits) {
          const one = current.sheets[at % current.sheets.length]
          const cell = one?.cells[which % one.cells.length]
          if (!one || !cell) continue
          const {row, column} = cell
          current = applyEdits(current, [{sheet: one.name, row, column, to: change(cell.text)}])
          if (note) current = addNote(current, one.name, row, column)
          assertSame(checker.check(current), current, {})
        }
      }),
      {numRuns: 60}
    )
  }).timeout(30_000)
})

function addNote(book: Workbook, name: string, row: number, column: number): Workbook {
  const text = (row + column) % 3 === 0 ? '体检忽略' : '体检忽略：已与主管部门核对'
  return {
    ...book,
    sheets: book.sheets.map((one) =>
      one.name === name ? {...one, notes: [...one.notes, {row, column, text}]} : one
    )
  }
}
