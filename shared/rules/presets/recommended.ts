import type {PresetDefinition} from './preset.js'

/** Every rule with its own severity. */
export const recommended: PresetDefinition = {
  title: {zh: '推荐（默认）', en: 'Recommended (the default)'},
  about: {
    zh: '所有规则都按各自的级别检查，适合各地、各种表样。错误：怎么理解都不对；警告：审核人会追问；提示：建议。',
    en: 'Every rule with its own severity, for forms of any place. Error: wrong on any reading; warning: a reviewer would ask; info: advice.'
  },
  changes: []
}
