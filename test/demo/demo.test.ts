import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {createContext, runInContext} from 'node:vm'
import {listDemoFiles} from '../../linter/demo/demo-files.js'
import {solution} from '../../linter/demo/exercise.js'
import {plantedMistakes} from '../../linter/demo/exercise-mistakes.js'
import {sheetNameOf} from '../../linter/demo/rule-sheet.js'
import {slidesScript} from '../../linter/demo/slides-script.js'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {writeWorkbook} from '../../linter/write/write-workbook.js'
import type {Locale} from '../../shared/lint/finding.js'
import {lintExample} from '../../shared/lint/lint-example.js'
import {rules} from '../../shared/rules/index.js'
import {Desk} from '../cli/run-command.js'

function makeDemoFiles(locale: Locale): Map<string, Uint8Array | string> {
  return new Map([...listDemoFiles(locale)].map(([name, make]) => [name, make()]))
}

const made = new Map<Locale, Map<string, Uint8Array | string>>()

/** The files of a language; making them takes its time. */
function demoFiles(locale: Locale): Map<string, Uint8Array | string> {
  const files = made.get(locale) ?? makeDemoFiles(locale)
  made.set(locale, files)
  return files
}

describe('the demo files', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    it(`hold every rule, each on a sheet of its own with its messages (${locale})`, () => {
      const files = demoFiles(locale)
      const sheets = [...files.values()].flatMap((content) =>
        typeof content === 'string' ? [] : readWorkbook(content).sheets
      )
      for (const rule of rules) {
        const found = sheets.filter(({name}) => name === sheetNameOf(rule, locale))
        assert.equal(found.length, 1, rule.id)
        const text = found[0]?.cells.map((cell) => cell.text).join('\n') ?? ''
        for (const example of rule.examples) {
          for (const {message} of example.wrong ? lintExample(rule, example, locale).findings : [])
            assert.ok(text.includes(message.replace(/\r\n?/g, '\n')), message)
        }
      }
    })

    it(`have slides that need nothing from elsewhere and show markup of cells as text (${locale})`, () => {
      const html = [...demoFiles(locale).values()].find((content) => typeof content === 'string') ?? ''
      assert.doesNotMatch(html, /https?:|\bsrc=|<link|@import|url\(/)
      assert.match(html, /default-src 'none'/)
      assert.match(html, new RegExp(`<html lang="${locale}">`))
      assert.equal(html.match(/<section/g)?.length, plantedMistakes.length + 1)
      assert.match(html, /&lt;p&gt;/)
      for (const tag of ['section', 'table', 'tr', 'td', 'div', 'ul', 'li'])
        assert.equal(
          html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length,
          html.match(new RegExp(`</${tag}>`, 'g'))?.length,
          tag
        )
    })
  }

  it('are the same each time', () => {
    const [first, second] = [demoFiles('zh-CN'), makeDemoFiles('zh-CN')]
    assert.deepEqual([...first], [...second])
  })

  it('have sheet names that Excel takes', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const names = rules.map((rule) => sheetNameOf(rule, locale))
      assert.equal(new Set(names).size, names.length)
      for (const name of names) assert.match(name, /^[^[\]:*?/\\']{1,31}$/)
    }
  })
})

