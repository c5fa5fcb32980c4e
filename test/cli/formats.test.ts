import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {fingerprint} from '../../linter/run/fingerprint.js'
import {sheet} from '../../shared/workbook/sheet-literal.js'
import {Desk} from './run-command.js'

const nasty = sheet`
  2024年<b>法律</b>服务经费绩效目标表
  填报单位 | 清河市司法局
  项目名称 | 法律服务经费
  一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值
  产出指标 | 数量指标 | 群众咨询件数 | 全年接待群众咨询的<img src=x>件数 | ≥80%
  ^ | ^ | =HYPERLINK("x")宣传次数 | 全年宣传的次数 | ≥90%
  ^ | 质量指标 | 办结合格率 | 办结合格的比率 | ≥95%
`

describe('formats of the report', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
    desk.write('表.xlsx', nasty)
    desk.write('坏.xlsx', 'PK\u0003\u0004 cut off')
  })
  afterEach(() => desk.clear())
  const read = (name: string): string => readFileSync(path.join(desk.folder, name), 'utf8')

  it('can be written several at once, one of them to the screen', async () => {
    const {status, out, err} = await desk.run(
      ...['.', '--format', 'html:页.html', '--format', 'csv:列表.csv', '--format', 'github']
    )
    assert.equal(status, 2)
    assert.match(out, /^::error file=坏\.xlsx,title=damaged::/m)
    assert.match(out, /^::error file=表\.xlsx,title=count-as-percent::.*!E5 /m)
    assert.match(err, /结果已写入 页\.html/)
    assert.ok(read('页.html').startsWith('<!doctype html>'))
    assert.ok(read('列表.csv').startsWith('\ufeff序号,文件,单位'))
  })

  it('refuse two for the screen, and say the nearest name of an unknown one', async () => {
    const twice = await desk.run('表.xlsx', '--format', 'json', '--format', 'csv')
    assert.equal(twice.status, 2)
    assert.match(twice.err, /只能有一种格式/)
    const unknown = await desk.run('表.xlsx', '--format', 'markdwon')
    assert.equal(unknown.status, 2)
    assert.match(unknown.err, /是不是“markdown”/)
  })

  it('never overwrite a checked file', async () => {
    const before = readFileSync(path.join(desk.folder, '表.xlsx'))
    const {status} = await desk.run('表.xlsx', '--format', 'html:表.xlsx')
    assert.equal(status, 2)
    assert.deepEqual(readFileSync(path.join(desk.folder, '表.xlsx')), before)
  })

  it('html: shows markup of cells as text, forbids everything from outside, and marks the cell', async () => {
    const {out} = await desk.run('表.xlsx', '--format', 'html')
    assert.doesNotMatch(out, /<img/)
    assert.match(out, /&lt;img src=x&gt;/)
    assert.match(out, /Content-Security-Policy" content="default-src 'none'/)
    assert.doesNotMatch(out, /<[^>]* (?:src|href)=/)
    assert.match(out, /<td class="marked">≥80%<\/td>/)
    assert.match(out, /<th scope="row">清河市司法局<\/th>/)
    const english = await desk.run('表.xlsx', '--format', 'html', '--locale', 'en')
    assert.match(english.out, /<html lang="en">/)
    assert.match(english.out, /By unit or file/)
  })

  it('csv: a text that looks like a formula is no formula', async () => {
    const {out} = await desk.run(
      '表.xlsx',
      '--format',
      'csv',
      '--rule',
      'name-is-wish',
      '--rule',
      'count-as-percent'
    )
    const lines = out.split('\r\n')
    assert.match(lines[0] ?? '', /单元格,单元格内容/)
    assert.ok(lines.some((line) => line.includes('清河市司法局,法律服务经费')))
    assert.ok(lines.every((line) => !/(?:^|,)[=+@]/.test(line)))
  })

  it('markdown: cells are text in a table', async () => {
    const {out} = await desk.run('表.xlsx', '--format', 'markdown')
    assert.match(out, /\| E5 \| 🔴 错误 \| ≥80% \|/)
    assert.doesNotMatch(out, /<img/)
  })

  it('junit: a case a finding, an error for a file that cannot be read', async () => {
    const {out} = await desk.run('.', '--format', 'junit', '--rule', 'count-as-percent')
    assert.match(out, /<testsuite name="表\.xlsx" tests="2" failures="2" errors="0"/)
    assert.match(out, /<testsuite name="坏\.xlsx" tests="1" failures="0" errors="1"/)
    assert.match(out, /<error type="damaged"/)
    assert.doesNotMatch(out, /<img/)
  })

  it('sarif: rules, places and fingerprints', async () => {
    const {out} = await desk.run('.', '--format', 'sarif', '--rule', 'count-as-percent')
    const log = JSON.parse(out) as {
      version: string
      runs: {
        tool: {driver: {rules: {id: string; shortDescription: {text: string}}[]}}
        invocations: {
          executionSuccessful: boolean
          toolExecutionNotifications: {descriptor: {id: string}}[]
        }[]
        results: {
          ruleIndex: number
          level: string
          locations: {logicalLocations: {fullyQualifiedName: string}[]}[]
          partialFingerprints: Record<string, string>
        }[]
      }[]
    }
    const [run] = log.runs
    assert.equal(log.version, '2.1.0')
    assert.equal(run?.invocations[0]?.executionSuccessful, false)
    assert.equal(run?.invocations[0]?.toolExecutionNotifications[0]?.descriptor.id, 'damaged')
    assert.equal(run?.tool.driver.rules[0]?.id, 'count-as-percent')
    const [first, second] = run?.results ?? []
    assert.equal(first?.level, 'error')
    assert.match(first?.locations[0]?.logicalLocations[0]?.fullyQualifiedName ?? '', /!E5$/)
    assert.match(first?.partialFingerprints['jixiaoFinding/v1'] ?? '', /^[0-9a-f]{16}$/)
    assert.notDeepEqual(first?.partialFingerprints, second?.partialFingerprints)
  })
})

describe('the fingerprint of a finding', () => {
  const finding = {
    ruleId: 'duplicate-indicator',
    group: 'relevance' as const,
    severity: 'warning' as const,
    messageId: 'same',
    message: '与第11行的指标同名',
    sheet: '表',
    range: 'C14',
    basis: [],
    url: ''
  }
  const forms = (top: number) => ({
    forms: [{sheet: '表', range: `A${top}:F40`, kind: 'project' as const, projectName: '普法', indicators: 9}]
  })

  it('stays when rows are inserted above', () =>
    assert.equal(
      fingerprint(finding, forms(1)),
      fingerprint({...finding, message: '与第13行的指标同名', range: 'C16'}, forms(3))
    ))
  it('differs for another text, rule or project', () => {
    const own = fingerprint({...finding, actual: '培训次数'}, forms(1))
    assert.notEqual(own, fingerprint({...finding, actual: '培训人数'}, forms(1)))
    assert.notEqual(own, fingerprint({...finding, actual: '培训次数', ruleId: 'x'}, forms(1)))
    assert.notEqual(own, fingerprint({...finding, actual: '培训次数'}, {forms: []}))
  })
})
