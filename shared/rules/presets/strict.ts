import type {PresetDefinition} from './preset.js'

/** For the last look before a unit hands in its forms. */
export const strict: PresetDefinition = {
  title: {zh: '从严', en: 'Strict'},
  about: {
    zh: '上报或公开前的最后一遍：审核人会追问的都按不通过处理，建议也要逐条看过。',
    en: 'The last look before forms are handed in or published: whatever a reviewer would ask about fails, and advice has to be looked at.'
  },
  changes: [
    {
      rules: 'warning',
      to: 'error',
      reason: {
        zh: '审核人会追问的，上报前就应当改好或说得出理由。',
        en: 'What a reviewer would ask about should be repaired, or have a reason, before the form is handed in.'
      }
    },
    {
      rules: 'info',
      to: 'warning',
      reason: {
        zh: '建议在最后一遍也要逐条看过，所以不让它淹没在提示里。',
        en: 'Advice has to be looked at in the last round, so it must not drown among the hints.'
      }
    },
    {
      rules: ['project-code-check'],
      to: 'warning',
      reason: {
        zh: '校验位算法由公开编码推得，未见公开文件，从严也不足以判为错误。',
        en: 'The check was derived from published codes, no published rule was found: not enough for an error.'
      }
    },
    {
      rules: ['project-code-division', 'project-code-year'],
      to: 'warning',
      reason: {
        zh: '共用项目用省级代码，开发区代码不在国标内，跨年项目的年份也会不同，只能请人核对。',
        en: 'Shared projects bear the code of the province, development zones are not in the standard, and projects run over years: only a person can tell.'
      }
    },
    {
      rules: [
        'description-contradicts-name',
        'copied-indicator-set',
        'copied-goal',
        'filler-indicator',
        'unrelated-topic',
        'foreign-place-name'
      ],
      to: 'warning',
      reason: {
        zh: '要读懂项目内容才能断定，程序只能提请注意。',
        en: 'It takes an understanding of the project to be sure; a program can only point it out.'
      }
    }
  ]
}
