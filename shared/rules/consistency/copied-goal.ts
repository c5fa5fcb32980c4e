import {defineRule, type RuleContext} from '../../lint/define-rule.js'
import type {Form, Goal, Part, TargetNode, WorkbookNode} from '../../tree/nodes.js'
import {quoteText, toPlainText} from '../../workbook/plain-text.js'
import {sheet, workbook} from '../../workbook/sheet-literal.js'
import {areUnrelated, subjectPairs} from '../support/subject-of.js'
import {contentsOf} from '../support/contents-of.js'
import {perForm} from '../support/per-form.js'
import {plainProjectName} from '../support/plain-project-name.js'

export default defineRule({
  id: 'copied-goal',
  group: 'consistency',
  severity: 'warning',
  scope: 'workbook',
  title: {zh: '绩效目标是抄来的', en: 'Goal copied from elsewhere'},
  why: {
    zh: '绩效目标应当写这笔钱今年要办成什么。内容不同的项目用同一段目标，或者把部门职责、资金用途原样抄作目标，就看不出要达到什么结果，年底也无从对照。请按本项目写明预期产出和效果。',
    en: 'A goal says what this money is to achieve this year. When unrelated projects share one goal, or duties and purposes are pasted as the goal, no result can be seen or compared at year end. Write the expected outputs and effects of this project.'
  },
  basis: ['财预〔2015〕88号：绩效目标指向明确、细化量化', '财预〔2021〕101号：绩效目标与项目高度关联'],
  traps: {
    zh: '用途或名称有共同内容的项目（同一件事的两笔资金、两个年度）目标相同不报；同一项目的两版不报；短于 12 个字的目标不比较；职责里摘一两句的不报。',
    en: 'Silent for projects whose purpose or name have something in common (two funds or years of one thing), for two versions of a project, for goals under 12 characters, and where only a sentence of the duties is taken up.'
  },
  messages: {
    zh: {
      otherProject:
        '这段绩效目标与“{other}”的相同，而两个项目的内容看不出有什么共同之处：“{text}”。请按本项目的用途重写。',
      otherSubject:
        '这段绩效目标写的是“{other}”的内容，没有提到本项目“{name}”的事：“{text}”。请核对是不是填错了表。',
      duties: '绩效目标照抄了部门职责：“{text}”。职责不是目标，请写本年度要达到的、可以考核的结果。',
      purpose: '绩效目标与资金用途（项目概况）一字不差。请写明要达到的结果，而不只是钱用在哪里。'
    },
    en: {
      otherProject:
        'This goal is the same as that of "{other}", though the two projects seem to have nothing in common: "{text}". Rewrite it for this project.',
      otherSubject:
        'This goal is about "{other}" and does not mention what "{name}" is for: "{text}". Check whether it stands in the wrong form.',
      duties:
        'The goal repeats the duties of the department: "{text}". Duties are no goals; write results of this year that can be checked.',
      purpose:
        'The goal is the same as the purpose, word for word. Write what is to be achieved, not only what the money is spent on.'
    }
  },
  examples: [
    {
      wrong: workbook({
        '1': sheet`
          1.临时救助补助绩效目标表
          315001清河市民政局 | | 单位：万元
          项目名称 | 临时救助补助
          预算规模及资金用途 | 预算数 | #20 | 其中：财政资金 | #20
          ^ | 发放困难群众临时救助金
          绩效目标 | 1.及时足额发放救助金，保障困难群众基本生活。⏎2.提高群众满意度。
        `,
        '2': sheet`
          2.办公楼维修绩效目标表
          315001清河市民政局 | | 单位：万元
          项目名称 | 办公楼维修
          预算规模及资金用途 | 预算数 | #35 | 其中：财政资金 | #35
          ^ | 屋面防水和外墙维修
          绩效目标 | 1.及时足额发放救助金，保障困难群众基本生活。
        `
      }),
      finds: ['1!B6', '2!B6']
    },
    {
      wrong: sheet`
        部门整体绩效目标
        部门名称 | 云川县林业局
        部门职能职责概述 | 负责全县林业资源管理，组织造林绿化，指导林业有害生物防治。
        年度绩效目标 | 负责全县林业资源管理，组织造林绿化，指导林业有害生物防治。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 造林面积 | ≥3000亩
      `,
      finds: ['B4']
    },
    {
      title: {zh: '报告里的目标就是职责', en: 'Duties as goals in a report'},
      wrong: sheet`
        云川县林业局2023年度部门整体支出绩效自评报告
        一、部门基本情况
        主要职责：
        （一）负责全县林业资源的保护和监督管理工作。组织编制林业发展规划并监督实施。
        （二）组织指导全县造林绿化和防沙治沙工作；指导林业有害生物防治和检疫工作。
        二、部门整体绩效目标
        负责全县林业资源的保护和监督管理工作。组织编制林业发展规划并监督实施。组织指导全县造林绿化和防沙治沙工作；指导林业有害生物防治和检疫工作。
      `,
      finds: ['A7']
    },
    {
      title: {zh: '目标写的是另一个项目', en: 'The goal is about another project'},
      wrong: workbook({
        '1': sheet`
          1.社区养老服务经费绩效目标表
          项目名称 | 社区养老服务经费
          绩效目标 | 开展社区养老服务，服务老人300人，满意度达到90%。
        `,
        '2': sheet`
          2.办公楼维修绩效目标表
          项目名称 | 办公楼维修
          绩效目标 | 提升社区养老服务水平，新增日间照料床位30张。
        `
      }),
      finds: ['2!B3']
    },
    {
      title: {zh: '同一件事的两笔资金', en: 'Two funds for one thing'},
      right: workbook({
        '1': sheet`
          1.中央临时救助补助绩效目标表
          315001清河市民政局 | | 单位：万元
          项目名称 | 中央临时救助补助
          预算规模及资金用途 | 预算数 | #20 | 其中：财政资金 | #20
          ^ | 发放困难群众临时救助金
          绩效目标 | 1.及时足额发放救助金，保障困难群众基本生活。
        `,
        '2': sheet`
          2.省级临时救助补助绩效目标表
          315001清河市民政局 | | 单位：万元
          项目名称 | 省级临时救助补助
          预算规模及资金用途 | 预算数 | #35 | 其中：财政资金 | #35
          ^ | 困难群众救助支出
          绩效目标 | 1.及时足额发放救助金，保障困难群众基本生活。
        `
      })
    },
    {
      right: sheet`
        云川县林业局2023年度部门整体支出绩效自评报告
        一、部门基本情况
        主要职责：
        （一）负责全县林业资源的保护和监督管理工作。组织编制林业发展规划并监督实施。
        二、部门整体绩效目标
        组织编制林业发展规划并监督实施。完成造林3000亩，森林抚育1.2万亩，林业有害生物成灾率控制在4‰以内，群众满意度达到90%。
      `
    }
  ],
  create: (context) => ({
    form(form) {
      const duties = dutiesOf(form)
      if (duties.length === 0) return
      const isDepartment = form.kind === 'department' || form.kind === 'report'
      for (const {node, part} of statedGoals(form)) {
        const around = duties.filter(({at}) => at !== part).map(({text}) => text)
        if (isDepartment) {
          if (repeats(part.plain, around.join('。')))
            context.report({node, part, messageId: 'duties', data: {text: quoteText(part.text)}})
        } else if (part.plain.length >= 12 && around.some((duty) => saysSame(duty, part.plain))) {
          context.report({node, part, messageId: 'purpose', severity: 'info'})
        }
      }
    },
    'workbook:exit'(tree) {
      reportTwins(context, tree)
    }
  })
})

