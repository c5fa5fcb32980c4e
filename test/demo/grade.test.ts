import assert from 'node:assert/strict'
import fc from 'fast-check'
import {alignRows} from '../../linter/demo/align-rows.js'
import {exercise, solution, textAt} from '../../linter/demo/exercise.js'
import {plantedMistakes} from '../../linter/demo/exercise-mistakes.js'
import {gradeExercise, type Grade} from '../../linter/demo/grade.js'
import {parseRange} from '../../shared/workbook/address.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'
import type {Workbook} from '../../shared/workbook/workbook.js'

function grade(workbook: Workbook): Grade {
  const result = gradeExercise(workbook, 'zh-CN')
  assert.ok(result)
  return result
}

function statesOf({mistakes}: Grade): Record<string, string> {
  return Object.fromEntries(mistakes.map(({mistake, state}) => [mistake.rule, state]))
}

/** Writes texts into cells of a workbook; an empty text takes the cell out. */
function write(workbook: Workbook, name: string, cells: Record<string, string>): Workbook {
  const target = workbook.sheets.find((candidate) => candidate.name === name)
  assert.ok(target)
  for (const [address, text] of Object.entries(cells)) {
    const place = parseRange(address)
    assert.ok(place)
    const old = target.cells.find(({row, column}) => row === place.top && column === place.left)
    target.cells = target.cells.filter((cell) => cell !== old)
    if (text !== '') {
      const value = typeof old?.value === 'number' ? Number(text) : text
      target.cells.push({row: place.top, column: place.left, text, value})
    }
    target.cells.sort((a, b) => a.row - b.row || a.column - b.column)
  }
  return workbook
}

function repair(workbook: Workbook, indexes: number[]): Workbook {
  for (const index of indexes) {
    const mistake = plantedMistakes[index]
    assert.ok(mistake)
    const right = Object.keys(mistake.cells).map((cell) => [cell, textAt(solution(), mistake.sheet, cell)])
    write(workbook, mistake.sheet, Object.fromEntries(right) as Record<string, string>)
  }
  return workbook
}

/** Moves the rows from one on by some rows; rows that move off are taken out. */
function shiftRows(workbook: Workbook, name: string, from: number, by: number): Workbook {
  const target = workbook.sheets.find((candidate) => candidate.name === name)
  assert.ok(target)
  target.cells = target.cells
    .filter(({row}) => row < from || row >= from - Math.min(0, by))
    .map((cell) => (cell.row < from ? cell : {...cell, row: cell.row + by}))
  target.merges = target.merges.map((range) => ({
    ...range,
    top: range.top >= from ? range.top + by : range.top,
    bottom: range.bottom >= from ? range.bottom + by : range.bottom
  }))
  return workbook
}

describe('grading the exercise', () => {
  it('finds everything still there when nothing was done, and everything repaired in the answers', () => {
    const untouched = grade(exercise())
    assert.ok(untouched.mistakes.every(({state, message}) => state === 'remaining' && message))
    const done = grade(solution())
    assert.ok(done.mistakes.every(({state}) => state === 'repaired'))
    for (const {broken, lost, changed} of [untouched, done])
      assert.deepEqual([broken, lost, changed], [[], [], []])
  })

  it('counts exactly what was repaired, whatever it was', () => {
    const some = fc.uniqueArray(fc.integer({min: 0, max: plantedMistakes.length - 1}))
    fc.assert(
      fc.property(some, (indexes) => {
        const result = grade(repair(exercise(), indexes))
        result.mistakes.forEach(({state, mistake}, index) =>
          assert.equal(state, indexes.includes(index) ? 'repaired' : 'remaining', mistake.rule)
        )
        assert.deepEqual(result.broken, [])
      }),
      {numRuns: 15}
    )
  })

  it('follows rows that were put in or taken out', () => {
    const inserted = grade(repair(shiftRows(exercise(), '2.居家养老服务', 10, 1), [0, 5]))
    assert.equal(inserted.mistakes.filter(({state}) => state === 'repaired').length, 2)
    assert.equal(inserted.mistakes.filter(({state}) => state === 'remaining').length, 18)
    assert.equal(inserted.mistakes.find(({mistake}) => mistake.rule === 'wrong-direction')?.cell, 'E18')
    assert.deepEqual([inserted.broken, inserted.lost], [[], []])
  })

  it('does not take a deleted row, an emptied cell or a missing sheet for a repair', () => {
    const deleted = grade(shiftRows(exercise(), '2.居家养老服务', 17, -1))
    assert.equal(statesOf(deleted)['wrong-direction'], 'removed')
    const emptied = grade(write(exercise(), '部门整体', {E13: ''}))
    assert.equal(statesOf(emptied)['count-as-percent'], 'removed')
    const workbook = exercise()
    workbook.sheets = workbook.sheets.filter(({name}) => name !== '3.社区养老服务站')
    const missing = grade(workbook)
    assert.equal(statesOf(missing)['money-unit'], 'removed')
    assert.ok(missing.lost.some(({sheet}) => sheet === '3.社区养老服务站'))
  })

  it('takes another way of repairing for what it is', () => {
    const renamed = grade(
      write(exercise(), '部门整体', {C13: '居家养老服务覆盖率', D13: '接受服务人数占应服务人数的比例'})
    )
    assert.equal(statesOf(renamed)['count-as-percent'], 'repaired')
    assert.deepEqual([renamed.changed, renamed.lost], [[], []])
  })

  it('says when a repair is wrong again', () => {
    const result = grade(write(exercise(), '3.社区养老服务站', {E15: '≥360%'}))
    const found = result.mistakes.find(({mistake}) => mistake.rule === 'target-not-measurable')
    assert.equal(found?.state, 'otherwise-wrong')
    assert.match(found.message ?? '', /360%/)
    assert.deepEqual(result.broken, [])
  })

  it('tells what was broken, lost and changed on the way', () => {
    const result = grade(
      write(exercise(), '1.高龄津贴', {E15: '≥85', F12: '', E10: '≥520人', B3: '13060024P00M12A10011B'})
    )
    assert.deepEqual(result.broken.map(({ruleId, range}) => [ruleId, range]).sort(), [
      ['project-code-check', 'B3'],
      ['rate-without-percent', 'E15']
    ])
    assert.deepEqual(result.lost, [{sheet: '1.高龄津贴', cell: 'F12', text: '2023年审计结果'}])
    assert.deepEqual(
      result.changed.map(({cell, from, to}) => [cell, from, to]),
      [
        ['B3', '13060024P00M12A100111', '13060024P00M12A10011B'],
        ['E10', '≥5200人', '≥520人'],
        ['E15', '≥85%', '≥85']
      ]
    )
  })

  it('knows a workbook that is no exercise', () => {
    assert.equal(gradeExercise(readLiteral(sheet`通讯录`), 'zh-CN'), undefined)
  })
})

describe('rows of a changed sheet', () => {
  it('keep their order and find their like', () => {
    const [before] = readLiteral(sheet`
      标题
      甲 | 1
      乙 | 2
      丙 | 3
    `).sheets
    const [after] = readLiteral(sheet`
      标题
      新 | 9
      甲 | 1
      乙 | 5
    `).sheets
    assert.ok(before && after)
    assert.deepEqual(
      [...alignRows(before, after)],
      [
        [1, 1],
        [2, 3],
        [3, 4]
      ]
    )
  })
})
