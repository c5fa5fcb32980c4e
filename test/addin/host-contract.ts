import {until} from './until.js'
import assert from 'node:assert/strict'
import type {WorkbookChange, WorkbookHost} from '../../addin/host/workbook-host.js'
import {readLiteral, sheet, workbook, type WorkbookLiteral} from '../../shared/workbook/sheet-literal.js'
import type {Workbook} from '../../shared/workbook/workbook.js'

/** A host with the hands of its user: what a test may do and look at behind the interface. */
export interface HostUnderTest {
  host: WorkbookHost
  selected(): {sheet: string; range: string} | undefined
  /** The user types into a cell. */
  type(sheet: string, cell: string, value: string | number): Promise<void>
  /** The user lifts or sets the protection of a sheet. */
  protect(sheet: string, on: boolean): Promise<void>
  /** Cells in a colour of ours, as `sheet!A1`. */
  marked(): string[]
  close(): Promise<void>
}

export interface HostSetup {
  protectedSheets?: string[]
  fileName?: string
}

export type OpenHost = (workbook: Workbook, setup?: HostSetup) => Promise<HostUnderTest>

const budget = workbook({
  项目绩效目标表: sheet`
    2024年清河市民政局项目绩效目标表
    项目名称 | 困难老人助餐 | 预算数 | #12.5 0.00
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 助餐人次 | ≥２000人次
    ^ | ^ | 配送次数 | #240
    ^ | 时效指标 | 完成时间 | 2023年12月
  `,
  说明: sheet`填报说明 | 第一行⏎第二行`,
  备查: sheet`内部备查`
})

function makeBudget(): Workbook {
  const made = readLiteral(budget)
  const [first, , hidden] = made.sheets
  if (hidden) hidden.visibility = 'hidden'
  const total = first?.cells.find(({row, column}) => row === 5 && column === 4)
  if (total) total.formula = 'SUM(1,239)'
  return made
}