interface Stated {
  node: TargetNode
  part: Part
}

/** Goals, and in a report the texts under a heading that announces goals. */
function statedGoals(form: Form): Stated[] {
  const found: Stated[] = []
  let announced = false
  for (const child of contentsOf(form).others) {
    if (child.type === 'goal') found.push({node: child, part: child.text})
    else if (child.type === 'paragraph') {
      if (child.role === 'heading')
        announced = /绩效目标|工作目标/.test(child.text.plain) && !/完成|实现|分析/.test(child.text.plain)
      else if ((announced || followsTitle(child.text, form)) && child.text.plain.length >= 40)
        found.push({node: child, part: child.text})
    }
  }
  return found
}

/** The heading of the goals may have been taken for the title of the form. */
function followsTitle({range}: Part, {title}: Form): boolean {
  return title?.range.bottom === range.top - 1 && /绩效目标$/.test(title.plain)
}

/** Texts that say what a unit is there for, or what money is spent on. */
function dutiesOf(form: Form): {text: string; at: Part}[] {
  const found: {text: string; at: Part}[] = []
  let announced = false
  for (const child of contentsOf(form).others) {
    if (child.type === 'field' && child.key === 'purpose' && child.value && child.value.plain.length >= 8) {
      found.push({text: child.value.plain, at: child.value})
    } else if (child.type === 'paragraph') {
      const {plain} = child.text
      if (child.role === 'heading') announced = /职能|职责|概况|基本情况/.test(plain)
      if (announced && plain.length >= 12) found.push({text: plain, at: child.text})
    }
  }
  return found
}

