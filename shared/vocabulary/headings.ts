import {memoise} from './memoise.js'
import type {FundsColumn, HeadingKey} from '../tree/nodes.js'

/** Column headings of indicator blocks in use in the provinces; compared without white space and bracket contents. */
const headingWords: Record<HeadingKey, string[]> = {
  level1: [
    '一级指标',
    '一级绩效指标',
    '指标类别',
    '一级',
    '一级指标名称',
    '评价指标',
    '指标类型',
    '一级目标'
  ],
  level2: [
    '二级指标',
    '二级绩效指标',
    '分项指标',
    '二级',
    '二级指标名称',
    '评价内容',
    '二级指标类型',
    '二级目标'
  ],
  name: [
    '三级指标',
    '三级绩效指标',
    '三级指标名称',
    '指标名称',
    '绩效指标名称',
    '指标内容',
    '具体指标',
    '末级指标',
    '三级',
    '具体指标名称',
    '三级指标内容',
    '指标',
    '明细指标',
    '四级指标',
    '三级目标',
    '考核指标',
    '指标项',
    '指标要素'
  ],
  description: [
    '绩效指标描述',
    '指标描述',
    '指标解释',
    '三级指标解释',
    '指标说明',
    '三级指标说明',
    '指标含义',
    '计算公式',
    '计算方法',
    '指标值说明',
    '目标值说明',
    '指标解释及计算公式',
    '绩效指标说明',
    '指标内涵',
    '绩效指标解释',
    '指标定义',
    '指标计算方法'
  ],
  comparator: [
    '对比符号',
    '计算符号',
    '运算符号',
    '比较符号',
    '关系符号',
    '指标性质',
    '绩效指标性质',
    '符号',
    '运算符',
    '比较符',
    '指标符号',
    '逻辑符号',
    '指标关系'
  ],
  target: [
    '指标值',
    '绩效值',
    '绩效指标值',
    '目标值',
    '年度指标值',
    '年度目标值',
    '年初指标值',
    '年初目标值',
    '指标目标值',
    '预期指标值',
    '预期值',
    '区域目标值',
    '区域绩效目标值',
    '指标值及单位',
    '计划值',
    '调整指标值',
    '调整后指标值',
    '年度绩效指标值',
    '预期目标值',
    '本年指标值',
    '当年指标值',
    '年度绩效值',
    '预期绩效指标值',
    '年初设定指标值',
    '年初设定目标值',
    '本年度指标值',
    '本年绩效指标值',
    '全年指标值',
    '年度指标',
    '目标值或要求',
    '目标值及单位',
    '绩效目标值',
    '指标标准值',
    '标准值',
    '年初绩效指标值',
    '计划指标值',
    '中期指标值',
    '实施期指标值',
    '长期指标值',
    '总体指标值',
    '指标值和单位',
    '年度数值',
    '绩效标准值',
    '预期实现值',
    '当年预期实现值',
    '年度预期值',
    '预期当年实现值',
    '中期目标值',
    '长期目标值',
    '总体目标值',
    '实施期目标值',
    '项目期目标值',
    '总目标值',
    '当年目标值',
    '本年目标值'
  ],
  unit: ['计量单位', '度量单位', '绩效度量单位', '指标值单位', '单位', '指标单位', '值单位'],
  basis: [
    '指标值确定依据',
    '指标值设定依据',
    '确定依据',
    '设定依据',
    '参考值确定依据',
    '绩效标准',
    '评价标准',
    '指标来源',
    '绩效指标来源',
    '指标值来源',
    '指标设定依据',
    '评分标准',
    '评扣分标准',
    '评价标准及依据',
    '取值依据',
    '数据来源',
    '指标确定依据',
    '目标值确定依据',
    '指标值依据'
  ],
  weight: [
    '权重',
    '分值',
    '指标权重',
    '分值权重',
    '标准分',
    '权重设定值',
    '指标分值',
    '权重分值',
    '考核分值',
    '满分',
    '分数',
    '绩效分值',
    '分值设定'
  ],
  direction: ['指标方向性', '指标方向', '正/反向指标', '正反向指标', '方向', '指标正反向', '正反向'],
  history: [
    '上年指标值',
    '前年指标值',
    '历史值',
    '参考值',
    '上年自评值',
    '上年完成值',
    '上年实际值',
    '近三年平均值',
    '历史标准',
    '近两年指标值',
    '近三年指标值',
    '上年目标值',
    '前年',
    '上年',
    '上年度完成值',
    '上年完成情况'
  ],
  actual: [
    '实际完成值',
    '全年实际值',
    '全年完成值',
    '完成值',
    '年终完成值',
    '实际完成情况',
    '实际完成指标值',
    '完成情况',
    '实际值',
    '全年实际完成值',
    '实际完成',
    '指标完成值',
    '指标实际值',
    '年度实际完成值',
    '实际完成指标',
    '完成指标值',
    '全年实际完成情况',
    '指标完成情况',
    '实际完成数',
    '业绩值',
    '累计完成值'
  ],
  progress: [],
  score: [
    '得分',
    '自评分',
    '自评得分',
    '实际得分',
    '指标得分',
    '复核分',
    '自评分数',
    '评分',
    '评价得分',
    '自评分值'
  ],
  deviation: [
    '偏差原因分析及改进措施',
    '偏差原因及改进措施',
    '偏差原因分析',
    '未完成原因分析',
    '未完成原因',
    '未完成原因和改进措施',
    '未完成原因及拟采取的改进措施',
    '未完成原因分析及改进措施',
    '未完成原因及改进措施',
    '未完成原因分析及拟采取的改进措施',
    '偏差原因分析及拟采取的改进措施',
    '扣分说明',
    '扣分原因',
    '原因分析',
    '偏差原因',
    '偏差分析及改进措施',
    '未完成原因分析与改进措施',
    '未完成或偏离原因分析',
    '扣分原因及改进措施',
    '偏离原因及改进措施'
  ],
  remark: ['备注', '说明', '是否核心指标', '得分系数', '备注说明', '需提供的支撑材料', '支撑材料', '佐证材料']
}

