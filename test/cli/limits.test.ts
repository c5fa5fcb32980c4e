import assert from 'node:assert/strict'
import {sheet} from '../../shared/workbook/sheet-literal.js'
import {Desk} from './run-command.js'

const form = sheet`
  项目名称 | 法律服务经费
  指标值 | ≥800件
`

describe('limits of what is read', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
    desk.write('表.xlsx', form)
    desk.write('表.csv', '项目名称,法律服务经费\n指标值,≥800件\n')
  })
  afterEach(() => desk.clear())

  it('hold for every format as the configuration sets them', async () => {
    for (const file of ['表.xlsx', '表.csv']) {
      desk.write('jixiao.config.json', '{"limits": {"cells": 3}}')
      const refused = await desk.run(file, '--format', 'json')
      assert.equal(refused.status, 2)
      assert.match(refused.out, /"too-large"/)
      desk.write('jixiao.config.json', '{"limits": {"cells": 4}}')
      assert.equal((await desk.run(file)).status, 0)
    }
  })
  it('hold for looking into a workbook and for grading one, too', async () => {
    desk.write('jixiao.config.json', '{"limits": {"cells": 3}, "year": 2031}')
    for (const args of [
      ['inspect', '表.xlsx'],
      ['demo', '--grade', '表.xlsx']
    ]) {
      const {status, err} = await desk.run(...args)
      assert.equal(status, 2)
      assert.match(err, /超过 3/)
    }
    const {status, out} = await desk.run('inspect', '表.xlsx', '--no-config')
    assert.equal(status, 0)
    assert.doesNotMatch(out, /2031/)
    desk.write('jixiao.config.json', '{"limits": {"cells": 4}, "year": 2031}')
    assert.match((await desk.run('inspect', '表.xlsx')).out, /2031/)
  })
  it('are named with the nearest right word when misspelt', async () => {
    desk.write('jixiao.config.json', '{"limits": {"cell": 3}}')
    const {status, err} = await desk.run('表.xlsx')
    assert.equal(status, 2)
    assert.match(err, /limits\.cell.*“cells”/s)
  })
  it('are whole numbers of at least one', async () => {
    desk.write('jixiao.config.json', '{"limits": {"merges": 0.5}}')
    const {status, err} = await desk.run('表.xlsx')
    assert.equal(status, 2)
    assert.match(err, /limits\.merges: 读取上限应为 1 以上的整数/)
  })
})