/** Letters and digits only, without numbering: what is compared word for word. */
function bare(plain: string): string {
  return plain
    .replace(/(?:^|[。;\n])[(]?[一二三四五六七八九十\d]+[)、.:]/g, '')
    .replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, '')
}

/** Whether two texts are the same word for word. */
function saysSame(a: string, b: string): boolean {
  return lastLetter(a) === lastLetter(b) && bare(a) === bare(b)
}

/** The last character that is a letter or digit: few texts need a closer look. */
function lastLetter(plain: string): number | undefined {
  for (let at = plain.length - 1; at >= 0; at--) {
    const code = plain.charCodeAt(at)
    if (isLetter(code)) return code
  }
  return undefined
}

/** Chinese characters, Latin letters and digits. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122)
  )
}

/** Whether nearly all sentences of a goal stand in the duties word for word. */
function repeats(goal: string, duties: string): boolean {
  const source = bare(duties)
  const sentences = goal
    .split(/[。;]/)
    .map(bare)
    .filter((sentence) => sentence.length >= 6)
  const length = sentences.reduce((sum, sentence) => sum + sentence.length, 0)
  if (length < 12) return false
  const copied = sentences
    .filter((sentence) => source.includes(sentence))
    .reduce((sum, sentence) => sum + sentence.length, 0)
  return copied >= length * 0.85
}

/** A goal that holds the whole name of another project and nothing of its own. */
function reportOtherSubject(context: RuleContext, project: Project, projects: Project[]): void {
  const {plain} = project.goal.text
  // The name first: it nearly always says enough.
  const named = subjectPairs(project.plainName)
  if (holdsAny(plain, named)) return
  const own = subjectPairs(project.subject)
  if (named.size + own.size < 2 || holdsAny(plain, own)) return
  const other = projects.find((one) => coreOf(one).length >= 4 && plain.includes(coreOf(one)))
  if (!other || other === project) return
  context.report({
    node: project.goal,
    part: project.goal.text,
    messageId: 'otherSubject',
    data: {
      other: quoteText(other.name),
      name: quoteText(project.name),
      text: quoteText(project.goal.text.text)
    },
    related: [{part: other.goal.text, sheet: other.sheet}]
  })
}

function holdsAny(plain: string, pairs: Set<string>): boolean {
  for (const pair of pairs) if (plain.includes(pair)) return true
  return false
}

interface Project {
  sheet: string
  goal: Goal
  name: string
  plainName: string
  subject: string
  /** See {@link coreOf}; few projects are asked for it. */
  core?: string
  clauses: Set<string>
  /** Characters of all clauses, and of those that differ. */
  length: number
  distinct: number
}