const byWord = new Map<string, HeadingKey>()
for (const [key, words] of Object.entries(headingWords)) {
  for (const word of words) byWord.set(word, key as HeadingKey)
}

/** Words that go before what a heading says: of which year, of what, set by whom. */
const ofWhat =
  '(?:20\\d\\d年?度?|年度|年初|年末|年终|全年|当年度?|本年度?|评价年度|实施期|实施周期|项目期|中期|长期|三年|总体?|当前|区域|项目|绩效|单项|三级|具体|指标|目标|自评|考核|的)*'
const planned = '(?:预期|预计|计划|预算|批复|设定|考核|期望|拟达到的?|调整后?)*'

/**
 * Headings put together from parts, tried in this order: a target's source, unit or sign begins like a target, and what
 * was planned to be reached is no actual value.
 */
const composed: [HeadingKey, RegExp][] = [
  [
    'basis',
    new RegExp(
      `^${ofWhat}(?:值|数据)*(?:(?:设定|确定|设置|取值|测算|数据)+(?:依据|来源)|(?:指标|目标)值?(?:的)?(?:依据|来源)|(?:评分|计分|赋分|打分|扣分|考核|评扣分)(?:依据|标准|规则|办法|方法|细则)|评价(?:标准|方法)|依据)(?:[及和与].*)?$`
    )
  ],
  // What a monitoring form says of a part of the year: 1-7月执行情况, 截至6月底完成值, 上半年完成情况.
  [
    'progress',
    /^(?:\d{1,2}月?[-至—~]\d{1,2}月份?|上半年|前三季度|截至.{1,8}|(?:当前|目前|监控期|本期|半年))(?:实际|累计)*(?:执行|完成)(?:情况|指标值|值|数)?$/
  ],
  ['unit', /^(?:绩效|年度|指标|目标|数值|值|计量|度量)*(?:计量|度量|数值|指标|值)单位$|^量纲$/],
  [
    'comparator',
    /^(?:绩效|指标|目标|值|数学|逻辑|关系|运算|计算|比较|对比|判断|取值|大小)*(?:符号|运算符|比较符|计算符|关系符)$|^(?:运算|比较|逻辑|大小|指标|对比)?关系$/
  ],
  [
    'deviation',
    new RegExp(
      `^${ofWhat}(?:产生|存在)?(?:偏差|偏离|差异|未完成|未达标?|未达成|未达到|未实现|扣分|失分)(?:目标|指标|的)*(?:度|及|和|或|与|说明|情况|原因|分析|偏差|偏离).*$|^原因(?:说明|分析)?(?:[及和].{0,6}措施)?$`
    )
  ],
  [
    'weight',
    /^(?:绩效|指标|目标|本年|年度|考核|设定|三级|单项|标准|总|应)*(?:分值|权重|权数|标准分|基准分|得分值|满分|赋分|指标分)(?:值|权重|分值|设置|设定)*$|^应得分$/
  ],
  [
    'score',
    /^(?:单位|部门|自评|评价|评估|考核|绩效|指标|单项|实际|最终|复核|评定|财政|三级)*(?:得分|评分|自评分)(?:得分|值|数|情况)?$/
  ],
  [
    'target',
    new RegExp(
      `^${ofWhat}${planned}${ofWhat}(?:(?:指标|目标|绩效)值(?!类型|性质|属性|类别|方向|解释|说明)|(?:(?:预期|计划|期望|设定|标准|考核|年初)值|(?:预期|预计|计划)(?:当年)?(?:完成|实现)(?:值|数)?|(?:计划|目标)数|(?:目标|指标)(?:要求|标准|数值)|计划指标|指标目标)$)`
    )
  ],
  [
    'actual',
    new RegExp(
      `^${ofWhat}(?:实际(?:完成|达到|执行|实现)?|完成|实现|执行|自评|业绩)的?(?:绩效)?(?:指标|目标)?(?:值|数值?|情况|结果|绩效|水平)(?:说明)?$|^(?:单项|三级)?(?:指标)?(?:年度|全年|年终|年末)?实际完成(?:指标)?值`
    )
  ],
  [
    'description',
    /^(?:三级|绩效|指标|内容)*(?:解释|释义|内涵|口径|定义|含义|描述|内容说明)(?:说明)?$|^计算(?:公式|方法|方式|口径)(?:[及或和].*)?$|^指标解释.*$/
  ],
  // 三级指标及指标值 holds both, as text.
  ['name', /^(?:三级|末级|具体)(?:绩效)?指标(?!.*(?:指标|目标)值)/]
]

