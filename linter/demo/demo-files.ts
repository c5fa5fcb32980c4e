import type {Rule} from '../../shared/lint/define-rule.js'
import type {Locale, RuleGroup} from '../../shared/lint/finding.js'
import {groupNames, say} from '../../shared/locale/texts.js'
import {rules} from '../../shared/rules/index.js'
import type {Workbook} from '../../shared/workbook/workbook.js'
import type {SheetLook} from '../write/sheet-look.js'
import {writeWorkbook} from '../write/write-workbook.js'
import {makeExerciseWorkbook} from './exercise-workbook.js'
import {plantedMistakes} from './exercise-mistakes.js'
import {makeGroupWorkbook} from './group-workbook.js'
import {makeSlides} from './slides.js'

/** The files of the demo in one language: names → makers of their contents. The same rules give the same bytes. */
export function listDemoFiles(locale: Locale): Map<string, () => Uint8Array | string> {
  const files = new Map<string, () => Uint8Array | string>()
  for (const group of Object.keys(groupNames) as RuleGroup[]) {
    const ofGroup = rules.filter((rule) => rule.group === group)
    if (ofGroup.length === 0) continue
    const name = say({zh: '示例-{zh}.xlsx', en: 'examples-{group}.xlsx'}, locale, {
      zh: groupNames[group].zh,
      group
    })
    files.set(name, () => write(makeGroupWorkbook(group, ofGroup, locale)))
  }
  files.set(exerciseName(locale), () => write(makeExerciseWorkbook(locale)))
  files.set(slidesName(locale), () => makeSlides(commonRules(), locale))
  return files
}

function write({workbook, looks}: {workbook: Workbook; looks: Record<string, SheetLook>}): Uint8Array {
  return writeWorkbook(workbook, looks)
}

/** File name of the exercise. */
export function exerciseName(locale: Locale): string {
  return say({zh: '练习-找错.xlsx', en: 'exercise.xlsx'}, locale)
}

/** File name of the slides. */
export function slidesName(locale: Locale): string {
  return say({zh: '常见错误.html', en: 'common-mistakes.html'}, locale)
}

/** The rules of the exercise: what reviewers meet most. */
function commonRules(): Rule[] {
  return plantedMistakes.flatMap((mistake) => rules.find(({id}) => id === mistake.rule) ?? [])
}