/** The name of a project without year and general words at its end. */
function coreOf(project: Project): string {
  return (project.core ??= project.plainName
    .replace(/20\d\d年度?/g, '')
    .replace(/(?:项目|资金|经费|补助|专项|支出|费用?)+$/, ''))
}

function reportTwins(context: RuleContext, tree: WorkbookNode): void {
  const projects = tree.children.flatMap((owner) =>
    owner.children.flatMap((form) => projectOf(form, owner.name) ?? [])
  )
  // Only goals with a clause in common are compared: workbooks may hold thousands of forms.
  const byClause = findShared(projects)
  for (const project of projects) {
    const twin = byClause.size > 0 ? findTwin(project, byClause) : undefined
    if (!twin) {
      reportOtherSubject(context, project, projects)
      continue
    }
    context.report({
      node: project.goal,
      part: project.goal.text,
      messageId: 'otherProject',
      data: {other: quoteText(twin.name), text: quoteText(project.goal.text.text)},
      related: [{part: twin.goal.text, sheet: twin.sheet}]
    })
  }
}

/** Clauses that several projects have, with those projects. */
function findShared(projects: Project[]): Map<string, Project[]> {
  const first = new Map<string, Project>()
  const shared = new Map<string, Project[]>()
  for (const project of projects) {
    for (const clause of project.clauses) {
      const holder = first.get(clause)
      if (!holder) {
        first.set(clause, project)
        continue
      }
      const holders = shared.get(clause)
      if (holders) holders.push(project)
      else shared.set(clause, [holder, project])
    }
  }
  return shared
}

const projectOf = perForm(readProject)

function readProject(form: Form, sheetName: string): Project | undefined {
  if (form.kind !== 'project' && form.kind !== 'evaluation') return undefined
  const name = form.projectName?.value
  if (!name) return undefined
  let goal: Goal | undefined
  let purpose: string | undefined
  for (const child of contentsOf(form).others) {
    if (child.type === 'goal') {
      if (child.text.plain.length >= 12) goal ??= child
    } else if (child.type === 'field' && child.key === 'purpose') purpose ||= child.value?.plain
  }
  if (!goal) return undefined
  const plainName = plainProjectName(form)
  const clauses = new Set<string>()
  let length = 0
  let distinct = 0
  for (const clause of splitGoal(goal.text)) {
    if (clause.length < 4) continue
    length += clause.length
    if (clauses.has(clause)) continue
    clauses.add(clause)
    distinct += clause.length
  }
  return {sheet: sheetName, goal, name, plainName, subject: purpose || plainName, clauses, length, distinct}
}

/** The clauses of a goal, {@link bare} each. */
function splitGoal({text, plain}: Part): string[] {
  // A plain text has lost its line breaks.
  const flat = text.includes('\n') ? toPlainText(text.replaceAll('\n', ';')) : plain
  return flat.replace(numbering, ';').replace(betweenWords, '').split(clauseEnd)
}

const numbering = /(?:^|[。;,])[(]?[一二三四五六七八九十\d]+[)、.:]/g
const betweenWords = /[^\u4e00-\u9fffA-Za-z0-9。;,]/g
const clauseEnd = /[。;,]/

/** A project of another subject with the same goal. */
function findTwin(project: Project, byClause: Map<string, Project[]>): Project | undefined {
  for (const clause of project.clauses) {
    for (const other of byClause.get(clause) ?? []) {
      if (other === project || other.name === project.name || !shareGoal(project, other)) continue
      if (areUnrelated(project.subject, other.subject)) return other
    }
  }
  return undefined
}

/** Whether the shorter goal stands wholly in the other one. */
function shareGoal(a: Project, b: Project): boolean {
  const isShorter = a.clauses.size <= b.clauses.size
  const short = isShorter ? a : b
  const long = isShorter ? b : a
  const least = short.length * 0.85
  if (short.length < 12) return false
  let shared = short.distinct
  for (const clause of short.clauses) {
    if (long.clauses.has(clause)) continue
    shared -= clause.length
    if (shared < least) return false
  }
  return shared >= least
}
