import type {PresetDefinition} from './preset.js'

/** For courses and exercises: nothing is off, nothing is easy to miss. */
export const teaching: PresetDefinition = {
  title: {zh: '教学', en: 'Teaching'},
  about: {
    zh: '培训和练习用：全部规则都打开，在地方规则方案里关掉的也打开。',
    en: 'For courses and exercises: every rule is on, those that a place switches off as well.'
  },
  changes: [
    {
      rules: 'info',
      to: 'warning',
      reason: {
        zh: '学员容易跳过提示，而建议正是培训要讲的内容。',
        en: 'Learners skip hints, and advice is what a course is about.'
      }
    }
  ]
}
