import {defineRule} from '../../lint/define-rule.js'
import type {Form, Indicator, Part, SheetNode, WorkbookNode} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet, workbook} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'
import {perForm} from '../support/per-form.js'

export default defineRule({
  id: 'copied-indicator-set',
  group: 'relevance',
  severity: 'warning',
  scope: 'workbook',
  title: {zh: '不同项目的指标几乎一样', en: 'Projects with nearly the same indicators'},
  why: {
    zh: '项目不同、金额不同，指标和指标值却几乎一字不差，说明是整表复制的，看不出每笔钱各要办成什么事。请按每个项目自己的内容重新设指标；确实是同一件事的，考虑合并项目。',
    en: 'Projects and amounts differ, but indicators and targets are almost the same word for word: the table was copied, and nobody sees what each sum of money is to achieve. Set indicators for each project of its own, or merge projects that really do the same.'
  },
  basis: ['财预〔2021〕101号：绩效指标应当与项目高度关联', '财预〔2015〕88号：绩效目标指向明确'],
  traps: {
    zh: '少于 5 条指标的表、项目名称相同的表（同一项目的两版）不比较；至少八成指标的名称和指标值都相同才报。',
    en: 'Tables with fewer than 5 indicators and tables of the same project are not compared; at least eight tenths of the indicators must agree in name and target.'
  },
  messages: {
    zh: {
      copied: '本表{count}条指标中有{same}条与“{other}”的名称和指标值都相同。请按本项目的内容重新设置。'
    },
    en: {
      copied:
        '{same} of the {count} indicators of this table have the same name and target as "{other}". Set them for this project.'
    }
  },
  examples: [
    {
      wrong: workbook({
        甲: sheet`
          2024年乡村图书室建设绩效目标表
          项目名称 | 乡村图书室建设
          一级指标 | 二级指标 | 三级指标 | 指标值
          产出指标 | 数量指标 | 建设任务数量 | ≥10项
          ^ | 质量指标 | 验收合格率 | ≥95%
          ^ | 时效指标 | 完成及时率 | ≥95%
          ^ | 成本指标 | 建设成本 | ≤20万元
          满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
        `,
        乙: sheet`
          2024年乡镇健身广场建设绩效目标表
          项目名称 | 乡镇健身广场建设
          一级指标 | 二级指标 | 三级指标 | 指标值
          产出指标 | 数量指标 | 建设任务数量 | ≥10项
          ^ | 质量指标 | 验收合格率 | ≥95%
          ^ | 时效指标 | 完成及时率 | ≥95%
          ^ | 成本指标 | 建设成本 | ≤35万元
          满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
        `
      }),
      finds: ['甲!A4:A7', '乙!A4:A7']
    },
    {
      right: workbook({
        甲: sheet`
          2024年乡村图书室建设绩效目标表
          项目名称 | 乡村图书室建设
          一级指标 | 二级指标 | 三级指标 | 指标值
          产出指标 | 数量指标 | 新建图书室数量 | ≥10间
          ^ | ^ | 配送图书数量 | ≥8000册
          ^ | 质量指标 | 图书室验收合格率 | ≥95%
          ^ | 成本指标 | 单间建设成本 | ≤2万元/间
          满意度指标 | 服务对象满意度指标 | 读者满意度 | ≥90%
        `,
        乙: sheet`
          2024年乡镇健身广场建设绩效目标表
          项目名称 | 乡镇健身广场建设
          一级指标 | 二级指标 | 三级指标 | 指标值
          产出指标 | 数量指标 | 新建健身广场面积 | ≥6000平方米
          ^ | ^ | 安装健身器材数量 | ≥60套
          ^ | 质量指标 | 器材验收合格率 | ≥98%
          ^ | 成本指标 | 单位面积建设成本 | ≤300元/平方米
          满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90%
        `
      })
    }
  ],
  create: (context) => {
    function report(table: Table, twins: Twin[]): void {
      const [best] = twins.sort((a, b) => b.same - a.same)
      const part = placeOf(table)
      if (!best || !part) return
      context.report({
        node: table.first,
        part,
        messageId: 'copied',
        data: {count: table.keys.size, same: best.same, other: quoteText(best.other.title)},
        related: twins.flatMap(({other}) => {
          const place = placeOf(other)
          return place ? [{part: place, sheet: other.sheet}] : []
        })
      })
    }

    return {
      'workbook:exit'(tree) {
        const tables = tablesOf(tree)
        if (tables.length < 2) return
        const holders = findHolders(tables)
        const common = new Array<number>(tables.length)
        for (const table of tables) {
          countCommon(table.keys, holders, common)
          const twins = findTwins(table, tables, common)
          if (twins) report(table, twins)
        }
      }
    }
  }
})

interface Table {
  title: string
  sheet: string
  first: Indicator
  /** Name and target of each indicator. */
  keys: Set<string>
}

interface Twin {
  other: Table
  same: number
}

/** The tables that hold a key, by their indices. */
type Holders = Map<string, number | number[]>

function tablesOf(tree: WorkbookNode): Table[] {
  const tables: Table[] = []
  for (const owner of tree.children) {
    for (const form of owner.children) {
      const table = tableOf(form, owner)
      if (table) tables.push(table)
    }
  }
  return tables
}

const tableOf = perForm(readTable)

function readTable(form: Form, owner: SheetNode): Table | undefined {
  let first: Indicator | undefined
  const keys = new Set<string>()
  for (const child of form.children) {
    if (child.type !== 'indicator' || child.source !== 'table') continue
    first ??= child
    keys.add(keyOf(child))
  }
  if (!first || keys.size < 5) return undefined
  const title = form.projectName?.value ?? form.title?.plain ?? owner.name
  return {title, sheet: owner.name, first, keys}
}

function keyOf({name, target}: Indicator): string {
  return bareName(name) + '\n' + (target ? target.plain.replace('%', '') : '')
}

function findHolders(tables: Table[]): Holders {
  const holders: Holders = new Map()
  for (let index = 0; index < tables.length; index++) {
    for (const key of tables[index]?.keys ?? []) {
      const held = holders.get(key)
      if (held === undefined) holders.set(key, index)
      else if (typeof held === 'number') holders.set(key, [held, index])
      else held.push(index)
    }
  }
  return holders
}

/** Counts how many of a table's keys each table holds. */
function countCommon(keys: Set<string>, holders: Holders, common: number[]): void {
  common.fill(0)
  for (const key of keys) {
    const held = holders.get(key)
    if (typeof held === 'object') for (const index of held) common[index] = (common[index] ?? 0) + 1
  }
}

function findTwins(table: Table, tables: Table[], common: number[]): Twin[] | undefined {
  let twins: Twin[] | undefined
  const {size} = table.keys
  for (let index = 0; index < tables.length; index++) {
    const same = common[index] ?? 0
    if (same < 4 || same < 0.8 * size) continue
    const other = tables[index]
    if (!other || other === table || same < 0.8 * other.keys.size || other.title === table.title) continue
    twins ??= []
    twins.push({other, same})
  }
  return twins
}

function placeOf({first}: Table): Part | undefined {
  return first.level1 ?? first.name
}
