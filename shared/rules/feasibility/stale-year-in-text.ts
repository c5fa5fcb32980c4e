import {defineRule} from '../../lint/define-rule.js'
import type {Part, TargetNode} from '../../tree/nodes.js'
import {findYears} from '../../value/deadline.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {fiscalYearsOf} from '../support/fiscal-years.js'

/** Words around a past year that make it history, a base or a citation. */
const history =
  /(?:上年|去年|以前年度|历年|结转|结余|年末|年底数|年初|决算|完成情况|已|截至|截止|累计|统计|数据|结果|平均|水平|台账|年报|报表|普查|测算|完成[数值]|基数|现有|共有|实际|曾|获|荣获|建成|成立|开始|启动|以来|通过|出台|制定的|印发|下发|颁布|修订|发布(?:的|了|《)|批复|文件|通知|规定|办法|意见|方案|规划|(?<!高)标准|中央|省级|资金$|兑现|清算|结算|清偿|尾款|质保金|欠|补发|补拨|补缴|追溯|奖励|奖补|后补助|审计|考核|考评|评估|复核|验收|回访|跟踪|遗留|未完|续建|竣工项目|历史)/

/** What an earlier year leaves to the next: debts and remains, works going on, what was chosen or founded then. */
const legacy =
  /(?:由|从)20\d\d年|尾款|质保金|保证金|拖?欠|清算|偿还|返还|退还|补[发拨缴]|缺口|遗留|续建|续签|续聘|基期|基准|基础上|成果|灾后|灾毁|水毁|震后|立项|入选|死亡|(?:完工|竣工|开工|在建)(?:的|项目|工程|路段|小区|并)|(?:购[置买]|采购|招[录聘募收]|聘[用请任]|录用|引进|选[派聘调]|派驻|签[订署约]|中标|投[入运]?(?:使)?用|认定|评[定选]|命名|授[牌予]|批准|核准|审定|核定|确定|下达|实施|建设|改造|新建|安装|交付|移交|验收|入库|纳入|列入|登记|申报|毕业|退[休役]|入[学职伍]|发[行放]|试点|培育)(?:[^，。；]{0,4})?的(?!通知|通告|公告)/

