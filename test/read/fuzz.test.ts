import assert from 'node:assert/strict'
import {ReadError} from '../../linter/read/read-error.js'
import {makeCase, readCase} from './fuzz-cases.js'

/** Milliseconds that no broken file of a few kilobytes may take, on a busy machine. */
const patience = 3000

describe('reading broken files of every format', () => {
  // Each group of seeds is a test of its own, so that none takes long.
  const groups = 12
  const each = 200
  for (let group = 0; group < groups; group++) {
    it(`ends in a workbook or a refusal for seeds ${group * each} to ${(group + 1) * each - 1}`, () => {
      const before = process.memoryUsage().heapUsed
      let refused = 0
      for (let seed = group * each; seed < (group + 1) * each; seed++) {
        const {name, bytes} = makeCase(seed)
        const started = performance.now()
        try {
          if (readCase(bytes) instanceof ReadError) refused++
        } catch (error) {
          assert.fail(`seed ${seed} (${name}): ${error instanceof Error ? error.stack : String(error)}`)
        }
        const taken = performance.now() - started
        assert.ok(taken < patience, `seed ${seed} (${name}) took ${Math.round(taken)} ms`)
      }
      assert.ok(refused > 0 && refused < each)
      assert.ok(process.memoryUsage().heapUsed - before < 300 * 2 ** 20)
    })
  }
})
