import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  computeHebeiCheck,
  findProjectCodes,
  parseProjectCode,
  suggestProjectCodes
} from '../../shared/value/project-code.js'

/** Published Hebei project codes. */
const published = [
  '13060023P00H44E10086R',
  '13060023P00H44E100856',
  '13060024P00H44E10103P',
  '13060024P00H44E101024',
  '13060024P00H44E10095G',
  '13028122P00263410001T',
  '13028122P002633100015',
  '13028122P002630100014',
  '13028122P00263110001R',
  '13028122P00262810001A',
  '13028122P00246610001C',
  '13028122P003070100015',
  '13028122P00306310001Y',
  '13028122P00306410001L',
  '13028122P003066100010',
  '13028122P003069100011',
  '13028122P00307110001T',
  '13028122P003062100019',
  '13028122P00306510001A'
]
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const problemsOf = (code: string): string[] | undefined => parseProjectCode(code)?.problems

describe('the check character of Hebei project codes', () => {
  it('matches in all 19 published codes', () => {
    for (const code of published) {
      assert.equal(computeHebeiCheck(code), code[20], code)
      assert.deepEqual(problemsOf(code), [])
    }
  })

  it('catches any single wrong character', () => {
    let tried = 0
    for (const code of published) {
      for (let at = 0; at < 21; at++) {
        for (const other of alphabet) {
          if (other === code[at]) continue
          const slip = code.slice(0, at) + other + code.slice(at + 1)
          // Before the tenth place a slip changes the scheme itself: province, year or category.
          if (at < 9) assert.notEqual(computeHebeiCheck(slip), code[20], slip)
          else assert.deepEqual(problemsOf(slip), ['check'], slip)
          tried++
        }
      }
    }
    assert.equal(tried, 19 * 21 * 30)
  })

  it('catches any swap of two neighbours', () => {
    for (const code of published) {
      for (let at = 0; at < 20; at++) {
        if (code[at] === code[at + 1]) continue
        const swapped = code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2)
        assert.notEqual(computeHebeiCheck(swapped), swapped[20], swapped)
      }
    }
  })

  it('proposes the right code for letters that are easily confused with digits', () => {
    for (const [wrong, right] of [
      ['13060024POOH44E101024', '13060024P00H44E101024'],
      ['13028122P0030651000IA', '13028122P00306510001A'],
      ['13028122P00306S10001A', '13028122P00306510001A']
    ] as const) {
      assert.ok(suggestProjectCodes(wrong).includes(right), wrong)
    }
  })

  it('is applied to Hebei codes only', () => {
    for (const code of ['51000021R000000019951', '50011122T000002075487', '11000022T000000444685']) {
      assert.deepEqual(problemsOf(code), [])
      assert.equal(parseProjectCode(code)?.scheme, 'general')
    }
  })
})

describe('project codes in text', () => {
  it('are found before the name of a project', () => {
    assert.deepEqual(
      findProjectCodes('51000021R000000019951-工资性支出').map(({code}) => code),
      ['51000021R000000019951']
    )
  })

  it('are read with division and year', () => {
    const parsed = parseProjectCode(' 13060024P00H44E10103P ')
    assert.deepEqual([parsed?.division, parsed?.year, parsed?.category], ['130600', 2024, 'P'])
  })

  it('never make the parser throw', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => void (parseProjectCode(text), findProjectCodes(text), suggestProjectCodes(text))
      )
    )
  })
})