describe('the slides', () => {
  /** Runs the script on slides that are only what the script needs; the title slide has no steps. */
  function start(count: number): {press: (key: string) => void; now: () => [number, string | undefined]} {
    const make = (step?: string) => ({
      dataset: step === undefined ? {} : ({step} as {step?: string | number}),
      classList: {
        toggle: (_: string, on: boolean) => {
          shown = on ? slides.findIndex(({classList}) => classList === undefined) : shown
        }
      },
      style: {setProperty: () => undefined},
      scrollHeight: 1,
      clientHeight: 1,
      scrollTop: 0
    })
    let shown = -1
    const slides = [make(), ...Array.from({length: count}, () => make('2'))]
    slides.forEach((slide, index) => {
      slide.classList.toggle = (_, on) => {
        if (on) shown = index
      }
    })
    let onKey: (event: object) => void = () => undefined
    const button = {addEventListener: () => undefined}
    runInContext(
      slidesScript,
      createContext({
        document: {
          querySelectorAll: () => slides,
          documentElement: {classList: {add: () => undefined}},
          addEventListener: (_: string, handler: typeof onKey) => (onKey = handler),
          getElementById: () => button
        },
        addEventListener: () => undefined,
        history: {replaceState: () => undefined},
        location: {hash: ''}
      })
    )
    return {
      press: (key) => onKey({key, target: {closest: () => null}, preventDefault: () => undefined}),
      now: () => [shown, slides[shown]?.dataset.step?.toString()]
    }
  }

  it('ask first, then mark, then show what is right; keys lead on and back', () => {
    const {press, now} = start(2)
    assert.deepEqual(now(), [0, undefined])
    const seen = ['ArrowRight', ' ', 'PageDown', 'ArrowRight', 'ArrowLeft', 'End', 'Home'].map((key) => {
      press(key)
      return now()
    })
    assert.deepEqual(seen, [
      [1, '0'],
      [1, '1'],
      [1, '2'],
      [2, '0'],
      [1, '2'],
      [2, '0'],
      [0, undefined]
    ])
    press('ArrowLeft')
    assert.deepEqual(now(), [0, undefined])
  })
})

describe('the command demo', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
  })
  afterEach(() => desk.clear())

  it('writes its files into a new folder and names the next step', async () => {
    const {status, out} = await desk.run('demo', '培训/今年')
    assert.equal(status, 0)
    assert.deepEqual(
      readdirSync(path.join(desk.folder, '培训/今年')).sort(),
      [...demoFiles('zh-CN').keys()].sort()
    )
    assert.match(out, /demo --grade/)
  })

  it('never overwrites a file unless told to, and then writes nothing at all', async () => {
    desk.write('课/练习-找错.xlsx', '学员的文件')
    const {status, err} = await desk.run('demo', '课')
    assert.equal(status, 2)
    assert.match(err, /已经有 练习-找错\.xlsx/)
    assert.deepEqual(readdirSync(path.join(desk.folder, '课')), ['练习-找错.xlsx'])
    assert.equal(readFileSync(path.join(desk.folder, '课/练习-找错.xlsx'), 'utf8'), '学员的文件')
    assert.equal((await desk.run('demo', '课', '--force')).status, 0)
    assert.notEqual(readFileSync(path.join(desk.folder, '课/练习-找错.xlsx'), 'utf8'), '学员的文件')
  })

  it('grades what it wrote, in both languages', async () => {
    await desk.run('demo', '课', '--locale', 'en')
    assert.ok(existsSync(path.join(desk.folder, '课/exercise.xlsx')))
    const before = await desk.run('demo', '--grade', '课/exercise.xlsx', '--locale', 'en')
    assert.equal(before.status, 1)
    assert.match(before.out, /0 of 20 repaired, 20 to go/)
    writeFileSync(path.join(desk.folder, '改好.xlsx'), writeWorkbook(solution()))
    const after = await desk.run('demo', '--grade', '改好.xlsx')
    assert.equal(after.status, 0)
    assert.match(after.out, /改好 20 \/ 20/)
  })

  it('says what is wrong with its arguments or the file', async () => {
    assert.match((await desk.run('demo')).err, /请给出存放示例的文件夹/)
    assert.match((await desk.run('demo', '--grade', '没有.xlsx')).err, /找不到或读不了/)
    desk.write('坏.xlsx', '不是工作簿')
    assert.equal((await desk.run('demo', '--grade', '坏.xlsx')).status, 2)
    await desk.run('demo', '课')
    const other = readdirSync(path.join(desk.folder, '课')).find((name) => name.startsWith('示例')) ?? ''
    assert.match((await desk.run('demo', '--grade', `课/${other}`)).err, /不是练习工作簿/)
  })
})
