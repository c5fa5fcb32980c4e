import assert from 'node:assert/strict'
import {unzipSync} from 'fflate'
import {openPane} from '../addin/pane/open-pane.js'
import type {Finding} from '../../shared/lint/finding.js'
import {encodeState} from '../../shared/workbook/document-state.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'
import type {Workbook} from '../../shared/workbook/workbook.js'
import {makeXlsx, relationships, zipParts} from '../read/make-xlsx.js'
import {Desk} from './run-command.js'

const form = sheet`
  2024年清河市法律援助经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 法律咨询件数 | ≥80%
`

/** The workbook as a file in which Excel kept the state of the pane. */
function withState(workbook: Workbook, part: string): Uint8Array {
  const parts = unzipSync(makeXlsx(workbook)) as Record<string, string | Uint8Array>
  const name = 'xl/_rels/workbook.xml.rels'
  const links = new TextDecoder().decode(parts[name] as Uint8Array)
  parts[name] = links.replace(
    '</Relationships>',
    relationships([['rId90', 'customXml', '../customXml/item1.xml']]).replace(
      /^[\s\S]*?(<Relationship .*>)/,
      '$1'
    )
  )
  parts['customXml/item1.xml'] = part
  return zipParts(parts)
}

interface Report {
  results: {findings: Finding[]; warnings?: {code: string; message: string}[]}[]
  summary: {errors: number; suppressed: number}
}

describe('the command line and suppressions', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
  })
  afterEach(() => desk.clear())

  const check = async (...args: string[]): Promise<Report & {status: number; err: string}> => {
    const {status, out, err} = await desk.run('表.xlsx', '--format', 'json', ...args)
    return {...(JSON.parse(out) as Report), status, err}
  }

  it('honours what the pane kept in the file', async () => {
    const {pane, host, find} = await openPane(form)
    await pane.check()
    await pane.ignore(find('count-as-percent'), 'place', '考核的就是 <比率> & 口径')
    desk.write('表.xlsx', withState(readLiteral(form), encodeState(await host.loadState())))
    const {status, results, summary} = await check()
    assert.deepEqual([status, summary.errors, summary.suppressed], [0, 0, 1])
    assert.deepEqual(results[0]?.findings.find(({ruleId}) => ruleId === 'count-as-percent')?.suppressed, {
      by: 'document',
      reason: '考核的就是 <比率> & 口径'
    })
    const distrusting = await check('--no-suppressions')
    assert.deepEqual([distrusting.status, distrusting.summary.suppressed], [1, 0])
  })

  it('is not upset by a damaged state or by the data of other programs', async () => {
    for (const part of ['<state xmlns="urn:jixiao-lint:state">{"suppr', '<other xmlns="urn:x"/>', '\u0000']) {
      desk.write('表.xlsx', withState(readLiteral(form), part))
      assert.equal((await check()).summary.errors, 1)
    }
  })

  it('honours a note in the cell, and names a note that has become useless', async () => {
    const workbook = readLiteral(form)
    workbook.sheets[0]!.notes = [
      {row: 3, column: 4, text: '体检忽略 count-as-percent：考核的就是比率'},
      {row: 3, column: 3, text: '体检忽略 wrong-year：已改'}
    ]
    desk.write('表.xlsx', makeXlsx(workbook))
    const {status, results} = await check()
    assert.equal(status, 0)
    assert.deepEqual(
      results[0]?.warnings?.map(({code, message}) => [code, message.includes('C3（wrong-year）')]),
      [['unused-suppression', true]]
    )
  })

  it('honours the configuration by file, sheet, range and rule, and names what no file needs', async () => {
    desk.write('表.xlsx', makeXlsx(readLiteral(form)))
    desk.write(
      'jixiao.config.json',
      JSON.stringify({
        suppressions: [
          {
            files: ['*.xlsx'],
            sheets: ['绩效*'],
            ranges: ['D1:D9'],
            rules: ['count-as-percent'],
            reason: '县里口径'
          },
          {files: ['乡镇/**'], reason: '别处'},
          {rules: ['wrong-year'], reason: '跨年项目'}
        ]
      })
    )
    const {status, results, err} = await check()
    assert.equal(status, 0)
    assert.deepEqual(results[0]?.findings.find(({ruleId}) => ruleId === 'count-as-percent')?.suppressed, {
      by: 'configuration',
      reason: '县里口径'
    })
    assert.match(err, /suppressions\[2\]/)
    assert.ok(!err.includes('suppressions[1]'), 'it was not asked about any checked file')
  })

  it('refuses a suppression without a reason or with an unknown rule', async () => {
    desk.write('表.xlsx', makeXlsx(readLiteral(form)))
    desk.write(
      'jixiao.config.json',
      JSON.stringify({suppressions: [{rules: ['count-as-percent'], reason: ''}]})
    )
    const silent = await desk.run('表.xlsx')
    assert.equal(silent.status, 2)
    assert.match(silent.err, /理由/)
    desk.write(
      'jixiao.config.json',
      JSON.stringify({suppressions: [{rules: ['wrong-yaer'], reason: '跨年'}]})
    )
    const unknown = await desk.run('表.xlsx')
    assert.match(unknown.err, /是不是“wrong-year”/)
  })
})
