import assert from 'node:assert/strict'
import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {foldersOf} from '../../linter/commands/watch-folders.js'
import {right, wrong} from './law-forms.js'
import {Desk, type Outcome} from './run-command.js'

describe('watching', () => {
  let desk: Desk
  let out: string
  let interrupt: () => void
  beforeEach(() => {
    desk = new Desk()
    out = ''
    desk.extras = {
      write: (text) => void (out += text),
      onInterrupt: (stop) => {
        interrupt = stop
        return () => undefined
      }
    }
  })
  afterEach(() => desk.clear())

  /** Waits until the output says something, for machines of any speed. */
  const until = async (wanted: RegExp): Promise<void> => {
    for (let waited = 0; !wanted.test(out); waited += 20) {
      assert.ok(waited < 15_000, `${String(wanted)} in ${out}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  it('checks again when a file changes, comes or goes, until it is interrupted', async () => {
    desk.write('材料/表.xlsx', right)
    const done: Promise<Outcome> = desk.run('材料', '--watch')
    await until(/检查了 1 个文件，没有发现问题/)
    out = ''
    desk.write('材料/表.xlsx', wrong)
    await until(/检查了 1 个文件，发现 1 个问题/)
    out = ''
    desk.write('材料/下级/新.xlsx', wrong)
    await until(/检查了 2 个文件，发现 2 个问题/)
    interrupt()
    const {status, err} = await done
    assert.equal(status, 1)
    assert.match(err, /等待改动，按 Ctrl\+C 结束/)
  }).timeout(40_000)

  it('is not set off by its own reports, nor by what is no workbook', async () => {
    desk.write('材料/表.xlsx', right)
    const reports = [
      '--format',
      'csv:材料/列表.csv',
      '--format',
      'xlsx:材料/意见.xlsx',
      '--format',
      'stylish'
    ]
    const done = desk.run('材料', '--watch', ...reports)
    await until(/没有发现问题/)
    desk.write('材料/说明.txt', '')
    desk.write('材料/~$表.xlsx', '')
    await new Promise((resolve) => setTimeout(resolve, 900))
    interrupt()
    assert.equal((await done).err.match(/结果已写入 材料\/列表\.csv/g)?.length, 1)
  }).timeout(20_000)

  it('takes up a changed configuration, with the plugins that it names and what they require', async () => {
    const plugin = (severity: string): string =>
      `module.exports = ({defineRule}) => defineRule({...require('./texts.cjs'), id: 'qinghe/title', group: 'notation', severity: '${severity}', options: {}, create: (context) => ({form: (node) => context.report({node, messageId: 'seen'})})})`
    const texts = (name: string): string =>
      `module.exports = {title: {zh: '题', en: 'title'}, why: {zh: '为何', en: 'why'}, basis: ['甲'], messages: {zh: {seen: '${name}'}, en: {seen: '${name}'}}, examples: []}`
    desk.write('材料/表.xlsx', right)
    desk.write('规则/texts.cjs', texts('头一遍'))
    desk.write('规则/rules.cjs', `module.exports = {rules: ${plugin('warning').slice(17)}}`)
    desk.write('jixiao.config.json', '{}')
    const done = desk.run('材料', '--watch')
    await until(/没有发现问题/)
    out = ''
    desk.write('jixiao.config.json', '{"plugins": ["./规则/rules.cjs"]}')
    await until(/头一遍/)
    out = ''
    desk.write('规则/texts.cjs', texts('第二遍'))
    await until(/第二遍/)
    out = ''
    desk.write('规则/rules.cjs', `module.exports = {rules: ${plugin('error').slice(17)}}`)
    await until(/1 个错误/)
    out = ''
    desk.write('jixiao.config.json', '{"rules": {"count-as-percent": "off"}')
    await new Promise((resolve) => setTimeout(resolve, 900))
    desk.write('材料/表.xlsx', wrong)
    await new Promise((resolve) => setTimeout(resolve, 900))
    assert.equal(out, '')
    desk.write('jixiao.config.json', '{"rules": {"count-as-percent": "off"}}')
    await until(/没有发现问题/)
    interrupt()
    const {err} = await done
    assert.match(err, /不是正确的 JSON/)
  }).timeout(60_000)

  it('says what of the settings counts only after a new start', async () => {
    desk.write('材料/表.xlsx', right)
    desk.write('words.mjs', 'export const year = 2024')
    desk.write('jixiao.config.mjs', "import {year} from './words.mjs'\nexport default {year}")
    let err = ''
    desk.extras.writeError = (text) => void (err += text)
    const done = desk.run('材料', '--watch')
    await until(/没有发现问题/)
    desk.write('words.mjs', 'export const year = 2025')
    for (let waited = 0; !/“words\.mjs”已改动.*重新启动/.test(err); waited += 20) {
      assert.ok(waited < 15_000, err)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    interrupt()
    await done
  }).timeout(20_000)

  it('clears the screen of a terminal before each report', async () => {
    desk.write('表.xlsx', right)
    desk.extras.interactive = true
    const done = desk.run('表.xlsx', '--watch')
    await until(/没有发现问题/)
    interrupt()
    assert.equal((await done).status, 0)
    assert.ok((await done).err.startsWith('\u001b[2J'))
  }).timeout(20_000)

  it('watches folders with all below, the folders of files, and those of patterns', () => {
    mkdirSync(path.join(desk.folder, '甲/乙'), {recursive: true})
    desk.write('丙/表.xlsx', right)
    const at = (name: string): string => path.join(desk.folder, name)
    assert.deepEqual(foldersOf(['甲', '丙/表.xlsx', '丁/*/表*.xlsx'], desk.folder), [
      {folder: at('甲'), recursive: true},
      {folder: at('丙'), recursive: false},
      {folder: at('丁'), recursive: true}
    ])
  })
})
