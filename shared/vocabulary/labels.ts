import type {FieldKey} from '../tree/nodes.js'
import {memoise} from './memoise.js'
import {spellOut, tabulate} from './spell-out.js'

/** Labels of form fields; takes normalised labels (no white space, bracket contents, numbering or colon). */
const fieldWords: Record<Exclude<FieldKey, 'other'>, string[]> = {
  'project-name': [
    '项目名称',
    '专项名称',
    '专项资金名称',
    '转移支付名称',
    '转移名称',
    '政策名称',
    '一级项目名称',
    '二级项目名称',
    '资金名称',
    '专项资金',
    '项目',
    '转移支付项目名称',
    '项目支出名称',
    '基金名称',
    '购买服务项目名称',
    '采购项目名称',
    '债券项目名称',
    '专项资金项目名称',
    '项目名称及编码',
    '子项目名称',
    '预算项目名称',
    '支出项目名称'
  ],
  'project-code': ['项目编码', '项目代码', '项目编号', '预算项目编码', '预算项目代码', '项目库编码'],
  'unit-name': [
    '单位名称',
    '部门名称',
    '预算单位',
    '填报单位',
    '申报单位',
    '项目单位',
    '预算部门',
    '部门',
    '编报单位',
    '单位',
    '评价单位',
    '资金使用单位',
    '编制单位',
    '申报部门',
    '填报部门',
    '项目申报单位',
    '预算单位名称'
  ],
  'unit-code': [
    '单位编码',
    '部门编码',
    '部门预算编码',
    '预算单位编码',
    '主管部门编码',
    '单位代码',
    '部门代码',
    '预算编码'
  ],
  department: [
    '主管部门',
    '业务主管部门',
    '县级主管部门',
    '市级主管部门',
    '区级主管部门',
    '省级主管部门',
    '中央主管部门',
    '地方主管部门',
    '主管部门及代码',
    '主管单位',
    '财政处室',
    '项目主管处室',
    '业务处室',
    '市级财政部门',
    '区级财政部门',
    '省级财政部门',
    '主管处室',
    '归口处室',
    '补助区域',
    '主管预算部门',
    '项目主管部门',
    '归口部门',
    '主管部门名称'
  ],
  implementer: [
    '实施单位',
    '项目实施单位',
    '资金使用单位',
    '用款单位',
    '承担单位',
    '具体实施单位',
    '项目执行单位',
    '项目承担单位',
    '实施部门',
    '项目实施主体'
  ],
  amount: [
    '项目年度金额',
    '年度金额',
    '预算金额',
    '项目金额',
    '项目总预算',
    '当年年度预算',
    '项目总投资',
    '资金总额及构成',
    '申请资金',
    '项目总额',
    '项目概算',
    '项目预算',
    '项目预算金额',
    '预算资金',
    '年度预算',
    '资金额度',
    '安排资金',
    '项目资金申请'
  ],
  purpose: [
    '资金用途',
    '项目概况',
    '项目总体概况',
    '项目实施内容',
    '项目内容',
    '部门职能职责概述',
    '部门职能',
    '部门职责',
    '主要职能',
    '项目立项情况',
    '项目立项的依据',
    '项目实施内容及过程概述',
    '项目描述',
    '立项必要性',
    '项目背景',
    '职能概述',
    '项目审批',
    '项目概述',
    '项目简介',
    '立项情况',
    '项目立项依据',
    '项目主要内容',
    '单位职能'
  ],
  period: [
    '项目期限',
    '项目期',
    '实施期限',
    '起止时间',
    '建设周期',
    '建设期',
    '建设期限',
    '项目建设期',
    '建设起止时间',
    '建设起止年限',
    '项目周期',
    '实施周期',
    '项目起止时间',
    '项目实施期',
    '项目起始时间',
    '起止年限',
    '实施期',
    '项目开始时间',
    '开始时间',
    '完成时间',
    '结束时间',
    '项目结束时间',
    '项目实施期限',
    '项目起止年限',
    '执行期限',
    '项目实施周期',
    '计划开始日期',
    '计划完成日期'
  ],
  attribute: [
    '项目属性',
    '项目性质',
    '项目类型',
    '项目分类',
    '项目类别',
    '填报类型',
    '资金性质',
    '项目等级',
    '项目状态'
  ],
  year: ['年度', '预算年度', '年份', '项目年度', '自评年度', '评价年度'],
  'money-unit': ['金额单位', '计量单位', '货币单位'],
  basis: [
    '立项依据',
    '政策依据',
    '项目依据',
    '设立依据',
    '实施依据',
    '资金文号',
    '文号',
    '下达文号',
    '资金文件号',
    '预算下达文号'
  ],
  contact: [
    '项目负责人',
    '项目负责人及电话',
    '负责人及电话',
    '联系电话',
    '联系人',
    '联系人及电话',
    '项目联系人',
    '负责人',
    '电话',
    '填表人',
    '部门联系人',
    '财务负责人',
    '单位负责人',
    '项目责任人',
    '填报人',
    '审核人',
    '项目负责人及联系电话',
    '项目联系人及电话',
    '填表人及电话',
    '联系方式'
  ],
  'total-score': [
    '自评总分',
    '自评总得分',
    '自评得分',
    '绩效自评得分',
    '绩效自评总分',
    '绩效评价得分',
    '评价得分',
    '综合得分',
    '评价总分',
    '总分',
    '总得分',
    '最终得分'
  ],
  grade: [
    '自评等级',
    '自评等次',
    '自评结果',
    '评价等级',
    '评价等次',
    '评价结果等级',
    '绩效等级',
    '绩效自评等级',
    '绩效评价等级',
    '绩效等次',
    '自评结论等级',
    '等级',
    '等次',
    '评定等级',
    '综合评价等级',
    '自评结论',
    '自评价等级'
  ],
  staff: ['财政供养人员数', '二级预算单位数', '编制人数', '在职人数', '人员编制', '预算单位数', '实有人数']
}

