import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {right, wrong} from './law-forms.js'
import {Desk, type Outcome} from './run-command.js'

/** Put into the cache by hand, so that a result from the cache is told from one made anew. */
const mark = '来自缓存'

describe('a cache of results', () => {
  let desk: Desk
  beforeEach(() => (desk = new Desk()))
  afterEach(() => desk.clear())
  const file = (): string => path.join(desk.folder, '缓存')
  const run = async (...flags: string[]): Promise<Outcome> => {
    const outcome = await desk.run('.', '--cache', '缓存', '--format', 'json', ...flags)
    return {...outcome, out: outcome.out.replace(/"milliseconds": \d+/g, '"milliseconds": 0')}
  }
  /** Changes what is kept, with the right checksum. */
  const markResults = (text = '是数量指标'): void => {
    const [head = '', start = ''] = /^(.*?"sum":")\w+",/.exec(readFileSync(file(), 'utf8')) ?? []
    const rest = readFileSync(file(), 'utf8').slice(head.length).replaceAll(text, mark)
    const sum = createHash('sha256').update(rest).digest('hex').slice(0, 32)
    writeFileSync(file(), `${start}${sum}",${rest}`)
  }

  it('gives the results of files that have not changed', async () => {
    desk.write('表.xlsx', wrong)
    const first = await run()
    markResults()
    const second = await run()
    assert.equal(second.status, 1)
    assert.ok(second.out.includes(mark))
    assert.equal(second.out.replace(mark, '是数量指标'), first.out)
  })

  it('is not used for a changed file, another configuration, locale, rule or year', async () => {
    desk.write('表.xlsx', wrong)
    for (const change of [
      () => run('--locale', 'en'),
      () => run('--year', '2023'),
      () => run('--rule', 'count-as-percent'),
      () => {
        desk.write('jixiao.config.json', '{"rules": {"name-is-wish": "off"}}')
        return run()
      },
      () => {
        desk.write('表.xlsx', right)
        return run()
      }
    ]) {
      await run()
      markResults()
      assert.ok(!(await change()).out.includes(mark), change.toString())
    }
  })

  it('keeps the results of files that a run did not ask for', async () => {
    desk.write('甲.xlsx', wrong)
    desk.write('乙.xlsx', wrong)
    await run()
    desk.write('乙.xlsx', right)
    await desk.run('乙.xlsx', '--cache', '缓存')
    markResults()
    assert.ok((await run()).out.includes(mark))
  })

  it('does not keep files that cannot be read', async () => {
    desk.write('坏.xlsx', 'PK\u0003\u0004 cut off')
    assert.equal((await run()).status, 2)
    assert.equal((await run()).status, 2)
    assert.ok(!existsSync(file()))
  })

  it('is taken for empty when it is damaged', async () => {
    desk.write('表.xlsx', wrong)
    const {out} = await run()
    const whole = readFileSync(file(), 'utf8')
    for (const damaged of [
      whole.slice(0, whole.length / 2),
      whole.replaceAll('"findings"', '"finds"'),
      whole.replace('是数量指标', mark),
      '{"cache":"jixiao-lint","entries":7}',
      '{"cache":"jixiao-lint","sum":"e3b0c44298fc1c149afbf4c8996fb924",',
      ''
    ]) {
      writeFileSync(file(), damaged)
      assert.equal((await run()).out, out)
    }
  })

  it('never overwrites a file that is something else', async () => {
    desk.write('表.xlsx', wrong)
    desk.write('缓存', '我的笔记')
    const {status, err} = await run()
    assert.equal(status, 1)
    assert.match(err, /不是本工具的缓存文件/)
    assert.equal(readFileSync(file(), 'utf8'), '我的笔记')
  })

  it('takes what follows its flag for a path where that is a folder or a workbook', async () => {
    desk.write('材料/表.xlsx', wrong)
    assert.match((await desk.run('--cache', '材料')).out, /count-as-percent/)
    assert.match((await desk.run('--cache', '材料/表.xlsx')).out, /count-as-percent/)
    assert.ok(existsSync(path.join(desk.folder, '.jixiao-cache')))
  })

  it('holds excerpts for the page when they were made', async () => {
    desk.write('表.xlsx', wrong)
    await run()
    const page = ['.', '--cache', '缓存', '--format', 'html']
    const first = await desk.run(...page)
    assert.match(first.out, /class="marked"/)
    assert.equal((await desk.run(...page)).out, first.out)
    assert.ok(!(await run()).out.includes('excerpts'))
  })

  describe('with a plugin', () => {
    const plugin = (text: string): string => `
      import {word} from './word.mjs'
      export default {
        id: 'own-rule', group: 'notation', severity: 'warning', fix: undefined,
        title: {zh: '自定', en: 'own'}, why: {zh: '自定规则', en: 'own rule'}, basis: ['内部要求'],
        messages: {zh: {m: '${text}' + word}, en: {m: '${text}'}},
        examples: [],
        create: (context) => ({form: (node) => context.report({node, messageId: 'm'})})
      }`
    beforeEach(() => {
      desk.write('表.xlsx', right)
      desk.write('jixiao.config.json', '{"plugins": ["./own.mjs"]}')
      desk.write('word.mjs', "export const word = '一'")
    })

    it('is used as long as the plugin and what it imports stay the same', async () => {
      desk.write('own.mjs', plugin('请核对'))
      await run()
      markResults('请核对一')
      assert.ok((await run()).out.includes(mark))
      desk.write('word.mjs', "export const word = '二'")
      assert.ok(!(await run()).out.includes(mark))
    })

    it('is not used when the plugin imports what cannot be followed', async () => {
      desk.write('own.mjs', `${plugin('请核对')}\nconst name = './word.mjs'; await import(name)`)
      const {err} = await run()
      assert.match(err, /本次不用缓存/)
      assert.ok(!existsSync(file()))
    })
  })
})
