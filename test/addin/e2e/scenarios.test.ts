import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {Mark} from '../../../addin/host/workbook-host.js'
import {readWorkbook} from '../../../linter/read/read-workbook.js'
import {lintWorkbook} from '../../../shared/lint/lint-workbook.js'
import {formatRange} from '../../../shared/workbook/address.js'
import {readLiteral, sheet, type WorkbookLiteral} from '../../../shared/workbook/sheet-literal.js'
import type {Range, Workbook} from '../../../shared/workbook/workbook.js'
import {until} from '../until.js'
import {ExcelEmulator, type EmulatorOptions} from './excel-emulator.js'
import {openPage, openStage, type ExcelPage, type Stage} from './open-page.js'
import {RemoteHost} from './remote-host.js'

const examples = readdirSync('examples').filter((name) => name.endsWith('.xlsx'))

describe('an Excel of level 1.14, through office.js', function () {
  this.timeout(60_000)
  let stage: Stage
  let page: ExcelPage | undefined

  before(async function () {
    this.timeout(240_000)
    stage = await openStage()
  })

  after(async () => {
    await stage.close()
  })

  let host: RemoteHost | undefined

  // The page stays for the next test, so nobody may go on listening.
  afterEach(async () => {
    await host?.close()
    host = undefined
  })

  /** Opens a workbook at the usual level on the shared page. */
  const open = async (
    workbook: Workbook,
    options: Partial<EmulatorOptions> = {}
  ): Promise<{emulator: ExcelEmulator; host: RemoteHost}> => {
    const emulator = new ExcelEmulator(workbook, {level: 14, ...options})
    page ??= await openPage(stage, emulator, 'probe')
    page.use(emulator)
    host = await RemoteHost.open(page)
    return {emulator, host}
  }

  describe('reads as the command line reads the file', () => {
    for (const name of examples) {
      it(name, async () => {
        const workbook = readWorkbook(readFileSync(path.join('examples', name)))
        const {emulator, host} = await open(workbook, {fileName: name})
        const read = await host.readWorkbook()
        assert.deepEqual(comparable(read), comparable(workbook))
        assert.equal(read.date1904, workbook.date1904)
        const file = await host.fileName()
        assert.deepEqual(lintWorkbook(read, {file}).findings, lintWorkbook(workbook, {file: name}).findings)
        assert.deepEqual(emulator.bridge.violations, [])
      })
    }

    it('and real workbooks, where a collection lies beside the project', async function () {
      this.timeout(120_000)
      const folder = '../shared/corpus/workbooks'
      if (!existsSync(folder)) return this.skip()
      const files = readdirSync(folder).filter((name) => /\.xls[xm]$/.test(name))
      assert.ok(files.length > 0)
      for (const name of files) {
        const workbook = readWorkbook(readFileSync(path.join(folder, name)))
        const {host} = await open(workbook, {fileName: name})
        const read = await host.readWorkbook()
        const file = await host.fileName()
        assert.deepEqual(
          lintWorkbook(read, {file}).findings,
          lintWorkbook(workbook, {file: name}).findings,
          name
        )
      }
    })

    it('dates of the 1904 system, hidden rows and columns, several formats', async () => {
      const workbook = readWorkbook(readFileSync('test/samples/formats-1904-libreoffice.xlsx'))
      assert.equal(workbook.date1904, true)
      const {host} = await open(workbook)
      const read = await host.readWorkbook()
      assert.equal(read.date1904, true)
      assert.deepEqual(comparable(read), comparable(workbook))
    })

    it('hidden rows and columns', async () => {
      const workbook = withSheets(1)
      Object.assign(workbook.sheets[0]!, {hiddenRows: [[2, 2]], hiddenColumns: [[3, 4]]})
      const {emulator, host} = await open(workbook)
      const [read] = (await host.readWorkbook()).sheets
      assert.deepEqual([read?.hiddenRows, read?.hiddenColumns], [[[2, 2]], [[3, 4]]])
      assert.ok(!emulator.batches.slice(0, 2).some(({writes}) => writes))
    })

    it('sheets with formats, merged areas or comments but no values', async () => {
      const {emulator, host} = await open(readLiteral({sheets: [{name: '空白', text: ''}]}))
      const [blank] = emulator.book.sheets
      assert.ok(blank)
      blank.cells.set('C5', {value: '', format: '0.00', locked: true, richText: false})
      blank.merges.push({top: 2, left: 1, bottom: 2, right: 4})
      blank.comments.push({row: 1, column: 1, content: '待填', authorName: ''})
      const [read] = (await host.readWorkbook()).sheets
      assert.deepEqual(
        [read?.cells, read?.merges, read?.notes.map(({text}) => text)],
        [[], [{top: 2, left: 1, bottom: 2, right: 4}], ['待填']]
      )
    })

    it('threaded comments as notes', async () => {
      const {emulator, host} = await open(withSheets(1))
      emulator.book.sheets[0]?.comments.push({
        row: 2,
        column: 3,
        content: '体检忽略 wrong-year：跨年项目',
        authorName: '审核人'
      })
      const [read] = (await host.readWorkbook()).sheets
      assert.deepEqual(read?.notes, [
        {row: 2, column: 3, text: '体检忽略 wrong-year：跨年项目', author: '审核人'}
      ])
    })
  })

  describe('asks in three batches', () => {
    for (const count of [1, 14, 40]) {
      it(`for ${count} sheets`, async () => {
        const {emulator, host} = await open(withSheets(count))
        const before = countBatches(emulator)
        const {sheets} = await host.readWorkbook()
        assert.equal(sheets.length, count)
        assert.equal(countBatches(emulator) - before, 3)
      })
    }

    it('and once more, once, for a workbook with dates', async () => {
      const {emulator, host} = await open(readLiteral(sheet`开始日期 | #45352 yyyy/m/d`))
      await host.readWorkbook()
      assert.equal(countBatches(emulator), 4)
      await host.readWorkbook()
      assert.equal(countBatches(emulator), 7)
    })

    it('and in two for one sheet', async () => {
      const {emulator, host} = await open(withSheets(14))
      await host.readSheet('第7张')
      assert.equal(countBatches(emulator), 2)
    })

    it('smaller and smaller ones where the answer is too large for one message', async () => {
      const lines = Array.from({length: 1000}, (_, index) => `第${index}批 | 走访困难家庭户数 | ≥${index}户`)
      const workbook = readLiteral({sheets: [{name: '长表', text: lines.join('\n')}]})
      const {emulator, host} = await open(workbook)
      emulator.answerLimit = 30_000
      const steps: number[] = []
      const read = await host.readWorkbook({progress: ({done}) => steps.push(done)})
      assert.deepEqual(comparable(read), comparable(workbook))
      assert.ok(countBatches(emulator) > 3)
      assert.equal(steps.at(-1), 3000)
    })

    it('more only where a sheet has more merged areas than one call tells', async () => {
      const workbook = withSheets(1)
      const [first] = workbook.sheets
      const merges = Array.from({length: 700}, (_, index) => ({
        top: index + 10,
        left: 1,
        bottom: index + 10,
        right: 2
      }))
      first!.merges.push(...merges)
      first!.cells.push(
        ...merges.map(({top}) => ({row: top, column: 1, text: `第${top}行`, value: `第${top}行`}))
      )
      const {host} = await open(workbook)
      const read = await host.readWorkbook()
      assert.deepEqual(comparable(read), comparable(workbook))
    })
  })

  describe('keeps the undo list', () => {
    it('while the edited sheet is checked again', async () => {
      const {emulator, host} = await open(withSheets(3))
      await host.readWorkbook()
      emulator.undoList = ['用户刚才的输入']
      const before = emulator.batches.length
      const live = await host.readSheet('第2张', {live: true})
      assert.deepEqual(emulator.undoList, ['用户刚才的输入'])
      assert.ok(emulator.batches.slice(before).every(({writes}) => !writes))
      assert.deepEqual(
        live?.merges,
        withSheets(3).sheets[1]?.merges,
        'merged areas come from the full reading'
      )
    })

    it('and moves merged areas along with rows that come and go, as a full reading finds them', async () => {
      const {emulator, host} = await open(withSheets(2))
      await host.readWorkbook()
      const told: string[] = []
      host.onChange((change) =>
        told.push(change.kind === 'cells' ? `${change.sheet}!${change.range}` : change.kind)
      )
      await host.listSheets()
      for (const [at, count] of [
        [1, 2],
        [5, 1],
        [2, -1],
        [4, 3],
        [6, -2]
      ] as const) {
        told.length = 0
        emulator.insertRows('第1张', at, count)
        await until(() => told.length > 0)
        const live = await host.readSheet('第1张', {live: true})
        assert.deepEqual(live?.merges.map(formatRange), emulator.book.sheets[0]?.merges.map(formatRange))
      }
      assert.deepEqual(emulator.bridge.violations, [])
    })

    it('and still knows merged areas of a sheet that was given another name', async () => {
      const {emulator, host} = await open(withSheets(2))
      await host.readWorkbook()
      emulator.rename('第1张', '总表')
      const live = await host.readSheet('总表', {live: true})
      assert.equal(live?.merges.length, 1)
      assert.equal(await host.readSheet('第1张', {live: true}), undefined)
    })

    it('and knows that asking for merged areas may empty it', async () => {
      const {emulator, host} = await open(withSheets(1))
      await host.readWorkbook()
      assert.deepEqual(emulator.undoList, [])
    })

    it('at the newest level whatever is asked and written', async () => {
      const emulator = new ExcelEmulator(withSheets(1), {level: 20})
      const own = await openPage(stage, emulator, 'probe')
      try {
        const host = await RemoteHost.open(own)
        assert.equal(host.capabilities.nativeUndo, true)
        await host.readWorkbook()
        assert.deepEqual(emulator.undoList, ['用户先前的输入'])
      } finally {
        await own.close()
      }
    })
  })

  describe('edits', () => {
    it('leave alone a text that is formatted in parts', async () => {
      const workbook = withSheets(1)
      const cell = workbook.sheets[0]?.cells.find(({text}) => text === '≥95%')
      assert.ok(cell)
      cell.richText = true
      const {host} = await open(workbook)
      const {refused} = await host.applyEdits([
        {edits: [{sheet: '第1张', cell: 'D3', from: '≥95%', to: '≥96%'}]}
      ])
      assert.equal(refused[0]?.refusal.reason, 'rich-text')
    })

    it('are put back when Excel makes something else of them', async () => {
      const {emulator, host} = await open(withSheets(2))
      const {book} = emulator
      const enter = book.enter.bind(book)
      book.enter = (sheet, row, column, typed) => {
        enter(sheet, row, column, typed === '≥96%' ? 0.96 : typed)
      }
      const {applied, refused} = await host.applyEdits(
        ['第1张', '第2张'].map((name, index) => ({
          edits: [{sheet: name, cell: 'D3', from: '≥95%', to: index === 0 ? '≥96%' : '≥97%'}]
        }))
      )
      assert.deepEqual([applied.length, refused[0]?.refusal.reason], [1, 'rejected'])
      assert.deepEqual(
        book.sheets.map((sheet) => sheet.cells.get('D3')?.value),
        ['≥95%', '≥97%']
      )
    })

    it('reach an unlocked cell of a protected sheet', async () => {
      const {emulator, host} = await open(withSheets(1))
      const [first] = emulator.book.sheets
      assert.ok(first)
      first.protected = true
      first.cells.get('D3')!.locked = false
      const {applied} = await host.applyEdits([
        {edits: [{sheet: '第1张', cell: 'D3', from: '≥95%', to: '≥96%'}]}
      ])
      assert.equal(applied.length, 1)
    })

    it('are three batches, however many', async () => {
      const {emulator, host} = await open(withSheets(14))
      const changes = withSheets(14).sheets.map(({name}) => ({
        edits: [{sheet: name, cell: 'D3', from: '≥95%', to: '≥96%'}]
      }))
      const {applied} = await host.applyEdits(changes)
      assert.equal(applied.length, 14)
      assert.equal(countBatches(emulator), 3)
    })

    it('of others arrive while the host listens; a finding goes when its cell is put right', async () => {
      const name = examples.find((example) => example.includes('量化')) ?? ''
      const workbook = readWorkbook(readFileSync(path.join('examples', name)))
      const {emulator, host} = await open(workbook)
      const known = await host.readWorkbook()
      const {findings} = lintWorkbook(known)
      const fixable = findings.find(({fixes}) => fixes?.[0]?.edits.length === 1)
      const edit = fixable?.fixes?.[0]?.edits[0]
      assert.ok(fixable && edit, 'an example has a fix')
      const changed: string[] = []
      host.onChange((change) => {
        if (change.kind === 'cells') changed.push(change.sheet)
      })
      await host.listSheets()
      const place = formatRangeOf(edit.cell)
      emulator.type(edit.sheet, place.top, place.left, `'${edit.to}`, edit.cell)
      await until(() => changed.length > 0)
      assert.deepEqual(changed, [edit.sheet])
      const again = await host.readSheet(edit.sheet, {live: true})
      assert.ok(again)
      const after = lintWorkbook({
        ...known,
        sheets: known.sheets.map((one) => (one.name === again.name ? again : one))
      }).findings
      const same = after.filter(
        ({ruleId, range, sheet: on}) =>
          ruleId === fixable.ruleId && range === fixable.range && on === fixable.sheet
      )
      assert.deepEqual(same, [])
    })
  })

  it('tells of sheets that are shown, renamed, deleted', async () => {
    const {emulator, host} = await open(withSheets(3), {level: 14})
    const told: string[] = []
    host.onChange((change) => told.push(change.kind === 'active-sheet' ? change.sheet : change.kind))
    await host.listSheets()
    emulator.show('第2张')
    emulator.remove('第3张')
    await until(() => told.length >= 2)
    assert.deepEqual(told.sort(), ['sheets', '第2张'])
    assert.equal((await host.listSheets()).find(({active}) => active)?.name, '第2张')
  })

  describe('marks', () => {
    it('are few calls for many places, and leave the cells and the user’s own rules as they were', async () => {
      const {emulator, host} = await open(withSheets(2))
      const own = {
        id: 'user',
        ranges: [{top: 1, left: 1, bottom: 9, right: 9}],
        type: 'CellValue',
        formula: '',
        fill: ''
      }
      emulator.book.sheets[0]?.conditionalFormats.push(own)
      const cells = JSON.stringify([...emulator.book.sheets[0]!.cells])
      const marks = Array.from({length: 500}, (_, index): Mark => ({
        sheet: '第1张',
        range: `D${index + 1}`,
        severity: 'warning'
      }))
      await host.highlight(marks)
      assert.equal(emulator.book.sheets[0]?.conditionalFormats.length, 2)
      await host.clearHighlights()
      assert.deepEqual(emulator.book.sheets[0]?.conditionalFormats, [own])
      assert.equal(JSON.stringify([...emulator.book.sheets[0].cells]), cells)
    })

    it('of an earlier session are found and taken away', async () => {
      const {emulator, host} = await open(withSheets(1))
      await host.highlight([{sheet: '第1张', range: 'B2', severity: 'error'}])
      assert.ok(page)
      page.use(emulator)
      const later = await RemoteHost.open(page)
      await later.clearHighlights()
      assert.deepEqual(emulator.book.sheets[0]?.conditionalFormats, [])
    })
  })

  describe('says what is the matter', () => {
    it('when a cell is being edited', async () => {
      const {emulator, host} = await open(withSheets(1))
      emulator.editing = true
      await assert.rejects(host.readWorkbook(), {code: 'cell-editing'})
      await assert.rejects(host.applyEdits([]), {code: 'cell-editing'})
      emulator.editing = false
      assert.equal((await host.readWorkbook()).sheets.length, 1)
    })

    it('and listens from the next check on when it could not at first', async () => {
      const {emulator, host} = await open(withSheets(1))
      emulator.editing = true
      const told: string[] = []
      host.onChange(({kind}) => told.push(kind))
      await assert.rejects(host.listSheets(), {code: 'cell-editing'})
      emulator.editing = false
      await host.readWorkbook()
      emulator.type('第1张', 2, 4, '≥300户', 'D2')
      await until(() => told.length > 0)
      assert.deepEqual(told, ['cells'])
    })

    it('when the structure of the workbook is protected', async () => {
      const {emulator, host} = await open(withSheets(1))
      emulator.book.structureProtected = true
      await assert.rejects(
        host.writeReportSheet({name: '体检问题清单', title: '清单', columns: [], rows: []}),
        {code: 'protected'}
      )
    })

    it('in which Excel it is, in which language and colours', async () => {
      const {host} = await open(withSheets(1))
      assert.deepEqual(host.info, {
        kind: 'excel',
        product: 'Excel (PC) 16.0.99999.10000, ExcelApi 1.14',
        locale: 'zh-CN',
        theme: {dark: false, background: '#ffffff', foreground: '#262626'}
      })
      const emulator = new ExcelEmulator(withSheets(1), {level: 14, locale: 'en-US'})
      const english = await openPage(stage, emulator, 'probe')
      try {
        assert.equal((await RemoteHost.open(english)).info.locale, 'en-US')
        assert.deepEqual(english.faults, [])
      } finally {
        await english.close()
      }
    })

    it('in the placeholder pane itself, without a request to anybody else', async () => {
      const emulator = new ExcelEmulator(withSheets(2), {level: 14})
      const pane = await openPage(stage, emulator)
      try {
        await pane.page.waitForFunction(() => document.getElementById('root')?.textContent !== '')
        assert.deepEqual(pane.faults, [])
        assert.deepEqual(emulator.bridge.violations, [])
      } finally {
        await pane.close()
      }
    })
  })

  describe('the page', () => {
    /** Opens the built page without any Excel below it. */
    const openBare = async (before?: string): Promise<{text: string; url: string}> => {
      const bare = await stage.browser.newPage()
      try {
        if (before) await bare.evaluateOnNewDocument(before)
        await bare.goto(`${stage.base}pane.html`)
        await bare.waitForFunction(() => (document.body.textContent ?? '').trim().length > 10)
        return {text: await bare.evaluate(() => document.body.innerText), url: bare.url()}
      } finally {
        await bare.close()
      }
    }

    it('works outside Excel, on data of its own', async () => {
      const {text} = await openBare()
      assert.match(text, /开始体检|重新体检/)
    })

    it('gives way to an explanation in engines that are too old', async () => {
      const {text, url} = await openBare('delete Array.prototype.findLast')
      assert.match(url, /old-host\.html$/)
      assert.match(text, /Excel 2021/)
      assert.match(text, /jixiao-lint FILE\.xlsx/)
    })

    it('has scripts for old engines in the language of old engines', () => {
      for (const name of ['old-host.js', 'old-host-ready.js']) {
        const source = readFileSync(path.join('dist/addin-test', name), 'utf8')
        assert.doesNotMatch(source, /=>|\b(?:let|const|class)\b|`/)
      }
    })

    it('has Microsoft’s library unmodified beside it', () => {
      for (const file of [
        'office.js',
        'excel-win32-16.01.js',
        'excel-web-16.00.js',
        'zh-cn/office_strings.js'
      ])
        assert.ok(
          readFileSync(path.join('dist/addin-test/office', file)).equals(
            readFileSync(path.join('node_modules/@microsoft/office-js/dist', file))
          ),
          file
        )
    })
  })

  describe('the emulated Excel is strict', () => {
    it('about members above its level and members it does not have', async () => {
      const emulator = new ExcelEmulator(withSheets(1), {level: 7})
      const own = await openPage(stage, emulator, 'probe')
      try {
        await RemoteHost.open(own)
        const codes = await own.page.evaluate(async () => {
          const codeOf = async (work: (context: Excel.RequestContext) => void): Promise<string> => {
            try {
              await Excel.run(async (context) => {
                work(context)
                await context.sync()
              })
              return 'none'
            } catch (error) {
              return (error as OfficeExtension.Error).code
            }
          }
          return [
            await codeOf(({workbook}) => void workbook.worksheets.getActiveWorksheet().getRanges('A1,B2')),
            await codeOf(({workbook}) => workbook.worksheets.getActiveWorksheet().calculate(true)),
            await codeOf(({workbook}) => void workbook.worksheets.getItem('没有').load('name'))
          ]
        })
        assert.deepEqual(codes, ['ApiNotFound', 'ApiNotFound', 'ItemNotFound'])
        assert.ok(emulator.bridge.violations.length > 0)
      } finally {
        await own.close()
      }
    })
  })
})

/** What rules read, in an order of its own. */
function comparable({sheets}: Workbook): unknown {
  return sheets.map(({name, visibility, cells, merges}) => ({
    name,
    visibility,
    cells: cells.map(({row, column, text, value, format, formula}) => ({
      row,
      column,
      text,
      value,
      format,
      isFormula: formula !== undefined
    })),
    merges: merges.map(formatRange).sort()
  }))
}

/** Batches about the workbook; the library's own housekeeping writes nothing and reads nothing. */
function countBatches(emulator: ExcelEmulator): number {
  return emulator.batches.filter(({housekeeping}) => !housekeeping).length
}

function formatRangeOf(cell: string): Range {
  const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(cell) ?? []
  const column = letter.charCodeAt(0) - 64
  return {top: Number(row), left: column, bottom: Number(row), right: column}
}

/** Sheets 第1张, 第2张, … with a small form each. */
function withSheets(count: number): Workbook {
  const literal: WorkbookLiteral = {
    sheets: Array.from({length: count}, (_, index) => ({
      name: `第${index + 1}张`,
      text: sheet`
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 走访户数 | ≥200户
        ^ | 质量指标 | 合格率 | ≥95%
      `.sheets[0]!.text
    }))
  }
  return readLiteral(literal)
}
