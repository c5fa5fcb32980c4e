import assert from 'node:assert/strict'
import {makeExerciseWorkbook} from '../../linter/demo/exercise-workbook.js'
import {exercise, solution, textAt} from '../../linter/demo/exercise.js'
import {plantedMistakes} from '../../linter/demo/exercise-mistakes.js'
import {findPlanted} from '../../linter/demo/find-planted.js'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {writeWorkbook} from '../../linter/write/write-workbook.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import type {Finding} from '../../shared/lint/finding.js'
import {rules} from '../../shared/rules/index.js'

const isWrong = ({severity}: Finding): boolean => severity !== 'info'

describe('the exercise', () => {
  it('is a text that no rule objects to, before the mistakes are put in', () => {
    assert.deepEqual(
      lintWorkbook(solution())
        .findings.filter(isWrong)
        .map(({ruleId, sheet, range}) => `${ruleId} ${sheet}!${range}`),
      []
    )
  })

  it('has twenty mistakes, each of another rule, and each is found where it was put', () => {
    assert.equal(plantedMistakes.length, 20)
    assert.equal(new Set(plantedMistakes.map(({rule}) => rule)).size, 20)
    const {findings} = lintWorkbook(exercise())
    for (const mistake of plantedMistakes) {
      assert.ok(
        rules.some(({id}) => id === mistake.rule),
        mistake.rule
      )
      const found = findPlanted(mistake, findings)
      assert.ok(found && isWrong(found), `${mistake.rule} ${mistake.sheet}`)
    }
  })

  it('has no other mistakes than those put in', () => {
    const {findings} = lintWorkbook(exercise())
    const planted = plantedMistakes.map((mistake) => findPlanted(mistake, findings))
    assert.deepEqual(
      findings
        .filter((finding) => isWrong(finding) && !planted.includes(finding))
        .map(({message}) => message),
      []
    )
  })

  for (const locale of ['zh-CN', 'en'] as const) {
    it(`is written with instructions and hidden answers that do not disturb a check (${locale})`, () => {
      const {workbook, looks} = makeExerciseWorkbook(locale)
      const read = readWorkbook(writeWorkbook(workbook, looks))
      assert.deepEqual(
        read.sheets.map(({visibility}) => visibility),
        ['visible', 'visible', 'visible', 'visible', 'visible', 'hidden']
      )
      assert.deepEqual(
        lintWorkbook(read).findings.map(({ruleId, sheet, range}) => [ruleId, sheet, range]),
        lintWorkbook(exercise()).findings.map(({ruleId, sheet, range}) => [ruleId, sheet, range])
      )
      const answers = read.sheets.at(-1)
      const texts = answers?.cells.map(({text}) => text) ?? []
      for (const {sheet, cells} of plantedMistakes) {
        for (const [cell, wrong] of Object.entries(cells)) {
          assert.ok(wrong === '' || texts.includes(wrong))
          assert.ok(texts.includes(textAt(solution(), sheet, cell)), `${sheet}!${cell}`)
        }
      }
    })
  }
})
