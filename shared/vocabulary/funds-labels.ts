import type {FundsKey} from '../tree/nodes.js'
import {spellOut, tabulate} from './spell-out.js'

/** Words of funds labels as patterns of {@link spellOut}; what bonds and funds are called is in {@link otherPublic}. */
const fundsWords: Record<Exclude<FundsKey, 'unknown' | 'other-public'>, string[]> = {
  total: [
    '|年度|本年|本年度|项目 |资金|预算 总额|合计|总计|总金额',
    '年度|项目 |资金|预算 总额|总预算|总计',
    '|全年|预算|资金 执行数',
    '转移支付 预算数|执行数',
    '项目 资金|经费|资金总额|总预算',
    '年度|年度财政拨款|年度财政资金|年度财政|预算|预算资金 总额',
    '资金|支出|收入|预算|部门预算|部门预算资金|全年预算 总额',
    '支出|收入 合计',
    '中期|实施期 资金总额',
    '年度|年度预算|年度财政 金额',
    '预算数|年度预算数|总支出|当年年度预算|部门整体支出|年度支出预算|预算支出总额|预算总金额'
  ],
  fiscal: [
    '财政 |拨款|资金|性资金|预算拨款|补助|预算|拨款收入|出资|预算资金|拨款资金',
    '本年|当年|年度 财政拨款',
    '当年|本年|县级|市级|省级|本级|区级|市本级 财政资金',
    '一般公共预算 |拨款|财政拨款',
    '本级|省级|市级|县级|区级|省本|市本|县本|区本|省本级|市本级|县本级|区本级|省|市|县|区 财政 拨款|性资金',
    '政府预算资金|公共财政拨款'
  ],
  superior: [
    '上级 |专项|专项资金|补助|资金|财政资金|财政拨款|转移支付',
    '中央 补助|资金|财政资金|财政补助',
    '中央 和|及|、 省|省级 |补助|财政 资金',
    '省|省级 补助|资金|财政补助',
    '市|市级 补助|资金',
    '中央、省、市补助|转移支付资金'
  ],
  local: [
    '地方|市县|县区|本级 财政|配套 资金',
    '地方 资金|财政资金|配套',
    '县级 资金|配套',
    '本级 资金|财政|配套',
    '市县|区级|县区|配套 资金'
  ],
  'carried-over': [
    '上年|以前年度|历年 结转|结余 |资金|结余',
    '结余|结转|结转结余|上年结转结余 资金',
    '结转结余'
  ],
  'special-account': ['财政专户 |管理 资金', '专户资金'],
  own: ['单位|自有|单位自有 资金', '|企业|单位 自筹 |资金'],
  other: ['其他资金|其它资金|其他|其他收入|社会资金|其他来源资金'],
  basic: ['基本支出 |预算'],
  project: ['项目支出 |预算']
}

const otherPublic =
  /^(?:本年|当年)?(?:政府性基金(?:预算)?|国有资本(?:经营)?预算|社会保险基金(?:预算)?|(?:地方政府|政府|新增)?(?:专项|一般)?债券)(?:财政)?(?:拨款|收入|资金|融资)*$/

let fundsByWord: Map<string, FundsKey> | undefined

/** Which part of the money a funds label names; takes a normalised label. */
export function classifyFunds(label: string): FundsKey | undefined {
  // 资金来源：政府预算资金, 资金结构：基本支出
  const name =
    label.startsWith('资金') && /[:：]/.test(label)
      ? label.replace(/^资金(?:来源|结构|构成)[:：](?:[(（]?\d[)）.、])?/, '')
      : label
  if (name.length > 14) return undefined
  fundsByWord ??= tabulate<FundsKey>(fundsWords)
  const known = fundsByWord.get(name)
  if (known !== undefined) return known
  if (/^(?:本年|一般公共预算)/.test(name)) {
    // 本年一般公共预算财政拨款: of which year and which budget.
    const ofYear = name.replace(/^本年/, '')
    if (fundsByWord.get(ofYear) === 'fiscal') return 'fiscal'
    if (fundsByWord.get(ofYear.replace(/^一般公共预算/, '')) === 'fiscal') return 'fiscal'
  }
  return /基金|债券|国有资本/.test(name) && otherPublic.test(name) ? 'other-public' : undefined
}

/** What money may be said to belong to, of two characters each. */
const fundsOwners = ['年度', '项目', '总体', '部门']
const fundsHeadings = [
  '资金情况',
  '项目资金',
  '预算规模',
  '预算资金',
  '资金构成',
  '预算执行情况',
  '预算整体情况',
  '年度预算',
  '部门预算支出',
  '资金来源',
  '预算情况',
  '专项资金情况',
  '资金投入',
  '资金规模'
]

/** Labels that open a funds block: 资金情况（万元）, 预算规模及资金用途 … */
export function isFundsHeading(label: string): boolean {
  if (!label.includes('资金') && !label.includes('预算')) return false
  const owned = fundsOwners.some((owner) => label.startsWith(owner))
  return (
    fundsHeadings.some((heading) => label.startsWith(heading) || (owned && label.startsWith(heading, 2))) &&
    // A sentence that begins with these words is prose: 项目资金共计100万元，其中…; 资金来源：政府预算资金 names an amount.
    !/[,，。;；]|[:：]./.test(label)
  )
}

/** 预算, 项目经费, 资金安排: what opens a funds block when it runs down beside several amounts; takes a normalised label. */
export function isLooseFundsHeading(label: string): boolean {
  if (!/[金费算排入行]$/.test(label)) return false
  return /^(?:年度|项目|部门)*(?:资金|经费|预算|收入预算|支出预算|资金安排|资金预算|预算投入|预算执行|预算安排)$/.test(
    label
  )
}

const looseTotals = [
  '全年|年初|当年|本年|本年度|年度 预算|资金 |安排|批复 |数|金额|资金',
  '预算安排金额|预算批复数|申请资金总额|总资金'
]
let looseTotalWords: Set<string> | undefined

/** Amounts under names that head columns in other tables: a total only where the amount stands beside. */
export function isLooseTotal(label: string): boolean {
  if (label.length > 9 || label.length < 3) return false
  looseTotalWords ??= new Set(looseTotals.flatMap(spellOut))
  return looseTotalWords.has(label)
}
