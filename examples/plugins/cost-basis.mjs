/**
 * 本省补充规则：成本指标的“指标值确定依据”要写支出标准、合同或询价，不能只写“年度工作计划”。
 * A rule that a province might add: the basis of a cost names a standard, a contract or a quotation, not just a plan.
 */
export const rules = ({defineRule, sheet, quoteText}) => [
  defineRule({
    id: 'qinghe/cost-basis',
    group: 'measurability',
    severity: 'warning',
    title: {zh: '成本指标的依据过于笼统', en: 'Basis of a cost is too general'},
    why: {
      zh: '“年度工作计划”里没有价格，核对不出成本是怎么定的。请写支出标准、合同、询价记录或者上年决算。',
      en: 'A work plan holds no prices, so nobody can tell how the cost was fixed. Name a spending standard, a contract, a quotation or the accounts of last year.'
    },
    basis: ['清河市预算绩效目标编制要求（示例）：成本指标应当注明支出标准'],
    traps: {
      zh: '成本以外的指标、没有填依据的不报。',
      en: 'Silent for other indicators and where no basis is given.'
    },
    options: {
      schema: (zod) => zod.strictObject({vague: zod.array(zod.string())}),
      default: {vague: ['年度工作计划', '工作计划', '工作安排']}
    },
    messages: {
      zh: {vague: '成本指标“{name}”的依据只写了“{basis}”。请写支出标准、合同、询价记录或者上年决算。'},
      en: {
        vague:
          'The basis of the cost "{name}" is only "{basis}". Name a spending standard, a contract, a quotation or the accounts of last year.'
      }
    },
    examples: [
      {
        wrong: sheet`
          2024年普法经费绩效目标表
          一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值确定依据
          产出指标 | 数量指标 | 宣传活动场次 | ≥12场 | 年度工作计划
          ^ | 成本指标 | 宣传资料单位成本 | ≤8元/份 | 年度工作计划
        `,
        finds: ['E4']
      },
      {
        right: sheet`
          2024年普法经费绩效目标表
          一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值确定依据
          产出指标 | 数量指标 | 宣传活动场次 | ≥12场 | 年度工作计划
          ^ | 成本指标 | 宣传资料单位成本 | ≤8元/份 | 市场询价记录
        `
      }
    ],
    create: (context) => ({
      indicator(node) {
        if (!node.basis || !node.levelTwo?.includes('cost')) return
        if (!context.options.vague.includes(node.basis.plain)) return
        context.report({
          node,
          part: 'basis',
          messageId: 'vague',
          data: {name: quoteText(node.name?.text ?? ''), basis: quoteText(node.basis.text)}
        })
      }
    })
  })
]