export default defineRule({
  id: 'stale-year-in-text',
  group: 'feasibility',
  severity: 'warning',
  title: {zh: '文字里留有往年的年份', en: 'Text still speaks of an earlier year'},
  why: {
    zh: '目标、任务或指标的文字里出现了往年的年份，多半是复制上年材料时没有改。请改为本年度；确是引用往年情况的，请写清楚。',
    en: 'Goals, tasks or indicators mention an earlier year, mostly because last year’s text was copied. Put in this year, or make clear that the past is meant.'
  },
  basis: ['财预〔2015〕88号：绩效目标应当与预算年度对应，细化量化'],
  traps: {
    zh: '文号、书名号里的法规名称、规划期、“自……年起”“较……年增长”、上年结转和已完成情况、跨年项目名称里的年份，以及往年的尾款、质保金、续建工程和当年认定、招录、购置的对象不报；自评材料不报。',
    en: 'Silent for document numbers, titles of laws, plan periods, "since" and "compared with", carry-overs and past results, debts, continued works and what was chosen, hired or bought in an earlier year, years in the name of a carried-over project, and self-evaluations.'
  },
  messages: {
    zh: {stale: '“{text}”写的是 {found} 年，这张表是 {year} 年的。请改为 {year} 年；确指往年的，请写明。'},
    en: {
      stale:
        '"{text}" speaks of {found}, but the form is for {year}. Change it, or make clear that the past is meant.'
    }
  },
  examples: [
    {
      wrong: sheet`
        云川县2024年部门整体支出绩效目标表
        年度重点工作任务 | 序号 | 名称 | 主要实施内容 | 期望达到的目标 | 拟投入金额(万元)
        ^ | 1 | 宪法宣传 | 组织开展2023年宪法宣传周活动 | 举办讲座6场 | #5
      `,
      finds: ['D3']
    },
    {
      wrong: sheet`
        2024年高标准农田建设绩效目标表
        项目名称 | 高标准农田建设
        绩效目标 | 1.2023年新建高标准农田4000亩。⏎2.亩均产能提高50公斤。
      `,
      finds: ['B3']
    },
    {
      right: sheet`
        云川县2024年部门整体支出绩效目标表
        年度重点工作任务 | 序号 | 名称 | 主要实施内容 | 期望达到的目标 | 拟投入金额(万元)
        ^ | 1 | 宪法宣传 | 按照云政发〔2023〕5号文件开展宣传周活动 | 参加人数较2023年增长5% | #5
        ^ | 2 | 法规清理 | 落实《2023年立法后评估报告》提出的意见 | 清理规章2件 | #3
        ^ | 3 | 就业帮扶 | 2023年已转移就业1180人，继续组织招聘会 | 举办招聘会10场 | #6
        ^ | 4 | 阵地建设 | 分两年安排，2023年60万元，2024年80万元 | 建成法治公园1处 | #80
      `
    },
    {
      title: {
        zh: '往年留下的款项、工程和对象',
        en: 'Debts, works and people that earlier years leave behind'
      },
      right: sheet`
        2024年农村公路养护绩效目标表
        项目名称 | 农村公路养护
        绩效目标 | 1.支付2023年完工路段工程尾款，返还2022年项目质保金18笔。⏎2.实施续建项目2处（2023年开工）、新建项目5处，2023年招录的28名养护工全部上岗。⏎3.发放2023年四季度和2024年前三季度岗位津贴，在2023年试点3个乡镇的基础上推广10个乡镇。⏎4.优良路率由2023年的92.5%提高到95%。
      `
    },
    {
      title: {zh: '指标值说明引用往年结果', en: 'An explanation that cites earlier results'},
      right: sheet`
        项目支出绩效目标表
        （2025年度）
        一级指标 | 二级指标 | 三级指标 | 计算符号 | 目标值 | 度量单位 | 指标值说明
        产出指标 | 数量指标 | 改造低产茶园面积 | ≥ | 3500 | 亩 | 2024年申报台账
        效益指标 | 经济效益指标 | 茶园亩均产值 | ≥ | 4200 | 元/亩 | 2024年测产结果
      `
    }
  ],
  create: (context) => {
    const check = (node: TargetNode, part: Part | undefined): void => {
      if (!part?.text.includes('20')) return
      const {form} = context
      if (form.kind === 'evaluation' || form.kind === 'allocation') return
      const years = fiscalYearsOf(form)
      if (!years || /自评|评价|报告|总结|完成情况/.test(form.title?.plain ?? '')) return
      const found = findYears(part.text)
      for (const {year, role, offset} of found) {
        if (role !== 'date' || year >= years.first || year < years.first - 3 || years.carried.has(year))
          continue
        if (isSeries(part.text, year, years)) continue
        const sentence = sentenceAround(part.text, offset)
        if (legacy.test(sentence) || namesFiscalYear(sentence, years)) continue
        if (history.test(sentence.replace(/规范性文件|行政规范性文件/g, ''))) continue
        context.report({
          node,
          part,
          messageId: 'stale',
          data: {text: quoteText(sentence, 30), found: year, year: form.year?.value ?? years.last}
        })
        return
      }
    }
    return {
      goal: (node) => check(node, node.text),
      paragraph(node) {
        if (node.role === 'text' && plans.test(node.text.plain)) check(node, node.text)
      },
      task(node) {
        check(node, node.name)
        check(node, node.content)
        check(node, node.expectation)
      },
      field(node) {
        if (node.key === 'purpose') check(node, node.value)
      },
      indicator(node) {
        if (node.source !== 'table') return
        check(node, node.name)
        check(node, node.description)
      }
    }
  }
})

/** A sentence that says what will be done: 做好2022年度档案接收工作. */
const plans =
  /(?:做好|抓好|完成|开展|实施|推进|新建|组织|编制|加强|落实|确保|保障)[^。;]{0,12}20\d\d年|20\d\d年度?(?:计划|将|要|拟|安排|预计)/

/** Amounts of several years told one after the other: 2025年300万元，2026年500万元. */
function isSeries(text: string, year: number, {first, last}: {first: number; last: number}): boolean {
  const told = [...text.matchAll(/(20\d\d)年度?[^，,；;。、\d]{0,8}\d/g)].map((match) => Number(match[1]))
  return told.includes(year) && told.some((other) => other >= first && other <= last)
}

/** 2023年四季度和2024年前三季度: who writes this year beside the last one has not forgotten to change it. */
function namesFiscalYear(sentence: string, {first, last}: {first: number; last: number}): boolean {
  for (let year = first; year <= last; year++) if (sentence.includes(`${year}年`)) return true
  return false
}

/** The clause in which an offset lies. */
function sentenceAround(text: string, offset: number): string {
  const start =
    Math.max(...['；', ';', '。', '，', ',', '\n'].map((mark) => text.lastIndexOf(mark, offset - 1))) + 1
  const ends = ['；', ';', '。', '，', ',', '\n']
    .map((mark) => text.indexOf(mark, offset))
    .filter((at) => at >= 0)
  return text.slice(start, ends.length > 0 ? Math.min(...ends) : undefined).trim()
}
