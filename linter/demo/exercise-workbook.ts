import type {Locale} from '../../shared/lint/finding.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {say} from '../../shared/locale/texts.js'
import {rules} from '../../shared/rules/index.js'
import type {Workbook} from '../../shared/workbook/workbook.js'
import {SheetDraft} from '../write/sheet-draft.js'
import type {SheetLook} from '../write/sheet-look.js'
import {findPlanted} from './find-planted.js'
import {exercise, solution, textAt} from './exercise.js'
import {plantedMistakes} from './exercise-mistakes.js'
import {assemble} from './group-workbook.js'

/** The exercise as a workbook: how to go about it, the unit's text with its mistakes, and the answers on a hidden sheet. */
export function makeExerciseWorkbook(locale: Locale): {workbook: Workbook; looks: Record<string, SheetLook>} {
  const workbook = exercise()
  const extra = assemble([drawInstructions(locale), drawAnswers(locale)])
  const [instructions, answers] = extra.workbook.sheets
  return {
    workbook: {
      ...workbook,
      sheets: [...(instructions ? [instructions] : []), ...workbook.sheets, ...(answers ? [answers] : [])]
    },
    looks: extra.looks
  }
}

function drawInstructions(locale: Locale): SheetDraft {
  const draft = new SheetDraft(say({zh: '练习说明', en: 'Exercise'}, locale))
  draft.setWidth(1, 96)
  const lines = [
    {
      zh: '后面几张表是一个虚构单位的整套绩效目标文本，里面放了 {n} 处每年都会见到的错误，其余都是对的。',
      en: 'The following sheets are the whole text of an invented unit. {n} mistakes that are met every year were put in; everything else is right.'
    },
    {
      zh: '1. 先自己找：读表，把认为不对的地方改过来，保存。把对的改坏了，会算作新问题。',
      en: '1. Look for yourself: read the sheets, repair what you think is wrong, save. Breaking what is right is told as well.'
    },
    {
      zh: '2. 再看结果：jixiao-lint demo --grade 本文件，会告诉你改对了几处、还剩几处、有没有改出新的问题。',
      en: '2. See the result: jixiao-lint demo --grade THIS-FILE tells what is repaired, what remains, and what was broken on the way.'
    },
    {
      zh: '3. 找不全时用 jixiao-lint 本文件 检查，逐条看原因；说明和示例：jixiao-lint explain 规则名。',
      en: '3. When you cannot find more, check with jixiao-lint THIS-FILE and read the reasons; jixiao-lint explain RULE shows examples.'
    },
    {
      zh: '4. 参考答案在隐藏的工作表里：在工作表标签上按右键，选“取消隐藏”。',
      en: '4. The answers are on a hidden sheet: right-click a sheet tab and choose Unhide.'
    }
  ]
  draft.put(1, 1, say({zh: '找错练习', en: 'Find the mistakes'}, locale), 'title')
  lines.forEach((line, index) =>
    draft.put(index + 3, 1, say(line, locale, {n: plantedMistakes.length}), 'note')
  )
  return draft
}

function drawAnswers(locale: Locale): SheetDraft {
  const draft = new SheetDraft(say({zh: '参考答案', en: 'Answers'}, locale), 'hidden')
  const widths = [6, 18, 8, 34, 34, 26, 60]
  widths.forEach((width, index) => draft.setWidth(index + 1, width))
  const headings = [
    {zh: '序号', en: 'No.'},
    {zh: '工作表', en: 'Sheet'},
    {zh: '单元格', en: 'Cell'},
    {zh: '现在写的', en: 'Now'},
    {zh: '可以改为', en: 'Could be'},
    {zh: '规则', en: 'Rule'},
    {zh: '为什么', en: 'Why'}
  ]
  headings.forEach((heading, index) => draft.put(1, index + 1, say(heading, locale), 'heading'))
  const right = solution()
  const {findings} = lintWorkbook(exercise(), {locale})
  let row = 2
  for (const [index, mistake] of plantedMistakes.entries()) {
    const title = rules.find(({id}) => id === mistake.rule)?.title
    for (const [at, [cell, wrong]] of Object.entries(mistake.cells).entries()) {
      const texts = [
        at === 0 ? String(index + 1) : '',
        mistake.sheet,
        cell,
        wrong,
        textAt(right, mistake.sheet, cell),
        at === 0 && title ? say(title, locale) : '',
        at === 0 ? (findPlanted(mistake, findings)?.message ?? '') : ''
      ]
      texts.forEach((text, column) =>
        draft.put(row, column + 1, text, column === 3 ? 'wrong' : column === 4 ? 'right' : 'cell')
      )
      row++
    }
  }
  draft.frozenRows = 1
  return draft
}
