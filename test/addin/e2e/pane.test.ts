import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {readWorkbook} from '../../../linter/read/read-workbook.js'
import {lintWorkbook} from '../../../shared/lint/lint-workbook.js'
import {readLiteral} from '../../../shared/workbook/sheet-literal.js'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import {training} from '../pane/open-pane.js'
import {until} from '../until.js'
import {ExcelEmulator, type EmulatorOptions} from './excel-emulator.js'
import {openPanePage} from './open-pane-page.js'
import {openStage, type Stage} from './open-page.js'
import type {PanePage} from './pane-page.js'
import {crashingName} from './rules-with-crash.js'

describe('the pane in Excel', function () {
  this.timeout(60_000)
  let stage: Stage
  let pane: PanePage
  let excel: ExcelEmulator

  before(async function () {
    this.timeout(240_000)
    stage = await openStage()
  })
  after(async () => {
    await stage.close()
  })
  afterEach(async function () {
    const {faults} = pane
    if (this.currentTest?.isFailed()) await pane.picture('failed')
    await pane.close()
    assert.deepEqual(faults, [])
    assert.deepEqual(excel.bridge.violations, [])
  })

  /** Opens the pane over a workbook; this computer has seen the first screen unless told otherwise. */
  const open = async (
    workbook: Workbook,
    {seen = true, ...options}: Partial<EmulatorOptions> & {seen?: boolean} = {}
  ): Promise<void> => {
    excel = new ExcelEmulator(workbook, {level: 14, ...options})
    await openOn(seen)
  }
  /** Closes the pane and opens it again, as with the file. */
  const openOn = async (seen = true): Promise<void> => {
    pane = await openPanePage(stage, excel, seen)
  }
  const openExample = async (name: string, options?: Parameters<typeof open>[1]): Promise<Workbook> => {
    const workbook = readWorkbook(readFileSync(path.join('examples', name)))
    await open(workbook, {fileName: name, ...options})
    return workbook
  }
  const textAt = (sheetName: string, cell: string): unknown =>
    excel.book.sheets.find(({name}) => name === sheetName)?.cells.get(cell)?.value

  it('greets a new user, and finds what the command line finds in the file', async () => {
    const workbook = await openExample('错误-常见错误.xlsx', {seen: false})
    await pane.sees('开始体检')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('first-run')
    await pane.press('开始体检')
    await pane.sees('按工作表')
    assert.equal(await pane.count(), lintWorkbook(workbook, {file: '错误-常见错误.xlsx'}).findings.length)
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('findings')
  })

  it('goes to a cell and keeps the keyboard in the list', async () => {
    await open(readLiteral(training))
    await pane.pressFinding('E3')
    await pane.sees('为什么')
    await until(() => excel.book.selection?.range === 'E3')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('details')
    const before = Number(await pane.focused())
    await pane.page.keyboard.press('ArrowDown')
    await until(async () => Number(await pane.focused()) === before + 1)
    await pane.page.keyboard.press('End')
    await pane.page.keyboard.press('Enter')
    await until(() => excel.book.selection?.sheet === '培训')
    assert.match(await pane.focused(), /^\d+$/)
  })

  it('brings an explanation into sight that is opened at the lower edge', async () => {
    await open(readLiteral(training))
    await pane.seesRows()
    await pane.page.setViewport({width: 350, height: 420})
    await pane.pressFinding('E3')
    await pane.sees('为什么')
    const sight = await pane.page.evaluate(() => {
      const list = document.querySelector('[data-list="findings"]')?.getBoundingClientRect()
      const opened = document.querySelector('[data-row][aria-expanded="true"][aria-controls]')
      const row = opened?.closest('li')?.getBoundingClientRect()
      return list && row && {top: row.top - list.top, below: row.bottom - list.bottom, list: list.height}
    })
    assert.ok(sight)
    // The row stands at the top of the list when its explanation is longer than the list, else all of it is seen.
    assert.ok(sight.top < 2 || sight.below < 2, JSON.stringify(sight))
    assert.ok(sight.top > -2, JSON.stringify(sight))
  })

  it('fixes a cell and takes it back', async () => {
    await open(readLiteral(training))
    await pane.sees('可以一次规范')
    const before = textAt('助餐', 'A1')
    await pane.press('全部规范')
    await pane.sees('已修改 1 个单元格')
    assert.equal(textAt('助餐', 'A1'), '2024年清财社〔2023〕18号老年助餐补助绩效目标表')
    await pane.seesNot('可以一次规范')
    await pane.picture('fixed')
    await pane.press('撤销')
    await pane.sees('恢复原样')
    assert.equal(textAt('助餐', 'A1'), before)
    await pane.sees('可以一次规范')
  })

  it('ignores a finding with a reason, still after the file is opened again, and restores it', async () => {
    await open(readLiteral(training))
    await pane.pressFinding('E3')
    const count = await pane.count()
    await pane.press('忽略…')
    await pane.sees('理由（必填）')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('ignore')
    await pane.press('忽略')
    await pane.sees('请写明理由')
    await pane.page.type('textarea', '考核的就是比率')
    await pane.press('忽略')
    await pane.seesNoDialog()
    await pane.sees('已忽略 1 条')
    assert.equal(await pane.count(), count - 1)
    assert.deepEqual(await pane.violations(), [])
    await pane.close()

    await openOn()
    await pane.sees('已忽略 1 条')
    assert.equal(await pane.count(), count - 1)
    await pane.press('已忽略 1 条')
    await pane.sees('考核的就是比率')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('ignored')
    await pane.press('全部恢复')
    await pane.sees('没有忽略任何问题')
    await pane.press('撤销')
    await pane.sees('考核的就是比率')
    await pane.press('全部恢复')
    await pane.sees('没有忽略任何问题')
    await pane.press('返回')
    await pane.counts(count)
  })

  it('lists what is ignored to no avail, removes what the file keeps, and goes to the notes', async () => {
    await open(readLiteral(training), {seen: false})
    const [first, second] = excel.book.sheets
    const content = '体检忽略 count-as-percent'
    first?.comments.push({row: 5, column: 5, content, authorName: '王会计'})
    second?.comments.push({row: 4, column: 5, content: `${content}：改过了`, authorName: '王会计'})
    await pane.press('开始体检')
    await pane.pressFinding('E3')
    await pane.press('忽略…')
    await pane.sees('理由（必填）')
    await pane.page.type('textarea', '考核的就是比率')
    await pane.press('忽略')
    await pane.seesNoDialog()
    await pane.sees('已忽略 1 条')
    excel.type('助餐', 3, 5, '≥80次', 'E3')
    await pane.sees('3 条忽略无效')
    await pane.press('3 条忽略无效')
    await pane.sees('没有作用的批注')
    await pane.sees('没有写理由')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('ignored-to-no-avail')
    await pane.press('定位到 培训 E4')
    await until(() => excel.book.selection?.sheet === '培训' && excel.book.selection.range === 'E4')
    await pane.press('删除已失效的 1 条')
    await pane.seesNot('考核的就是比率')
    assert.equal(excel.book.xmlParts.size, 0)
  })

  it('marks the cells and leaves none marked', async () => {
    await open(readLiteral(training))
    await pane.sees('按工作表')
    await pane.choose('标出问题单元格')
    await until(() => excel.book.sheets.some(({conditionalFormats}) => conditionalFormats.length > 0))
    await pane.choose('标出问题单元格')
    await until(() => excel.book.sheets.every(({conditionalFormats}) => conditionalFormats.length === 0))
  })

  it('sees a finding vanish when the user mends the cell, without emptying the undo list', async () => {
    await open(readLiteral(training))
    await pane.sees('按工作表')
    const count = await pane.count()
    excel.undoList = ['用户刚才的输入']
    excel.type('助餐', 3, 5, '≥80次', 'E3')
    await pane.counts(count - 1)
    assert.ok(excel.undoList.includes('用户刚才的输入'))
  })

  it('writes the findings on a sheet', async () => {
    await open(readLiteral(training))
    await pane.sees('按工作表')
    await pane.choose('生成问题清单')
    await pane.sees('问题清单已写入')
    assert.ok(excel.book.sheets.some(({name}) => name === '体检问题清单'))
  })

  it('leaves a protected sheet alone and says how to go on', async () => {
    await open(readLiteral(training))
    excel.book.sheets.forEach((sheet) => {
      sheet.protected = true
    })
    await pane.sees('可以一次规范')
    await pane.press('全部规范')
    await pane.sees('没有修改')
    await pane.sees('保护')
    await pane.picture('protected')
  })

  it('says that there is nothing to check in an empty workbook', async () => {
    await open(readLiteral({sheets: [{name: 'Sheet1', text: ''}]}))
    await pane.sees('这是一个空工作簿')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('empty')
  })

  it('says that all is well, and what was checked', async () => {
    await openExample('正确-项目目标表.xlsx')
    await pane.sees('没有发现问题')
    await pane.sees('条规则检查了')
    await pane.picture('clean')
  })

  it('says when the user is typing in a cell, and checks when asked again', async () => {
    await open(readLiteral(training), {seen: false})
    await pane.sees('开始体检')
    excel.editing = true
    await pane.press('开始体检')
    await pane.sees('没能完成体检')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('problem')
    await pane.press('查看详情')
    await pane.sees('复制详情')
    excel.editing = false
    await pane.press('重试')
    await pane.sees('按工作表')
  })

  it('shows a rule that throws as an error, with what to do, among the findings of the others', async () => {
    const [first, ...others] = training.sheets
    assert.ok(first)
    const text = first.text.replace('开展助餐活动次数', crashingName)
    const workbook = readLiteral({...training, sheets: [{...first, text}, ...others]})
    await open(workbook)
    await pane.sees('规则出错')
    assert.equal(await pane.count(), lintWorkbook(workbook).findings.length + 1)
    await pane.pressFinding('A3:F4')
    await pane.sees('crashes-in-tests 在检查 助餐!')
    await pane.sees('其他规则的结果照常有效')
    await pane.sees('复制详情')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('crash')
  })

  it('says what an old edition cannot do', async () => {
    await open(readLiteral(training), {level: 7})
    await pane.sees('未能全查：4 条说明')
    await pane.choose('限制和读取说明')
    await pane.sees('读不到合并单元格')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('limits')
  })

  it('switches a rule off and keeps that in the file', async () => {
    await open(readLiteral(training))
    await pane.sees('按工作表')
    const count = await pane.count()
    await pane.choose('设置')
    await pane.sees('预算年度')
    await pane.page.locator('::-p-aria([role="button"]) ::-p-text(量化)').click()
    await pane.press('数量指标写成百分比')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('settings')
    await pane.press('返回')
    await pane.counts(count - 2)
    const kept = [...excel.book.xmlParts.values()].join('')
    assert.match(kept, /"count-as-percent":"off"/)
  })

  it('sets an option of a rule, explains a wrong value, and keeps it in the file', async () => {
    await open(readLiteral(training))
    await pane.sees('指标太少')
    await pane.choose('设置')
    await pane.sees('预算年度')
    await pane.page.locator('::-p-aria([role="button"]) ::-p-text(完整)').click()
    await pane.press('“指标太少”的选项')
    await pane.sees('最少几个指标')
    const field = await pane.page.waitForSelector('::-p-aria([name="最少几个指标"][role="textbox"])')
    await field?.click({count: 3})
    await field?.type('九')
    await pane.sees('应为数字')
    await pane.page.keyboard.press('Backspace')
    await field?.type('2')
    await pane.seesNot('应为数字')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('options')
    await pane.press('返回')
    await pane.seesNot('指标太少')
    assert.match([...excel.book.xmlParts.values()].join(''), /"too-few-indicators":\["info",\{"least":2\}\]/)
  })

  it('teaches a rule and inserts a sheet to practise on', async () => {
    await open(readLiteral(training))
    await pane.pressFinding('E3')
    await pane.press('学习这条规则')
    await pane.sees('错误示例')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('rule')
    await pane.press('插入练习表')
    await pane.sees('已插入练习表')
    assert.equal(excel.book.sheets.length, 3)
    await pane.picture('exercise')
  })

  it('leads from rule to rule, and back to the place in the list', async () => {
    await open(readLiteral(training))
    await pane.seesRows()
    await pane.choose('学习')
    await pane.press('错误 数量指标写成百分比')
    await pane.sees('错误示例')
    await pane.press('下一条：比率没有写百分号')
    await pane.sees('上一条：数量指标写成百分比')
    assert.equal(await pane.focused(), '比率没有写百分号')
    assert.deepEqual(await pane.violations(), [])
    await pane.page.keyboard.press('Escape')
    await until(async () => /^比率没有写百分号$/.test(await pane.focused()))
  })

  it('writes larger for a room, and remembers it on this computer', async () => {
    await open(readLiteral(training))
    const lettersOf = (): Promise<string> =>
      pane.page.$eval('[data-row] span', (row) => getComputedStyle(row).fontSize)
    await pane.seesRows()
    const usual = parseFloat(await lettersOf())
    await pane.choose('设置')
    await pane.press('特大')
    await pane.press('返回')
    await pane.seesRows()
    assert.equal(parseFloat(await lettersOf()), usual * 1.5)
    // The list was out of sight meanwhile, and is where it was left.
    assert.equal(await pane.page.$eval('[data-list="findings"]', ({scrollTop}) => scrollTop), 0)
    await pane.page.reload()
    await pane.seesRows()
    assert.equal(parseFloat(await lettersOf()), usual * 1.5)
    await pane.choose('设置')
    await pane.press('标准')
  })

  it('says what to do when a part of the pane cannot be loaded any more', async () => {
    await open(readLiteral(training))
    await pane.seesRows()
    const network = await pane.page.createCDPSession()
    await network.send('Network.enable')
    await network.send('Network.setBlockedURLs', {urls: ['*settings-page*']})
    await pane.choose('设置')
    await pane.sees('窗格出错了')
    assert.deepEqual(await pane.violations(), [])
    await pane.press('查看详情')
    await pane.sees('复制详情')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('broken')
    await network.send('Network.setBlockedURLs', {urls: []})
    await pane.press('重新打开')
    await pane.seesRows()
    // The browser tells of the part that was missing; that is what was tried.
    pane.faults.length = 0
  })

  it('stays smooth with thousands of findings', async () => {
    const rows = Array.from(
      {length: 60},
      (_, index) =>
        `产出指标 | 数量指标 | 开展第${index + 1}类培训班次数 | 全年培训的次数 | ≥80% | 年度工作计划`
    )
    const sheets = Array.from({length: 50}, (_, index) => ({
      name: `第${index + 1}张`,
      text: [
        `2024年清河市第${index + 1}类培训绩效目标表`,
        '一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据',
        ...rows
      ].join('\n')
    }))
    await open(readLiteral({sheets}))
    await pane.seesRows()
    assert.ok((await pane.count()) >= 3000)
    const drawn = (): Promise<number> => pane.page.$$eval('[data-row]', (all) => all.length)
    assert.ok((await drawn()) < 60, 'only what is seen is drawn')
    await pane.page.focus('[data-row]')
    await pane.page.keyboard.press('End')
    await until(async () => Number(await pane.focused()) >= 3000)
    assert.ok((await drawn()) < 60)
    await pane.page.type('input', '第50张 第60类')
    await until(async () => (await drawn()) === 2)
    await pane.picture('search')
  })

  it('does not freeze over a sheet of 50,000 rows, thousands of them with a finding', async () => {
    const lines = [
      '2024年清河市民政局入户走访绩效目标表',
      '一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值确定依据'
    ]
    for (let row = 1; row <= 50_000; row++)
      lines.push(
        `产出指标 | 数量指标 | 走访第${row}批困难家庭户数 | ${row % 10 ? `≥${row}户` : '≥80%'} | 年度工作计划`
      )
    await open(readLiteral({sheets: [{name: '走访', text: lines.join('\n')}]}), {seen: false})
    await pane.sees('开始体检')
    const stalls = await pane.watchStalls()
    await pane.press('开始体检')
    await pane.seesRows(120_000)
    assert.ok((await pane.count()) >= 5000)
    await pane.picture('50000-rows')
    const {keyboard} = pane.page
    await pane.page.focus('[data-row]')
    for (let presses = 0; presses < 20; presses++) await keyboard.press('PageDown')
    await until(async () => Number(await pane.focused()) === 160)
    await keyboard.press('End')
    await until(async () => Number(await pane.focused()) >= 5000)
    await pane.picture('50000-rows-end')
    const count = await pane.count()
    excel.type('走访', 12, 4, '≥10户', 'D12')
    await pane.counts(count - 1, 60_000)
    const [longest = Infinity] = await stalls()
    assert.ok(longest < 1000, `the page stood still for ${longest} ms`)
  })

  for (const size of ['100%', '200%']) {
    it(`fits a pane of 320 pixels, text at ${size}`, async () => {
      await open(readLiteral(training))
      await pane.sees('按工作表')
      await pane.page.setViewport({width: 320, height: 600})
      await pane.page.evaluate((wanted) => {
        document.documentElement.style.fontSize = wanted
      }, size)
      const fits = async (page: string): Promise<void> => {
        await pane.picture(`320-${page}-${size.slice(0, -1)}`)
        assert.deepEqual(await pane.cutOff(), [], page)
      }
      await pane.pressFinding('A1')
      await pane.sees('依据')
      await fits('details')
      await pane.press('学习这条规则')
      await pane.sees('错误示例')
      await fits('rule')
      await pane.press('返回')
      await pane.choose('设置')
      await pane.sees('预算年度')
      await fits('settings')
    })
  }

  it('is used with the keyboard alone', async () => {
    await open(readLiteral(training))
    await pane.seesRows()
    const {keyboard} = pane.page
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let steps = 0; steps < 25 && !name.test(await pane.focused()); steps++) await keyboard.press('Tab')
      assert.match(await pane.focused(), name)
    }
    await tabTo(/^0$/)
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await pane.sees('改前')
    await tabTo(/^应用：/)
    await keyboard.press('Enter')
    await pane.sees('已修改 1 个单元格')
    // The row that took the place has the keyboard.
    await until(async () => /^\d+$/.test(await pane.focused()))
    await keyboard.press('ArrowDown')
    await keyboard.press(' ')
    await pane.sees('为什么')
    await tabTo(/^忽略…$/)
    await keyboard.press('Enter')
    await pane.sees('理由（必填）')
    await until(() => pane.page.$eval('[role="dialog"]', (dialog) => dialog.contains(document.activeElement)))
    await keyboard.press('Escape')
    await pane.seesNot('理由（必填）')
    await until(async () => /^\d+$|忽略/.test(await pane.focused()))
  })

  it('speaks English', async () => {
    await open(readLiteral(training), {locale: 'en-US'})
    await pane.sees('By sheet')
    await pane.pressFinding('E3')
    await pane.sees('counts something')
    assert.doesNotMatch(
      await pane.page.$eval('[data-list="findings"]', (list) => list.parentElement?.textContent ?? ''),
      /为什么|依据|应用|忽略/
    )
    assert.equal(await pane.page.$eval('html', ({lang}) => lang), 'en')
    assert.deepEqual(await pane.violations(), [])
    await pane.picture('english')
  })
})
