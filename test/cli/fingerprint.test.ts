import assert from 'node:assert/strict'
import fc from 'fast-check'
import {addFingerprints} from '../../linter/run/fingerprint.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import type {Workbook} from '../../shared/workbook/workbook.js'

/** A form with a row for each name, all of them counts given in percent. */
function formOf(names: string[], rowsAbove: number): Workbook {
  const rows = [
    ...Array.from({length: rowsAbove}, () => ['']),
    ['2024年法律服务经费绩效目标表'],
    ['序号', '一级指标', '二级指标', '三级指标', '指标值'],
    ...names.map((name, index) => [`${index + 1}`, '产出指标', '数量指标', name, '≥80%'])
  ]
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, column) =>
      text === '' ? [] : [{row: row + 1, column: column + 1, text, value: text}]
    )
  )
  const first = rowsAbove + 3
  return {
    format: 'literal',
    date1904: false,
    warnings: [],
    sheets: [
      {
        name: '绩效目标表',
        visibility: 'visible',
        cells,
        // Only the first of merged rows holds the text of the classes.
        merges: names.length > 1 ? [{top: first, left: 2, bottom: first + names.length - 1, right: 2}] : [],
        notes: [],
        hiddenRows: [],
        hiddenColumns: []
      }
    ]
  }
}

function fingerprints(workbook: Workbook): string[] {
  const {findings, forms} = lintWorkbook(workbook, {
    rules: new Map([['count-as-percent', {severity: 'error'}]])
  })
  return addFingerprints(findings, forms, workbook).map(({fingerprint = ''}) => fingerprint)
}

describe('the fingerprints of a form', () => {
  const names = ['法律咨询件数', '普法宣传次数', '人民调解案件数', '法律援助件数', '公证办理件数']

  it('are the same in any order of its rows, wherever the form stands', () => {
    const before = fingerprints(formOf(names, 0))
    assert.equal(new Set(before).size, names.length)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names, {minLength: names.length}),
        fc.integer({min: 0, max: 9}),
        (shuffled, above) =>
          assert.deepEqual(fingerprints(formOf(shuffled, above)).sort(), [...before].sort())
      ),
      {numRuns: 30}
    )
  })

  it('of the rows that stay are the same when others go', () => {
    const before = new Set(fingerprints(formOf(names, 0)))
    fc.assert(
      fc.property(fc.subarray(names, {minLength: 1}), (kept) => {
        const after = fingerprints(formOf(kept, 0))
        assert.equal(after.length, kept.length)
        for (const print of after) assert.ok(before.has(print))
      }),
      {numRuns: 30}
    )
  })
})
