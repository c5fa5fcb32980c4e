import type {LevelOne, LevelTwo} from '../tree/nodes.js'
import {memoise} from './memoise.js'

/**
 * Words for the first two levels of the indicator classification, in the wording of 财预〔2015〕88号 and
 * 财预〔2021〕101号 and the older 项目完成/项目效益 wording; without the ending 指标.
 */
const levelOneWords: Record<LevelOne, string[]> = {
  cost: ['成本', '项目成本', '成本控制'],
  output: ['产出', '项目产出', '项目完成', '绩效产出', '项目决策产出', '履职产出', '完成', '产出类'],
  benefit: [
    '效益',
    '项目效益',
    '效果',
    '项目效果',
    '履职效果',
    '履职效益',
    '绩效效益',
    '社会效益和经济效益',
    '效益类',
    '影响力',
    '结果',
    '影响',
    '社会效益和生态效益'
  ],
  satisfaction: ['满意度', '项目满意度', '满意', '相关满意度', '满意度类']
}

const levelTwoWords: Record<LevelTwo, string[]> = {
  quantity: ['数量', '产出数量', '项目数量', '完成数量'],
  quality: ['质量', '产出质量', '项目质量', '完成质量'],
  timeliness: [
    '时效',
    '产出时效',
    '进度',
    '产出进度',
    '时效性',
    '完成时效',
    '产出时间',
    '及时性',
    '完成及时性',
    '时限'
  ],
  cost: ['成本', '产出成本', '项目成本'],
  'economic-cost': ['经济成本'],
  'social-cost': ['社会成本'],
  'environmental-cost': ['生态环境成本', '生态成本', '环境成本', '生态环境成本控制'],
  'economic-benefit': ['经济效益', '经济效果', '经济效应', '经济影响'],
  'social-benefit': ['社会效益', '社会效果', '社会效应', '社会影响', '社会公益'],
  'environmental-benefit': [
    '生态效益',
    '环境效益',
    '生态环境效益',
    '生态环保效益',
    '生态效应',
    '生态影响',
    '生态',
    '环境影响',
    '生态环境影响',
    '生态效果',
    '环境效果'
  ],
  sustainability: [
    '可持续影响',
    '可持续发展影响',
    '可持续',
    '可持续性',
    '可持续性影响',
    '可持续影响力',
    '可持续发展',
    '持续影响',
    '可持续效益',
    '可持续影响效益',
    '长效管理',
    '长效机制',
    '影响力',
    '能力建设及可持续影响',
    '可持续发展能力',
    '长期影响'
  ],
  satisfaction: [
    '满意度',
    '服务对象满意度',
    '社会公众满意度',
    '社会公众或服务对象满意度',
    '服务对象或社会公众满意度',
    '受益对象满意度',
    '公众满意度',
    '群众满意度',
    '服务对象满意',
    '受益群众满意度',
    '社会公众或服务对象',
    '服务对象',
    '社会满意度',
    '其他满意度',
    '服务对象或项目受益人满意度',
    '具体服务对象满意度',
    '项目受益人满意度'
  ]
}

const levelOneByWord = invert(levelOneWords)
const levelTwoByWord = invert(levelTwoWords)

/** The first-level class under which a second-level class belongs, in the old and the new generation. */
export const parentsOf: Record<LevelTwo, LevelOne[]> = {
  quantity: ['output'],
  quality: ['output'],
  timeliness: ['output'],
  cost: ['output', 'cost'],
  'economic-cost': ['cost'],
  'social-cost': ['cost'],
  'environmental-cost': ['cost'],
  'economic-benefit': ['benefit'],
  'social-benefit': ['benefit'],
  'environmental-benefit': ['benefit'],
  sustainability: ['benefit'],
  satisfaction: ['satisfaction', 'benefit']
}

/** Recognises a first-level label, e.g. `产出指标(50分)` or `1-产出指标`; takes a normalised label. */
export const classifyLevelOne = memoise((label): LevelOne | undefined => lookUp(levelOneByWord, label))

/** Recognises a second-level label, e.g. `11-数量指标`; takes a normalised label. */
export const classifyLevelTwo = memoise((label): LevelTwo | undefined => lookUp(levelTwoByWord, label))

/** Recognises a label of both levels, e.g. `产出指标-数量指标`; takes a normalised label. */
export function classifyBothLevels(label: string): {levelOne: LevelOne; levelTwo: LevelTwo} | undefined {
  const at = label.search(/[-—/_>→]/)
  if (at < 2) return undefined
  const levelOne = classifyLevelOne(label.slice(0, at))
  const levelTwo = classifyLevelTwo(label.slice(at + 1).replace(/^[-—/_>→]+/, ''))
  return levelOne && levelTwo ? {levelOne, levelTwo} : undefined
}

/**
 * A label as it is looked up: plain text without code prefix (`11-`, `01.`), stars, numbering, bracket contents,
 * trailing colon and points (`(0-20)分`).
 */
export function normaliseLabel(plain: string): string {
  let label = plain
  if (label.includes('(') || label.includes('[')) {
    // The points of 产出指标(50)分 go with their brackets; the 分 of 总分(含预算执行) stays.
    label = label.replace(/([)\]])分$/, '$1').replace(/[([][^()[\]]*[)\]]/g, '')
    label = label.replace(/[([][^()[\]]*$/, '')
  }
  return (
    label
      .replace(/^[*★☆#]+/, '')
      // ①数量指标 is 1数量指标 when normalised.
      .replace(/^\d{1,2}(?=数量|质量|时效|成本|经济|社会|生态|可持续|产出|效益|满意|服务对象)/, '')
      .replace(/^(?:\d{1,2}[-.、．—]+(?!\d{1,2}月)|[一二三四五六七八九十]{1,3}[、.]|其中[:：]?)/, '')
      .replace(/[:：]+$/, '')
      .replace(/\d{1,3}分$/, '')
  )
}

/** 产出指标, 服务对象满意度指标等, and 产出值, 产出目标 of forms that say 值 or 目标 for every 指标. */
function lookUp<K>(words: Map<string, K>, label: string): K | undefined {
  if (label.length < 3) return words.get(label)
  const word = label.replace(/(?:指标等?|值|目标)$/, '')
  const known = words.get(word)
  if (known !== undefined || word.length < 4 || word.length > 9) return known
  // 部门产出, 工作数量, 产出绩效, 经济效益类: whose, or what kind of word it is.
  const core = word.replace(/^(?:部门|单位|年度|项目|工作|任务|履职|绩效)/, '').replace(/(?:类|绩效)$/, '')
  return core.length >= 2 && core !== word ? words.get(core) : undefined
}

function invert<K extends string>(words: Record<K, string[]>): Map<string, K> {
  return new Map(
    Object.entries<string[]>(words).flatMap(([key, list]) => list.map((word) => [word, key as K] as const))
  )
}
