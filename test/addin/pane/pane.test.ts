import assert from 'node:assert/strict'
import {HostError} from '../../../addin/host/host-error.js'
import type {MemoryHost} from '../../../addin/host/memory/memory-host.js'
import type {ReadOptions} from '../../../addin/host/workbook-host.js'
import {lintWorkbook} from '../../../shared/lint/lint-workbook.js'
import {readLiteral} from '../../../shared/workbook/sheet-literal.js'
import type {Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import {openPane, openPaneOn, training, type OpenedPane} from './open-pane.js'

/** Records which sheets are read one by one, and lets a test hold a reading back. */
function watchReading(host: MemoryHost): {sheets: string[]; books: number; hold?: Promise<void>} {
  const watched: {sheets: string[]; books: number; hold?: Promise<void>} = {sheets: [], books: 0}
  const readSheet = host.readSheet.bind(host)
  const readWorkbook = host.readWorkbook.bind(host)
  host.readSheet = async (name: string, options?: ReadOptions): Promise<Sheet | undefined> => {
    watched.sheets.push(name)
    const sheet = await readSheet(name, options)
    await watched.hold
    return sheet
  }
  host.readWorkbook = async (options?: ReadOptions): Promise<Workbook> => {
    watched.books++
    const book = await readWorkbook(options)
    await watched.hold
    return book
  }
  return watched
}

describe('the pane: checking', () => {
  it('finds what the engine finds in the same workbook', async () => {
    const {pane, found} = await openPane()
    await pane.check()
    const {findings} = lintWorkbook(readLiteral(training))
    assert.deepEqual(
      found(),
      findings.map(({ruleId, sheet, range}) => `${ruleId} ${sheet}!${range}`)
    )
    assert.ok(found().includes('count-as-percent 助餐!E3'))
    const {outcome, activity} = pane.store.get()
    assert.deepEqual([outcome?.sheets, outcome?.forms.length, activity.kind], [2, 2, 'none'])
  })

  it('shows progress and goes back to rest', async () => {
    const {pane} = await openPane()
    const kinds: string[] = []
    pane.store.subscribe(() => {
      const {activity} = pane.store.get()
      kinds.push(activity.kind === 'checking' && activity.progress ? 'progress' : activity.kind)
    })
    await pane.check()
    assert.ok(kinds.includes('checking') && kinds.includes('progress'))
    assert.equal(kinds.at(-1), 'none')
  })

  it('can be cancelled, keeps the last outcome, and checks again when asked right away', async () => {
    const {pane, host} = await openPane()
    await pane.check()
    const before = pane.store.get().outcome
    const watched = watchReading(host)
    let release = (): void => undefined
    watched.hold = new Promise((resolve) => (release = resolve))
    const cancelled = pane.check()
    while (watched.books === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    pane.cancel()
    release()
    watched.hold = undefined
    await cancelled
    assert.equal(pane.store.get().outcome, before)
    assert.equal(pane.store.get().problem, undefined)
    await pane.check()
    assert.notEqual(pane.store.get().outcome, before)
  })

  it('says what went wrong, with details to copy, and keeps the last outcome', async () => {
    const {pane, host} = await openPane()
    await pane.check()
    host.readWorkbook = () => Promise.reject(new TypeError('x is not a cell'))
    await pane.check()
    const {problem, outcome, activity} = pane.store.get()
    assert.match(problem?.text.zh ?? '', /没有被改动/)
    assert.match(problem?.details ?? '', /TypeError: x is not a cell/)
    assert.ok(outcome)
    assert.equal(activity.kind, 'none')
  })

  it('renders findings in the other language without reading again', async () => {
    const {pane, host, find} = await openPane()
    await pane.check()
    const watched = watchReading(host)
    await pane.setLocale('en')
    assert.match(find('count-as-percent').message, /counts something/)
    assert.deepEqual([watched.books, watched.sheets], [0, []])
  })

  it('honours settings and keeps them in the document', async () => {
    const {pane, host, found} = await openPane()
    await pane.check()
    await pane.changeSettings({rules: {'count-as-percent': 'off'}, year: 2024})
    assert.ok(!found().some((line) => line.startsWith('count-as-percent')))
    const later = await openPaneOn(host)
    assert.deepEqual(later.pane.store.get().settings, {rules: {'count-as-percent': 'off'}, year: 2024})
  })

  it('takes the usual rules where the document names a preset of a later version', async () => {
    const {pane, find} = await openPane(training, {state: {version: 9, settings: {preset: 'of-tomorrow'}}})
    await pane.check()
    assert.equal(pane.store.get().problem, undefined)
    assert.ok(find('count-as-percent'))
  })

  it('checks an empty workbook without a form and without a problem', async () => {
    const {pane} = await openPane({sheets: [{name: 'Sheet1', text: ''}]})
    await pane.check()
    const {outcome, problem} = pane.store.get()
    assert.deepEqual([outcome?.cells, outcome?.forms, outcome?.findings, problem], [0, [], [], undefined])
  })
})

describe('the pane: live', () => {
  let opened: OpenedPane
  beforeEach(async () => {
    opened = await openPane()
    await opened.pane.check()
  })

  it('sees a mended cell by reading only its sheet again', async () => {
    const {pane, host, found} = opened
    const watched = watchReading(host)
    host.type('助餐', 'E3', '≥80次')
    await pane.settled()
    assert.deepEqual([watched.books, watched.sheets], [0, ['助餐']])
    assert.ok(!found().includes('count-as-percent 助餐!E3'))
    assert.ok(found().includes('count-as-percent 培训!E3'))
  })

  it('drops a result that an edit made stale', async () => {
    const {pane, host} = opened
    const watched = watchReading(host)
    let release = (): void => undefined
    watched.hold = new Promise((resolve) => (release = resolve))
    host.type('助餐', 'E3', '≥80次')
    while (watched.sheets.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    host.type('助餐', 'E3', '≥70%')
    const shown: (string | undefined)[] = []
    pane.store.subscribe(() => {
      const finding = pane.store
        .get()
        .outcome?.findings.find(({ruleId, sheet}) => ruleId === 'count-as-percent' && sheet === '助餐')
      shown.push(finding?.actual)
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    watched.hold = undefined
    release()
    await pane.settled()
    assert.ok(!shown.includes(undefined), 'the state between the two edits was shown')
    assert.equal(shown.at(-1), '≥70%')
  })

  it('waits while the user is typing in a cell', async () => {
    const {pane, host, found} = opened
    const readSheet = host.readSheet.bind(host)
    let busy = 2
    host.readSheet = (name, options) =>
      busy-- > 0
        ? Promise.reject(new HostError('cell-editing', {zh: '正在输入', en: 'typing'}))
        : readSheet(name, options)
    host.type('助餐', 'E3', '≥80次')
    await pane.settled()
    assert.equal(pane.store.get().problem, undefined)
    assert.ok(!found().includes('count-as-percent 助餐!E3'))
  })

  it('stays quiet when live checking is off, and catches up when it is on again', async () => {
    const {pane, host, found} = opened
    await pane.setLive(false)
    host.type('助餐', 'E3', '≥80次')
    await pane.settled()
    assert.ok(found().includes('count-as-percent 助餐!E3'))
    await pane.setLive(true)
    assert.ok(!found().includes('count-as-percent 助餐!E3'))
  })
})
