import assert from 'node:assert/strict'
import {until} from './until.js'

describe('waiting in tests', () => {
  it('ends when it is so', async () => {
    let tries = 0
    await until(() => ++tries === 3)
    assert.equal(tries, 3)
  })

  it('fails when it is never so, and says what it waited for', async () => {
    const never = false
    await assert.rejects(
      until(() => never, 20),
      /waited 20 ms in vain for .*never/
    )
  })
})
