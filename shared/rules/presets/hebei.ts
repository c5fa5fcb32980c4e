import type {PresetDefinition} from './preset.js'

/** 河北部门预算绩效文本: six columns with 绩效指标描述 and 指标值确定依据, plans by four dates, 21-character codes. */
export const hebei: PresetDefinition = {
  title: {zh: '河北', en: 'Hebei'},
  about: {
    zh: '部门预算绩效文本（一级、二级、三级指标，绩效指标描述，指标值，指标值确定依据；资金支出计划按 3、6、10、12 月底；项目编码 21 位）。',
    en: 'The texts of departmental budgets: six columns with description and basis, spending plans until the ends of March, June, October and December, project codes of 21 characters.'
  },
  changes: [
    {
      rules: ['project-code-format'],
      to: 'error',
      reason: {
        zh: '河北项目编码一律 21 位，第 9 位为 P，后 12 位不用 I、O、S、V、Z；不合的必是录错。',
        en: 'Project codes of Hebei have 21 characters, P in place 9 and no I, O, S, V, Z after it; anything else is a typing error.'
      }
    },
    {
      rules: ['description-repeats-name'],
      to: 'warning',
      reason: {
        zh: '表样专设“绩效指标描述”一栏，要写含义、口径和算法，照抄名称等于没有填。',
        en: 'The form has a column of its own for meaning, scope and formula; a copy of the name leaves it empty.'
      }
    },
    {
      rules: ['document-number-brackets'],
      to: 'error',
      reason: {
        zh: '项目名称和依据里大量引用上级文号，文本要公开，文号写法以 GB/T 9704 为准，可自动规范。',
        en: 'Names and bases cite many documents and the text is published; GB/T 9704 leaves one notation, and the fix is safe.'
      }
    },
    {
      rules: ['identical-spending-plan'],
      to: 'warning',
      reason: {
        zh: '每个项目都要填 3、6、10、12 月底的进度，各项目相同说明是照抄的。',
        en: 'Every project states its own shares for four dates; the same shares in all of them were copied.'
      }
    },
    {
      rules: ['weak-basis'],
      to: 'warning',
      reason: {
        zh: '表样专设“指标值确定依据”一栏，要写文件、标准或往年数据，不能都写“年度工作计划”。',
        en: 'The form has a column for the basis of each value: a document, a standard or figures of past years, not just the work plan.'
      }
    }
  ]
}
