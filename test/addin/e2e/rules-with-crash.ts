import {rules as ours} from '../../../shared/rules/index.js'
import {defineRule} from '../../../shared/lint/define-rule.js'

/** An indicator of this name makes the added rule throw. */
export const crashingName = '让规则出错的户数'

/** Every rule, and one that has a mistake: it throws on an indicator of a certain name. */
export const rules = [
  ...ours,
  defineRule({
    id: 'crashes-in-tests',
    group: 'measurability',
    severity: 'info',
    title: {zh: '测试用：会出错的规则', en: 'A rule that throws, for tests'},
    why: {zh: '只在测试里。', en: 'In tests only.'},
    basis: [],
    messages: {zh: {}, en: {}},
    examples: [],
    create: () => ({
      indicator({name}) {
        if (name?.text === crashingName) throw new TypeError('no such thing')
      }
    })
  })
]
