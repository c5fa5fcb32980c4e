import {defineRule} from '../../lint/define-rule.js'
import type {Part, TargetNode} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {
  findInstruction,
  findTemplateMark,
  findUnitOptions,
  isBlankTarget,
  isOpenTarget,
  isPlaceholder,
  isWholeInstruction,
  mayBeOfForm
} from '../support/placeholders.js'

export default defineRule({
  id: 'placeholder-text',
  group: 'completeness',
  severity: 'error',
  title: {zh: '表样文字没有替换', en: 'Text of the blank form left in'},
  why: {
    zh: '“目标内容1”“指标1”“XX”“***”“（≥**%）”“请填写”“100字以内”这类文字是空白表样的一部分，不是填报内容。它们留在表里，说明这一项没有填，或者照着表样填了却没有清理，审核时会整表退回。请写上真实内容；名称里残留的表样记号直接删去，数值写在指标值一栏。',
    en: 'Texts such as "目标内容1", "指标1", "XX", "***", "(≥**%)", "请填写" or "100字以内" belong to the blank form. Left in a table they show that an item was not filled in, or was filled in without clearing the form, and the table is sent back. Write the real content; delete marks of the form from names and give the number in the target column.'
  },
  basis: ['财预〔2015〕88号：绩效目标内容完整、明确清晰', '财预〔2021〕101号：绩效指标名称与指标值填报要求'],
  traps: {
    zh: '表下方的固定注释、Markdown 加粗“**文字**”、名称前的星号、两个单位的“（个/套）”、“元/人/天”这类复合单位、乘号和人名地名中的“XX”不报。',
    en: 'Silent for fixed notes below a table, markdown bold, leading stars, two alternative units, compound units such as 元/人/天, multiplication signs, and XX in names of persons or places.'
  },
  messages: {
    zh: {
      goal: '绩效目标只写了表样文字“{text}”。请写明预期产出和效果，并给出数量。',
      emptyGoal: '绩效目标写的是“{text}”，等于没有目标。请写明预期产出和效果。',
      name: '指标名称只有表样文字“{text}”。请写上考核的内容。',
      target: '指标值“{text}”是表样文字，没有给出数值。请填写能够核对的指标值。',
      open: '指标值“{text}”没有定下任何数值，年底无法考核。请填写具体的数量、比率或时间。',
      field: '这里还是表样文字“{text}”。请填写实际内容。',
      mark: '“{text}”里还留着表样记号“{mark}”。请删去，数值写在指标值一栏。',
      options: '“{text}”里还留着供选择的单位“{mark}”。请只保留实际使用的单位。',
      instruction: '这里还是填表说明“{text}”，没有填写内容。请按说明填写后删去这句话。',
      instructionPart: '“{text}”里还留着填表说明“{mark}”。请删去。',
      unused: '表样中的“{text}”行没有使用。请删去这一行，或者填上指标。',
      removeMark: '删去“{mark}”'
    },
    en: {
      goal: 'The goal is only the text of the blank form, "{text}". Say what is to be produced and achieved, with numbers.',
      emptyGoal: 'The goal says "{text}", that is, there is none. Say what is to be produced and achieved.',
      name: 'The name is only the text of the blank form, "{text}". Name what is measured.',
      target:
        'The target "{text}" is a mark of the blank form without a number. Give a value that can be checked.',
      open: 'The target "{text}" fixes no value, so nothing can be checked at year end. Give a number, a rate or a date.',
      field: 'This is still the text of the blank form, "{text}". Fill in the real content.',
      mark: '"{text}" still holds the mark "{mark}" of the blank form. Delete it and give the number in the target column.',
      options:
        '"{text}" still holds the list of units to choose from, "{mark}". Keep only the unit that is used.',
      instruction: 'This is still the instruction of the form, "{text}". Follow it, then delete it.',
      instructionPart: '"{text}" still holds the instruction "{mark}" of the form. Delete it.',
      unused: 'The row "{text}" of the blank form is not used. Delete it or fill in an indicator.',
      removeMark: 'Delete "{mark}"'
    }
  },
  fix: 'suggestion',
  examples: [
    {
      wrong: sheet`
        2024年普法宣传经费绩效目标表
        项目名称 | 普法宣传经费 | 预算数 | #12.00
        绩效目标 | 1. 目标内容1
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 普法宣传活动场次 | 全年举办活动的场次 | ≥XX场 | 2024年工作要点
        ^ | 质量指标 | 活动验收合格率（≥**%） | 合格活动占比 | ≥95% | 2024年工作要点
        ^ | 时效指标 | 发放宣传品（个\\件\\套） | 实际发放的数量 | ≥800件 | 2024年工作要点
      `,
      finds: ['B3', 'E5', 'C6', 'C7']
    },
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        项目名称 | 法律服务站运行费
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 服务站设备维护次数 | 根据实际情况
        ^ | 12-质量指标 | 维护合格率（单位可自行增加相关指标） | 100%
      `,
      finds: ['D4', 'C5']
    },
    {
      title: {zh: '自评表里没有替换的填表说明', en: 'Instructions left in a self-evaluation'},
      wrong: sheet`
        2023年项目支出绩效自评表
        项目名称 | 水库维修养护
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 维修水库数量 | ≥6座 | 6座 | 50 | 50
        ^ | ^ | ……
        评价结论 | 结合自评情况，说明项目取得的成效。（200字以内）
      `,
      finds: ['C5', 'B6']
    },
    {
      right: sheet`
        2024年办案业务经费绩效目标表
        项目名称 | **办案业务经费** | 预算数 | #30.00
        绩效目标 | 1. 全年办理法律援助案件不少于260件。
        一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | ★法律援助案件数量（件） | ≥260件 | 2024年工作要点
        ^ | ^ | 培训场地（10×20米）租用次数 | ≥4次 | 2024年工作要点
        ^ | 成本指标 | 讲课费标准（元/人/天） | ≤500元/人/天 | 培训费管理办法
        满意度指标 | 服务对象满意度指标 | 受援人满意度 | ≥95% | 2024年工作要点
      `
    }
  ],
  create: (context) => {
    /** The edit that takes the mark out, when it stands in the cell letter for letter or with blanks between. */
    function withoutMark(part: Part, mark: string): string | undefined {
      const pattern = [...mark]
        .map((character) => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .map((character) => character.replace('\\(', '[(（]').replace('\\)', '[)）]').replace('%', '[%％]'))
        .join('\\s*')
      const without = part.text.replace(new RegExp(pattern), '').replace(/\s+$/, '')
      return without !== part.text && without.trim() !== '' ? without : undefined
    }

    function reportMark(node: TargetNode, part: Part, messageId: string, mark: string): void {
      const without = part.offset === undefined ? withoutMark(part, mark) : undefined
      context.report({
        node,
        part,
        messageId,
        severity: 'warning',
        data: {text: quoteText(part.text), mark},
        ...(without !== undefined && {suggest: [{messageId: 'removeMark', edits: [{part, to: without}]}]})
      })
    }

    function checkMarks(node: TargetNode, part: Part | undefined): boolean {
      if (!part || part.plain === '') return false
      const left = findLeft(part.plain)
      if (!left) return checkInstruction(node, part)
      reportMark(node, part, left.messageId, left.mark)
      return true
    }

    function checkInstruction(node: TargetNode, part: Part | undefined): boolean {
      if (!part || part.plain === '' || part.plain.length > 200) return false
      const found = findOrder(part.plain)
      if (!found) return false
      if (found.messageId === 'instructionPart') reportMark(node, part, found.messageId, found.mark)
      else context.report({node, part, messageId: found.messageId, data: {text: quoteText(part.text)}})
      return true
    }

    function checkWhole(node: TargetNode, part: Part | undefined, messageId: string): boolean {
      if (!part || !isPlaceholder(part.plain)) return false
      context.report({node, part, messageId, data: {text: quoteText(part.text)}})
      return true
    }

    return {
      goal(node) {
        if (/^(?:无|没有|暂无|\/)$/.test(node.text.plain) && node.label) {
          context.report({
            node,
            part: 'text',
            messageId: 'emptyGoal',
            severity: 'warning',
            data: {text: quoteText(node.text.text)}
          })
        } else if (mayBeLeft(node.text) && !checkWhole(node, node.text, 'goal'))
          checkInstruction(node, node.text)
        if (mayBeLeft(node.actual) && !checkWhole(node, node.actual, 'field'))
          checkInstruction(node, node.actual)
      },
      field(node) {
        if (node.key === 'contact') return
        if (mayBeLeft(node.value) && !checkWhole(node, node.value, 'field'))
          checkInstruction(node, node.value)
      },
      indicator(node) {
        if (node.source === 'prose') return
        const {name, description, basis, actual, target} = node
        if (mayBeLeft(name) && !checkWhole(node, name, 'name')) checkMarks(node, name)
        if (mayBeLeft(description) && !checkWhole(node, description, 'field')) checkMarks(node, description)
        if (mayBeLeft(basis) && !checkWhole(node, basis, 'field')) checkInstruction(node, basis)
        if (mayBeLeft(actual) && !checkWhole(node, actual, 'field')) checkInstruction(node, actual)
        if (!target || target.plain === '') return
        if (isOpenTarget(target.plain)) {
          context.report({node, part: 'target', messageId: 'open', data: {text: quoteText(target.text)}})
        } else if (!mayBeOfForm(target.plain)) return
        else if (isPlaceholder(target.plain) || isBlankTarget(target.plain)) {
          context.report({node, part: 'target', messageId: 'target', data: {text: quoteText(target.text)}})
        } else checkMarks(node, target)
      },
      paragraph(node) {
        if (node.role === 'note' && /^(?:[….·⋯]+|指标\d+[:：]?(?:[….·⋯]*))$/.test(node.text.plain)) {
          context.report({
            node,
            part: 'text',
            messageId: 'unused',
            severity: 'info',
            data: {text: quoteText(node.text.text)}
          })
        }
      }
    }
  }
})

function mayBeLeft(part: Part | undefined): boolean {
  return part !== undefined && mayBeOfForm(part.plain)
}

/** A mark or a choice of units that the form brought along. */
function findLeft(plain: string): {messageId: 'mark' | 'options'; mark: string} | undefined {
  const mark = findTemplateMark(plain)
  if (mark) return {messageId: 'mark', mark}
  const options = findUnitOptions(plain)
  return options ? {messageId: 'options', mark: options} : undefined
}

/** What the form orders, as a whole answer or in it. */
function findOrder(plain: string): {messageId: 'instruction' | 'instructionPart'; mark: string} | undefined {
  if (isWholeInstruction(plain)) return {messageId: 'instruction', mark: plain}
  const instruction = findInstruction(plain)
  return instruction ? {messageId: 'instructionPart', mark: instruction} : undefined
}