/** The canonical column of an indicator heading; takes a normalised label. */
export const classifyHeading = memoise(judgeClassifyHeading)

function judgeClassifyHeading(label: string): HeadingKey | undefined {
  const exact = byWord.get(label)
  if (exact) return exact
  // A number with its unit is a value; a heading names the year at most.
  if (
    label.length < 2 ||
    label.length > 24 ||
    !/[值分重标况因据源则法准数位符系度析释明涵径义述纲式]/.test(label)
  )
    return undefined
  return composed.find(([, pattern]) => pattern.test(label))?.[0]
}

/**
 * Whether a label may head the column of names or of second-level classes, or all columns of indicators together: quick, and
 * true of hardly anything else, so that other rows need no closer look; takes a normalised label.
 */
export function mayHeadIndicators(label: string): boolean {
  const exact = byWord.get(label)
  if (exact) return exact === 'name' || exact === 'level2'
  return label.includes('指标') && /^(?:三级|末级|具体)|(?:绩效|年度|长期)指标/.test(label)
}

/** What columns of funds are called on most forms. */
const fundsColumnByWord = new Map<string, FundsColumn>([
  ['预算数', 'budget'],
  ['年初预算数', 'initial'],
  ['全年预算数', 'adjusted'],
  ['全年执行数', 'executed'],
  ['执行率', 'rate'],
  ['分值', 'weight'],
  ['得分', 'score']
])

/** Column headings of funds matrices in the order tried, each with characters of which it holds one in any case. */
const fundsColumns: [FundsColumn, string, RegExp][] = [
  // 执行率权重 and 执行率得分 begin like a rate.
  ['weight', '分权', /^(?:(?:预算|资金)?执行率?)?(?:指标)?(?:分值|权重|标准分)/],
  ['score', '分', /^(?:(?:预算|资金)?执行率?)?(?:指标)?(?:得分|自评分|自评得分)/],
  ['medium-term', '期总', /^(?:中期|实施期|项目总)(?:资金)?(?:预算|总额)/],
  ['initial', '初', /^年初预算/],
  ['adjusted', '调全', /^(?:调整后?预算|全年预算)/],
  [
    'executed',
    '数际额',
    /^(?:全年|预算|实际|1?\d?[-至—]?1?\d月份?|上半年|截至.{2,6})?(?:执行数|支出数|实际支出|执行金额|决算数|支出金额)/
  ],
  ['rate', '率', /^(?:(?:预算|资金|1?\d?[-至—]?1?\d月份?|上半年)?执行率|支出率|完成率)/],
  ['reason', '因备说', /^(?:原因|偏差原因|未完成原因|备注|说明|执行率偏低原因)/],
  ['budget', '预金', /^(?:年度)?(?:预算|金额|年度预算|资金额|本年预算)/]
]

/** Which amount a column of a funds block holds; takes a normalised label. */
export function classifyFundsColumn(label: string): FundsColumn | undefined {
  if (label.length > 16) return undefined
  const known = fundsColumnByWord.get(label)
  if (known !== undefined) return known
  for (const [key, characters, pattern] of fundsColumns)
    if (holdsAny(label, characters) && pattern.test(label))
      // 预算年度：2026年 and 金额单位 begin like amounts.
      return /[:：]|^(?:预算|金额|年度预算)(?:年度|单位|部门|编码|代码|科目)/.test(label) ? undefined : key
  return undefined
}

function holdsAny(label: string, characters: string): boolean {
  for (let at = 0; at < characters.length; at++) if (label.includes(characters.charAt(at))) return true
  return false
}