const fieldByWord = new Map<string, FieldKey>()
for (const [key, words] of Object.entries(fieldWords))
  for (const word of words) fieldByWord.set(word, key as FieldKey)

/** The meaning of a field label; takes a normalised label. */
export function classifyField(label: string): FieldKey | undefined {
  return fieldByWord.get(label)
}

export type GoalKey = 'annual' | 'long-term' | 'overall' | 'actual'

/** What goals are called on most forms. */
const goalByWord = new Map<string, GoalKey>([
  ['绩效目标', 'overall'],
  ['总体目标', 'overall'],
  ['年度目标', 'annual'],
  ['年度绩效目标', 'annual'],
  ['年度总体目标', 'annual'],
  ['预期目标', 'annual'],
  ['实际完成情况', 'actual']
])

/** Labels of goals. `actual` = the column for what was reached. */
export function classifyGoal(label: string): GoalKey | undefined {
  if (label.length > 22 || !(label.includes('目标') || label.includes('任务') || label.includes('完成')))
    return undefined
  return goalByWord.get(label) ?? composedGoal(label)
}

const composedGoal = memoise(judgeComposedGoal)

function judgeComposedGoal(label: string): GoalKey | undefined {
  if (/[,，。;；、]/.test(label)) return undefined
  if (/(?:实际完成|完成情况|实际情况|完成效果|目标完成)/.test(label) && /目标|完成/.test(label))
    return 'actual'
  if (
    /^(?:长期|中期|中长期|实施期|实施周期|项目(?:实施)?期|项目周期|建设期|运营期|三年)(?:绩效|总体|总)*目标$/.test(
      label
    )
  )
    return 'long-term'
  if (
    /^(?:(?:20\d\d年度?|年度|当年度?|本年度?|年初|全年|预期|设定|调整后?)+(?:设定|总体|整体|主要|绩效|履职|总)*(?:绩效)?(?:总)?(?:(?:工作)?目标(?:任务|内容|描述)?|任务)(?:和成果|及成果)?|项目年度(?:绩效)?目标)$/.test(
      label
    )
  )
    return 'annual'
  if (
    /^(?:部门|基金|专项|政策|资金|债券|区域)?(?:整体|总体|项目|履职|总)?(?:支出)?(?:绩效|总体|总)*目标(?:情况|内容|描述)?$/.test(
      label
    )
  )
    return 'overall'
  return undefined
}

const spendingWords = ['支出', '使用', '用款', '执行', '拨付']

/** Label of a spending plan block. */
export function isSpendingPlan(label: string): boolean {
  if (label === '支出进度' || label === '资金支出进度') return true
  if (label.length > 14 || !label.endsWith('计划')) return false
  const end = label.length - (label.endsWith('进度计划') ? 4 : 2)
  return spendingWords.some((word) => label.endsWith(word, end))
}

export type TaskKey = 'number' | 'name' | 'content' | 'expectation' | 'amount'

const taskWords: Record<TaskKey, string[]> = {
  number: ['序号'],
  amount: ['|拟投入|预算|计划投入|投入|安排 资金|金额|资金额|经费'],
  content: ['|主要 |实施|工作|任务 内容', '年度目标任务'],
  expectation: ['预期目标|绩效目标|预期效果|任务目标'],
  name: ['|任务|工作|项目|支出项目|活动|重点工作|重点任务|工作任务 名称', '|年度 |重点|主要 |工作 任务']
}
let taskByWord: Map<string, TaskKey> | undefined

/** Column of a department's task table; takes a normalised label. */
export function classifyTaskHeading(label: string): TaskKey | undefined {
  if (label.length > 12) return undefined
  taskByWord ??= tabulate<TaskKey>(taskWords)
  return taskByWord.get(label) ?? (/^期望达到的?(?:目标|效果)/.test(label) ? 'expectation' : undefined)
}

const totals = [
  '|金额|得分|自评得分|分值|分数|指标|指标得分|指标分值 合计',
  '|得分|分值 总计',
  '|绩效 |自评|评价|综合 总得分|总分 |合计|数',
  '合计 得分|总分|分值|分数',
  '总计|综合|最终 得分',
  '小计|总分值'
]
let totalWords: Set<string> | undefined

/** Rows under or between indicators that are none: totals. */
export function isTotalLabel(label: string): boolean {
  if (label.length > 9 || !/[计分数值]$/.test(label)) return false
  totalWords ??= new Set(totals.flatMap(spellOut))
  return totalWords.has(label)
}

const blockEnd =
  /^(?:说明|备注[:：]|填表|填报(?:人|日期|单位)|审核(?:人|意见)|(?:单位|项目|财务|部门)?负责人|联系(?:人|电话)|评价结论|存在(?:的)?问题|改进措施|其他(?:需要)?说明|附件|附表|经办人|制表|部门意见|财政部门|主管部门意见|偏差较?大|自评(?:结论|等级|等次|结果)|评价(?:结果|等级)|总体评价|绩效等级|评价等次|\*?注)/

/** Text at the start of a row that ends an indicator block: notes, signatures, conclusions. */
export function endsBlock(plain: string): boolean {
  return blockEnd.test(plain) || (plain.includes('审') && /^.{0,12}(?:审核|初审)意见/.test(plain))
}
