import assert from 'node:assert/strict'
import {inScope} from '../../../addin/pane/state/arrange-findings.js'
import {unusedSuppressions} from '../../../addin/pane/state/pane-state.js'
import {readLiteral} from '../../../shared/workbook/sheet-literal.js'
import type {Note} from '../../../shared/workbook/workbook.js'
import {openPane, openPaneOn, training} from './open-pane.js'

describe('the pane: going, fixing, ignoring', () => {
  it('goes to a cell, and says why it cannot', async () => {
    const {pane, host, find} = await openPane()
    await pane.check()
    await pane.goTo(find('count-as-percent', '培训'))
    assert.deepEqual(host.selection, {sheet: '培训', range: 'E3'})
    await pane.goTo({sheet: '没有', range: 'A1'})
    assert.match(pane.store.get().notice?.text.zh ?? '', /找不到工作表“没有”/)
  })

  it('applies all safe fixes and takes them back exactly', async () => {
    const {pane, host, found, find} = await openPane()
    await pane.check()
    const before = await host.readSheet('助餐')
    assert.ok(find('document-number-brackets'))
    await pane.applySafeFixes(inScope(pane.store.get()))
    assert.ok(!found().some((line) => line.startsWith('document-number-brackets')))
    assert.equal(
      (await host.readSheet('助餐'))?.cells[0]?.text,
      '2024年清财社〔2023〕18号老年助餐补助绩效目标表'
    )
    assert.deepEqual([pane.store.get().undo.length, pane.store.get().notice?.undoable], [1, true])
    await pane.undo()
    assert.deepEqual(await host.readSheet('助餐'), before)
    assert.ok(found().some((line) => line.startsWith('document-number-brackets')))
    assert.deepEqual(pane.store.get().undo, [])
  })

  it('does not write over what changed since the check, and then shows what is there', async () => {
    const {pane, host, find} = await openPane()
    await pane.check()
    await pane.setLive(false)
    const fix = find('document-number-brackets').fixes?.[0]
    assert.ok(fix)
    host.type('助餐', 'A1', '2024年老年助餐补助绩效目标表')
    await pane.applyFix(fix)
    const {notice, undo} = pane.store.get()
    assert.equal(notice?.intent, 'warning')
    assert.match(notice?.details?.[0]?.zh ?? '', /老年助餐补助/)
    assert.deepEqual(undo, [])
    assert.throws(() => find('document-number-brackets'))
  })

  it('leaves a protected sheet alone and says how to go on', async () => {
    const {pane, find} = await openPane(training, {protectedSheets: ['助餐']})
    await pane.check()
    await pane.applySafeFixes([find('document-number-brackets')])
    const {notice, undo} = pane.store.get()
    assert.equal(notice?.intent, 'warning')
    assert.match(notice?.details?.[0]?.zh ?? '', /保护/)
    assert.deepEqual(undo, [])
  })

  it('ignores one place with a reason, still after the file is opened again, until it is restored', async () => {
    const {pane, host, found, find} = await openPane()
    await pane.check()
    await pane.ignore(find('count-as-percent', '助餐'), 'place', '市局口径')
    assert.ok(!found().includes('count-as-percent 助餐!E3'))
    assert.ok(found().includes('count-as-percent 培训!E3'))
    assert.deepEqual(find('count-as-percent', '助餐').suppressed, {by: 'document', reason: '市局口径'})

    const later = await openPaneOn(host)
    await later.pane.check()
    assert.ok(!later.found().includes('count-as-percent 助餐!E3'))
    assert.deepEqual(later.pane.store.get().outcome?.suppressionUses, [1])
    await later.pane.restore(later.pane.store.get().suppressions)
    assert.ok(later.found().includes('count-as-percent 助餐!E3'))
    assert.equal(await host.loadState(), undefined)
  })

  it('takes a decision back, and taking it back, with all reasons', async () => {
    const {pane, host, found, find} = await openPane()
    const takeBack = async (): Promise<void> => {
      const {notice} = pane.store.get()
      assert.ok(notice)
      await pane.takeBack(notice)
    }
    await pane.check()
    const before = found()
    await pane.ignore(find('count-as-percent', '助餐'), 'place', '市局口径')
    await takeBack()
    assert.deepEqual(found(), before)
    await pane.ignore(find('count-as-percent', '助餐'), 'place', '市局口径')
    await pane.ignore(find('count-as-percent', '培训'), 'place', '练习')
    const {suppressions} = pane.store.get()
    await pane.restore(suppressions)
    assert.match(pane.store.get().notice?.text.zh ?? '', /已取消 2 条忽略/)
    await takeBack()
    assert.deepEqual(pane.store.get().suppressions, suppressions)
    assert.ok(!found().some((line) => line.startsWith('count-as-percent')))
    assert.ok(await host.loadState())
    assert.equal(pane.store.get().notice, undefined)
  })

  it('ignores a rule on a sheet, or everywhere', async () => {
    const {pane, found, find} = await openPane()
    await pane.check()
    const counts = (): string[] => found().filter((line) => line.startsWith('count-as-percent'))
    await pane.ignore(find('count-as-percent', '培训'), 'rule-on-sheet', '练习')
    assert.deepEqual(counts(), ['count-as-percent 助餐!E3'])
    await pane.ignore(find('count-as-percent', '助餐'), 'rule', '练习')
    assert.deepEqual(counts(), [])
  })

  it('brings an ignored finding back when another text is written', async () => {
    const {pane, host, found, find} = await openPane()
    await pane.check()
    await pane.ignore(find('count-as-percent', '助餐'), 'place', '市局口径')
    host.type('助餐', 'E3', '≥60%')
    await pane.settled()
    assert.ok(found().includes('count-as-percent 助餐!E3'))
    assert.deepEqual(pane.store.get().outcome?.suppressionUses, [0])
  })

  it('names decisions that cover nothing any more, not those of rules that are off', async () => {
    const {pane, host, find} = await openPane()
    await pane.check()
    await pane.ignore(find('count-as-percent', '助餐'), 'place', '市局口径')
    await pane.ignore(find('count-as-percent', '培训'), 'place', '市局口径')
    const unused = (): string[] => unusedSuppressions(pane.store.get()).map(({sheet = ''}) => sheet)
    assert.deepEqual(unused(), [])
    host.type('助餐', 'E3', '≥60次')
    await pane.settled()
    assert.deepEqual(unused(), ['助餐'])
    await pane.changeSettings({rules: {'count-as-percent': 'off'}})
    assert.deepEqual(unused(), [])
  })

  it('tells the places of notes that suppress nothing, or wrongly', async () => {
    const content = readLiteral(training)
    const note = (row: number, text: string): Note => ({row, column: 5, text})
    content.sheets[0]?.notes.push(
      note(3, '体检忽略 count-as-percent：考核的就是比率'),
      note(4, '体检忽略 count-as-percent：改过了'),
      note(5, '体检忽略 count-as-percent')
    )
    const {pane} = await openPane(content)
    await pane.check()
    const {notes} = pane.store.get().outcome ?? {}
    assert.deepEqual(notes?.unused, [{sheet: '助餐', cell: 'E4', rule: 'count-as-percent', reason: '改过了'}])
    assert.deepEqual(
      notes.problems.map(({cell}) => cell),
      ['E5']
    )
  })

  it('shows only the sheet in front when asked', async () => {
    const {pane, host} = await openPane()
    await pane.check()
    pane.setScope('sheet')
    const sheets = (): string[] => [...new Set(inScope(pane.store.get()).map(({sheet}) => sheet))]
    assert.deepEqual(sheets(), ['助餐'])
    await host.select('培训', 'A1')
    await pane.check()
    assert.deepEqual(sheets(), ['培训'])
  })

  it('marks the cells, follows decisions, and leaves nothing behind', async () => {
    const {pane, host, find} = await openPane()
    await pane.check()
    await pane.setHighlights(true)
    assert.ok(host.marks.some(({sheet, range}) => sheet === '助餐' && range === 'E3'))
    await pane.ignore(find('count-as-percent', '助餐'), 'place', '市局口径')
    assert.ok(!host.marks.some(({sheet, range}) => sheet === '助餐' && range === 'E3'))
    await pane.setHighlights(false)
    assert.deepEqual(host.marks, [])
  })

  it('writes the findings that count on a sheet, with links and a sum', async () => {
    const {pane, host, find, found} = await openPane()
    await pane.check()
    await pane.ignore(find('count-as-percent', '助餐'), 'place', '市局口径')
    await pane.writeReport()
    const report = await host.readSheet('体检问题清单')
    assert.equal(report?.cells.filter(({formula}) => formula?.startsWith('HYPERLINK')).length, found().length)
    assert.ok(report?.cells.some(({text}) => text === '另有 1 条已忽略'))
    await pane.check()
    assert.ok(!found().some((line) => line.includes('体检问题清单')), 'the report itself is not checked')
  })
})