/** What every host must do; one suite for all of them. */
export function describeHost(name: string, open: OpenHost): void {
  describe(`workbook host: ${name}`, () => {
    let under: HostUnderTest
    const start = async (
      literal: WorkbookLiteral | Workbook = makeBudget(),
      setup?: HostSetup
    ): Promise<void> => {
      under = await open('format' in literal ? literal : readLiteral(literal), setup)
    }
    const textAt = async (cell: string, sheetName = '项目绩效目标表'): Promise<string | undefined> => {
      const read = await under.host.readSheet(sheetName)
      const place = {column: cell.charCodeAt(0) - 64, row: Number(cell.slice(1))}
      return read?.cells.find(({row, column}) => row === place.row && column === place.column)?.text
    }

    afterEach(async () => {
      await under.close()
    })

    describe('reading', () => {
      it('gives every cell, merge, format and formula of every sheet', async () => {
        await start()
        const read = await under.host.readWorkbook()
        const expected = makeBudget()
        assert.deepEqual(
          read.sheets.map(({cells, name, visibility}) => ({cells, name, visibility})),
          expected.sheets.map(({cells, name, visibility}) => ({cells, name, visibility}))
        )
        if (under.host.capabilities.merges)
          assert.deepEqual(
            read.sheets.map(({merges}) => merges),
            expected.sheets.map(({merges}) => merges)
          )
      })

      it('tells how far it is and ends at the total', async () => {
        await start()
        const told: {done: number; total: number}[] = []
        await under.host.readWorkbook({progress: (progress) => told.push({...progress})})
        const last = told.at(-1)
        assert.ok(last && last.total > 0)
        assert.equal(last.done, last.total)
        assert.deepEqual(
          told.map(({done}) => done),
          told.map(({done}) => done).sort((a, b) => a - b)
        )
      })

      it('stops when it is aborted', async () => {
        await start()
        const abort = new AbortController()
        abort.abort()
        await assert.rejects(under.host.readWorkbook({signal: abort.signal}), {name: 'AbortError'})
      })

      it('reads an empty workbook as sheets without cells', async () => {
        await start({sheets: [{name: '空表', text: ''}]})
        const {sheets} = await under.host.readWorkbook()
        assert.deepEqual(
          sheets.map((read) => [read.name, read.cells, read.merges]),
          [['空表', [], []]]
        )
      })

      it('reads one sheet, and nothing where there is none', async () => {
        await start()
        assert.equal((await under.host.readSheet('说明'))?.cells[1]?.text, '第一行\n第二行')
        assert.equal(await under.host.readSheet('不存在'), undefined)
      })

      it('lists sheets with visibility and the one that is shown', async () => {
        await start()
        const sheets = await under.host.listSheets()
        assert.deepEqual(
          sheets.map((info) => [info.name, info.visibility, info.active]),
          [
            ['项目绩效目标表', 'visible', true],
            ['说明', 'visible', false],
            ['备查', 'hidden', false]
          ]
        )
      })

      it('knows the name of the file', async () => {
        await start(makeBudget(), {fileName: '清河市2024年绩效目标.xlsx'})
        assert.equal(await under.host.fileName(), '清河市2024年绩效目标.xlsx')
      })
    })

    describe('going to a place', () => {
      it('shows the sheet and selects the range', async () => {
        await start()
        await under.host.select('说明', 'A1:B1')
        assert.deepEqual(under.selected(), {sheet: '说明', range: 'A1:B1'})
        const shown = (await under.host.listSheets()).find(({active}) => active)
        assert.equal(shown?.name, '说明')
      })

      it('says what is wrong with a hidden sheet, a missing sheet and no address', async () => {
        await start()
        await assert.rejects(under.host.select('备查', 'A1'), {code: 'hidden-sheet'})
        await assert.rejects(under.host.select('没有', 'A1'), {code: 'missing-sheet'})
        await assert.rejects(under.host.select('说明', '第1格'), {code: 'bad-address'})
      })
    })

    describe('edits', () => {
      const edit = (cell: string, from: string, to: string, on = '项目绩效目标表') => ({
        edits: [{sheet: on, cell, from, to}]
      })

      it('writes text that stays text, whatever Excel would make of it when typed', async () => {
        await start()
        const wanted = ['50%', '2024-05', '=1+1', '001', "'引", '1,000', 'TRUE', '@所有人', '-3']
        let from = '≥２000人次'
        for (const to of wanted) {
          const {applied, refused} = await under.host.applyEdits([edit('D4', from, to)])
          assert.deepEqual([applied.length, refused], [1, []], to)
          assert.equal(await textAt('D4'), to)
          from = to
        }
        const cell = (await under.host.readSheet('项目绩效目标表'))?.cells.find(
          ({row, column}) => row === 4 && column === 4
        )
        assert.equal(typeof cell?.value, 'string')
        assert.equal(cell?.formula, undefined)
      })

      it('keeps a number a number, in its format', async () => {
        await start()
        const {applied} = await under.host.applyEdits([edit('D2', '12.50', '13.00')])
        assert.equal(applied.length, 1)
        const cell = (await under.host.readSheet('项目绩效目标表'))?.cells.find(
          ({row, column}) => row === 2 && column === 4
        )
        assert.deepEqual([cell?.value, cell?.text, cell?.format], [13, '13.00', '0.00'])
      })

      it('keeps a percentage and a date what they are', async () => {
        await start(sheet`完成率 | #0.95 0% | 日期 | #45352 yyyy/m/d`)
        await under.host.readWorkbook()
        const {applied} = await under.host.applyEdits([
          edit('B1', '95%', '96%', '绩效目标表'),
          edit('D1', '2024/3/1', '2024/12/31', '绩效目标表')
        ])
        assert.equal(applied.length, 2)
        const cells = (await under.host.readSheet('绩效目标表'))?.cells
        assert.deepEqual(
          [cells?.[1], cells?.[3]].map((cell) => [cell?.value, cell?.text, cell?.format]),
          [
            [0.96, '96%', '0%'],
            [45657, '2024/12/31', 'yyyy/m/d']
          ]
        )
      })

      it('refuses when the cell shows another text by now, and says which', async () => {
        await start()
        await under.type('项目绩效目标表', 'D6', '2024年11月底前')
        const {applied, refused} = await under.host.applyEdits([edit('D6', '2023年12月', '2024年12月')])
        assert.equal(applied.length, 0)
        assert.equal(refused[0]?.refusal.reason, 'changed')
        assert.equal(refused[0]?.refusal.found, '2024年11月底前')
        assert.match(refused[0]?.refusal.text.zh ?? '', /2024年11月底前/)
        assert.equal(await textAt('D6'), '2024年11月底前')
      })

      it('refuses formulas, missing sheets and bad addresses', async () => {
        await start()
        const {refused} = await under.host.applyEdits([
          edit('D5', '240', '250'),
          edit('A1', '', 'x', '没有的表'),
          edit('A1:B2', '', 'x'),
          edit('Q0', '', 'x')
        ])
        assert.deepEqual(
          refused.map(({refusal}) => refusal.reason),
          ['formula', 'missing-sheet', 'bad-address', 'bad-address']
        )
        assert.equal(await textAt('D5'), '240')
      })

      it('carries a change out whole or not at all', async () => {
        await start()
        const {applied, refused} = await under.host.applyEdits([
          {
            edits: [
              {sheet: '项目绩效目标表', cell: 'C4', from: '助餐人次', to: '老人助餐人次'},
              {sheet: '项目绩效目标表', cell: 'D6', from: '别的', to: '2024年12月'}
            ]
          },
          edit('C6', '完成时间', '完成时限')
        ])
        assert.deepEqual([applied.length, refused.length], [1, 1])
        assert.equal(await textAt('C4'), '助餐人次')
        assert.equal(await textAt('C6'), '完成时限')
      })

      it('lets the first of two changes of one cell win', async () => {
        await start()
        const {applied, refused} = await under.host.applyEdits([
          edit('C6', '完成时间', '完成时限'),
          edit('C6', '完成时间', '办结时间')
        ])
        assert.equal(applied.length, 1)
        assert.equal(refused[0]?.refusal.reason, 'conflict')
        assert.equal(await textAt('C6'), '完成时限')
      })

      it('takes changes back exactly: value, type and format', async () => {
        await start()
        const before = await under.host.readSheet('项目绩效目标表')
        const {applied} = await under.host.applyEdits([
          edit('D2', '12.50', '十二万元'),
          edit('D4', '≥２000人次', '≥2000人次'),
          edit('B6', '时效指标', '')
        ])
        assert.equal(applied.length, 3)
        assert.notDeepEqual(await under.host.readSheet('项目绩效目标表'), before)
        const {reverted, refused} = await under.host.revertEdits(applied)
        assert.deepEqual([reverted.length, refused], [3, []])
        assert.deepEqual(await under.host.readSheet('项目绩效目标表'), before)
      })

      it('does not take back what the user changed since', async () => {
        await start()
        const {applied} = await under.host.applyEdits([edit('C6', '完成时间', '完成时限')])
        await under.type('项目绩效目标表', 'C6', '用户改的')
        const {reverted, refused} = await under.host.revertEdits(applied)
        assert.deepEqual([reverted.length, refused[0]?.refusal.reason], [0, 'changed'])
        assert.equal(await textAt('C6'), '用户改的')
      })

      it('leaves a protected sheet alone and says how to lift the protection', async () => {
        await start(makeBudget(), {protectedSheets: ['项目绩效目标表']})
        const first = await under.host.applyEdits([edit('C6', '完成时间', '完成时限')])
        assert.deepEqual([first.applied.length, first.refused[0]?.refusal.reason], [0, 'protected'])
        await under.protect('项目绩效目标表', false)
        const second = await under.host.applyEdits([edit('C6', '完成时间', '完成时限')])
        assert.equal(second.applied.length, 1)
      })
    })

    describe('marks', () => {
      const marks = [
        {sheet: '项目绩效目标表', range: 'D4', severity: 'error' as const},
        {sheet: '项目绩效目标表', range: 'D6', severity: 'warning' as const}
      ]

      it('come, are replaced, and go, leaving exactly what was there', async function () {
        await start()
        if (!under.host.capabilities.highlight) {
          await assert.rejects(under.host.highlight(marks), {code: 'unsupported'})
          return this.skip()
        }
        const before = await under.host.readWorkbook()
        assert.deepEqual(await under.host.highlight(marks), [])
        assert.deepEqual(under.marked(), ['项目绩效目标表!D4', '项目绩效目标表!D6'])
        await under.host.highlight([{sheet: '说明', range: 'A1', severity: 'info'}])
        assert.deepEqual(under.marked(), ['说明!A1'])
        await under.host.clearHighlights()
        assert.deepEqual(under.marked(), [])
        assert.deepEqual(await under.host.readWorkbook(), before)
      })

      it('are not set on protected or missing sheets, and those are named', async function () {
        await start(makeBudget(), {protectedSheets: ['说明']})
        if (!under.host.capabilities.highlight) return this.skip()
        const missing = {sheet: '没有', range: 'A1', severity: 'error' as const}
        const closed = {sheet: '说明', range: 'A1', severity: 'error' as const}
        const left = await under.host.highlight([missing, closed, ...marks])
        assert.deepEqual(left, [missing, closed])
        assert.deepEqual(under.marked(), ['项目绩效目标表!D4', '项目绩效目标表!D6'])
      })
    })

    describe('state', () => {
      it('is kept in the document, replaced and removed', async () => {
        await start()
        assert.equal(await under.host.loadState(), undefined)
        const state = {version: 1, ignored: [{rule: 'wrong-year', reason: '“跨年”<项目> & 其他'}], note: null}
        await under.host.saveState(state)
        assert.deepEqual(await under.host.loadState(), state)
        await under.host.saveState({version: 2})
        assert.deepEqual(await under.host.loadState(), {version: 2})
        await under.host.saveState(undefined)
        assert.equal(await under.host.loadState(), undefined)
      })
    })

    describe('sheets of our own', () => {
      const report = {
        name: '体检问题清单',
        title: '绩效目标体检问题清单',
        columns: [
          {title: '位置', width: 20},
          {title: '问题', width: 60},
          {title: '数', width: 8}
        ],
        rows: [
          [{text: '项目绩效目标表 D6', sheet: '项目绩效目标表', range: 'D6'}, '=年份“2023”不对', 1],
          [{text: '说明 A1', sheet: '说明', range: 'A1'}, '', 2]
        ]
      }

      it('writes a report and shows it; the next one takes its place', async () => {
        await start()
        assert.equal(await under.host.writeReportSheet(report), '体检问题清单')
        assert.equal((await under.host.listSheets()).find(({active}) => active)?.name, '体检问题清单')
        const again = {...report, rows: report.rows.slice(0, 1)}
        assert.equal(await under.host.writeReportSheet(again), '体检问题清单')
        const read = await under.host.readSheet('体检问题清单')
        assert.deepEqual(
          read?.cells.map(({row, column, text}) => [row, column, text]),
          [
            [1, 1, '绩效目标体检问题清单'],
            [2, 1, '位置'],
            [2, 2, '问题'],
            [2, 3, '数'],
            [3, 1, '项目绩效目标表 D6'],
            [3, 2, '=年份“2023”不对'],
            [3, 3, '1']
          ]
        )
        assert.equal(read.cells[4]?.formula, `HYPERLINK("#'项目绩效目标表'!D6","项目绩效目标表 D6")`)
        assert.equal(read.cells[5]?.formula, undefined)
      })

      it('never writes a report over a sheet of the user', async () => {
        await start({sheets: [{name: '体检问题清单', text: '用户自己的表'}]})
        assert.equal(await under.host.writeReportSheet(report), '体检问题清单 (2)')
        assert.equal(await textAt('A1', '体检问题清单'), '用户自己的表')
      })

      it('inserts an exercise that reads back as it was', async () => {
        await start()
        const [exercise] = makeBudget().sheets
        assert.ok(exercise)
        const name = await under.host.insertSheet({...exercise, name: '练习：量化/[一]'})
        assert.equal(name, '练习：量化  一')
        const read = await under.host.readSheet(name)
        assert.deepEqual(read?.cells, exercise.cells)
        if (under.host.capabilities.merges) assert.deepEqual(read.merges, exercise.merges)
        assert.equal(await under.host.insertSheet({...exercise, name}), `${name} (2)`)
      })
    })

    describe('changes', () => {
      it('by the user are told, our own are not', async function () {
        await start()
        const told: WorkbookChange[] = []
        const stop = under.host.onChange((change) => told.push(change))
        if (!under.host.capabilities.changeEvents) return this.skip()
        await under.host.applyEdits([
          {edits: [{sheet: '项目绩效目标表', cell: 'C6', from: '完成时间', to: '完成时限'}]}
        ])
        await under.type('项目绩效目标表', 'D6', '2024年底')
        await until(() => told.length > 0)
        assert.deepEqual(told, [{kind: 'cells', sheet: '项目绩效目标表', range: 'D6'}])
        stop()
        await under.type('项目绩效目标表', 'D6', '2024年底前')
        await under.host.listSheets()
        assert.equal(told.length, 1)
      })
    })
  })
}
