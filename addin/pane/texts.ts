import type {Bilingual} from '../../shared/lint/define-rule.js'
import {say} from '../../shared/locale/texts.js'
import {paneReportTitle} from '../../shared/tree/own-sheets.js'

/** Every text of the pane that belongs to no rule and no host. */
export const texts = {
  product: {zh: '绩效目标体检', en: 'Target check-up'},

  check: {zh: '体检', en: 'Check'},
  checkAgain: {zh: '重新体检', en: 'Recheck'},
  cancel: {zh: '取消', en: 'Cancel'},
  undo: {zh: '撤销', en: 'Undo'},
  undoWhat: {zh: '撤销：{title}', en: 'Undo: {title}'},
  more: {zh: '更多', en: 'More'},
  back: {zh: '返回', en: 'Back'},
  close: {zh: '关闭', en: 'Close'},
  retry: {zh: '重试', en: 'Try again'},
  save: {zh: '保存', en: 'Save'},
  copy: {zh: '复制', en: 'Copy'},
  copyDetails: {zh: '复制详情', en: 'Copy details'},
  copied: {zh: '已复制', en: 'Copied'},
  showDetails: {zh: '查看详情', en: 'Show details'},

  scope: {zh: '范围', en: 'Scope'},
  scopeSheet: {zh: '本表', en: 'Sheet'},
  scopeWorkbook: {zh: '全部', en: 'All'},
  search: {zh: '搜索问题、单元格、文字', en: 'Search findings, cells, text'},
  clearSearch: {zh: '清除搜索', en: 'Clear the search'},
  groupBy: {zh: '分组', en: 'Group by'},
  groupSheet: {zh: '按工作表', en: 'By sheet'},
  groupRule: {zh: '按规则', en: 'By rule'},
  groupSeverity: {zh: '按级别', en: 'By severity'},
  filterBySeverity: {zh: '按级别筛选', en: 'Filter by severity'},
  toggleSeverity: {zh: '{name} {count} 条，点击显示或隐藏', en: '{count} × {name}, press to show or hide'},
  errors: {zh: '错误', en: 'Errors'},
  warnings: {zh: '警告', en: 'Warnings'},
  infos: {zh: '提示', en: 'Hints'},
  findings: {zh: '问题清单', en: 'Findings'},
  findingsHelp: {
    zh: '上下键选择，回车定位到单元格，空格展开说明，F6 回到表格',
    en: 'Arrow keys move, Enter goes to the cell, Space opens the explanation, F6 returns to the sheet'
  },
  summary: {
    zh: '共 {total} 个问题：错误 {errors}，警告 {warnings}，提示 {infos}',
    en: '{total} findings: {errors} errors, {warnings} warnings, {infos} hints'
  },
  shownOf: {zh: '显示 {shown} / {total} 条', en: 'showing {shown} of {total}'},
  groupCount: {zh: '{count} 条', en: '{count}'},

  why: {zh: '为什么', en: 'Why'},
  basis: {zh: '依据', en: 'Basis'},
  cellText: {zh: '单元格内容', en: 'Text of the cell'},
  emptyCell: {zh: '（空）', en: '(empty)'},
  related: {zh: '相关位置', en: 'Related places'},
  expected: {zh: '可以写成', en: 'Could be written as'},
  fixSafe: {zh: '规范写法', en: 'Safe fix'},
  fixSafeHint: {zh: '只改写法，不改意思', en: 'changes notation only, not meaning'},
  fixSuggestion: {zh: '建议', en: 'Suggestion'},
  fixSuggestionHint: {zh: '请核对后再采用', en: 'check before you take it'},
  before: {zh: '改前', en: 'Before'},
  after: {zh: '改后', en: 'After'},
  apply: {zh: '应用', en: 'Apply'},
  take: {zh: '采用', en: 'Take'},
  applyFix: {zh: '应用：{title}', en: 'Apply: {title}'},
  crashTodo: {zh: '怎么办', en: 'What to do'},
  crashHint: {
    zh: '文件没有因此改动，其他规则的结果照常有效。请复制下面的内容，连同本文件反馈给维护人员；修好之前，可以在“设置”里关闭这条规则，并对它管的内容人工审核。',
    en: 'The file was not changed by this and the other results are valid. Copy what is below and report it together with the workbook; until it is mended, the rule can be switched off in "Settings" and what it looks at be read by a person.'
  },
  goToCell: {zh: '定位', en: 'Go to cell'},
  goTo: {zh: '定位到 {place}', en: 'Go to {place}'},
  learnRule: {zh: '学习这条规则', en: 'About this rule'},
  ignore: {zh: '忽略…', en: 'Ignore…'},

  safeFixOffer: {
    zh: '{count} 处写法可以一次规范',
    en: 'Notation only, can be fixed at once: {count}'
  },
  fixAllSafe: {zh: '全部规范', en: 'Fix all'},
  reviewSafe: {zh: '先看看', en: 'Review'},
  safeFixes: {zh: '规范写法 {count} 处', en: 'safe fixes: {count}'},
  applied: {zh: '已修改 {count} 个单元格', en: 'Cells changed: {count}'},
  appliedInPart: {
    zh: '已修改 {count} 个单元格，{refused} 处没有改：',
    en: 'Cells changed: {count}; changes not made: {refused}'
  },
  notApplied: {zh: '没有修改：', en: 'Nothing was changed:'},
  undone: {zh: '已撤销，{count} 个单元格恢复原样', en: 'Undone; cells as they were: {count}'},
  undoneInPart: {
    zh: '{count} 个单元格恢复原样，{refused} 处没有恢复：',
    en: 'Cells as they were: {count}; changes not taken back: {refused}'
  },

  ignoreTitle: {zh: '忽略问题', en: 'Ignore finding'},
  ignoreExtent: {zh: '忽略哪些', en: 'What to ignore'},
  ignorePlace: {zh: '只忽略这一处（{place}）', en: 'Only this place ({place})'},
  ignoreRuleOnSheet: {
    zh: '忽略“{sheet}”里这条规则的全部问题（{count} 条）',
    en: 'This rule on "{sheet}" ({count})'
  },
  ignoreRule: {
    zh: '整个工作簿都不再报这条规则（{count} 条）',
    en: 'This rule in the whole workbook ({count})'
  },
  ignoreReason: {zh: '理由（必填）', en: 'Reason (required)'},
  ignoreReasonHint: {zh: '例如：市局统一口径，已与财政局确认', en: 'e.g. agreed with the finance office'},
  ignoreReasonMissing: {zh: '请写明理由，复核的人要看。', en: 'Give a reason; whoever reviews will read it.'},
  ignoreKept: {
    zh: '保存在本文件里，可随时恢复；命令行检查同一文件时同样有效。',
    en: 'Kept in this file and reversible; the command line honours it, too.'
  },
  ignoreConfirm: {zh: '忽略', en: 'Ignore'},
  ignored: {
    zh: '已忽略。保存文件后长期有效，可在“已忽略”里恢复',
    en: 'Ignored. Save the file to keep it; see "Ignored" to restore'
  },
  restored: {zh: '已取消 {count} 条忽略', en: 'Decisions to ignore taken back: {count}'},
  ignoredList: {zh: '已忽略', en: 'Ignored'},
  ignoredNone: {zh: '没有忽略任何问题', en: 'Nothing is ignored'},
  ignoredNoneHint: {
    zh: '确实不用改的问题，可以在问题说明里点“忽略”，并写明理由。',
    en: 'A finding that need not be fixed can be ignored from its explanation, with a reason.'
  },
  ignoredHits: {zh: '当前涉及 {count} 条', en: 'covers {count} now'},
  ignoredUnused: {zh: '已不再涉及任何问题，可以删除', en: 'covers nothing any more; can be removed'},
  ignoredRuleOff: {zh: '这条规则现在没有启用', en: 'the rule is not on at present'},
  ignoredByNote: {zh: '由批注忽略', en: 'Ignored by notes'},
  unusedCount: {zh: '{count} 条忽略无效', en: '{count} without effect'},
  notesWithoutUse: {zh: '没有作用的批注', en: 'Notes without effect'},
  notesWithoutUseHint: {
    zh: '点单元格地址定位，再在批注里改正或删去“体检忽略”那一行，然后点“重新体检”。批注是您写的，体检不会改动它。',
    en: 'Press the cell to go there, then mend or delete the line 体检忽略 of its note, and press "Recheck". Notes are yours; the check-up does not change them.'
  },
  noteUnused: {
    zh: '批注里的“体检忽略”已不再涉及任何问题，可以删去这一行',
    en: 'The line 体检忽略 in the note covers nothing any more and can be deleted'
  },
  noteWrong: {zh: '写法不对，没有生效', en: 'Not understood, without effect'},
  everyRule: {zh: '所有规则', en: 'every rule'},
  remove: {zh: '删除', en: 'Remove'},
  restore: {zh: '恢复', en: 'Restore'},
  restoreAll: {zh: '全部恢复', en: 'Restore all'},
  removeUnused: {zh: '删除已失效的 {count} 条', en: 'Remove {count} of no use'},
  reasonIs: {zh: '理由：{reason}', en: 'Reason: {reason}'},
  everySheet: {zh: '整个工作簿', en: 'whole workbook'},
  wholeSheet: {zh: '整张表', en: 'whole sheet'},
  ignoredCount: {zh: '已忽略 {count} 条', en: '{count} ignored'},

  highlight: {zh: '标出问题单元格', en: 'Mark the cells'},
  notMarked: {
    zh: '{count} 处没有标出（{names} 受保护或已不在）。撤销工作表保护后可再试。',
    en: 'Places not marked: {count} ({names}: protected or gone). Unprotect the sheet and try again.'
  },
  writeReport: {zh: '生成问题清单', en: 'Write a report sheet'},
  reportWritten: {zh: '问题清单已写入工作表“{name}”', en: 'The findings are on the sheet "{name}"'},
  reportName: {zh: '体检问题清单', en: 'Check-up findings'},
  reportTitle: paneReportTitle,
  reportSummary: {
    zh: '共 {count} 个问题：错误 {errors}，警告 {warnings}，提示 {infos}',
    en: 'Findings: {count} (errors {errors}, warnings {warnings}, hints {infos})'
  },
  reportEmpty: {zh: '没有发现问题', en: 'No problems found'},
  reportIgnored: {zh: '另有 {count} 条已忽略', en: 'Ignored besides: {count}'},
  columnNumber: {zh: '序号', en: 'No.'},
  columnSeverity: {zh: '级别', en: 'Severity'},
  columnSheet: {zh: '工作表', en: 'Sheet'},
  columnPlace: {zh: '位置', en: 'Place'},
  columnText: {zh: '单元格内容', en: 'Text'},
  columnProblem: {zh: '问题和改法', en: 'Problem and what to do'},
  columnGroup: {zh: '类别', en: 'Group'},
  columnBasis: {zh: '依据', en: 'Basis'},

  firstTitle: {zh: '给绩效目标表做个体检', en: 'A check-up for target sheets'},
  firstText: {
    zh: '对照预算绩效管理的要求，检查本工作簿里的绩效目标表、自评表：哪里有问题、为什么、怎么改，逐条说明。',
    en: 'Checks the target and self-evaluation sheets of this workbook against the requirements of budget performance management and explains each finding: what, why, what to do.'
  },
  firstPoint1: {zh: '点一条问题，直接到那个单元格', en: 'Press a finding to go to its cell'},
  firstPoint2: {zh: '写法问题一键规范，随时撤销', en: 'Notation is fixed at a press and can be taken back'},
  firstPoint3: {zh: '数据不出本机，不联网', en: 'Nothing leaves this computer'},
  firstStart: {zh: '开始体检', en: 'Start'},
  privacy: {zh: '数据不出本机', en: 'Nothing leaves this computer'},

  reading: {zh: '正在读取工作簿…', en: 'Reading the workbook…'},
  readingCells: {zh: '已读取 {done} / {total} 格', en: '{done} of {total} cells read'},
  checking: {zh: '正在检查…', en: 'Checking…'},
  opening: {zh: '正在打开…', en: 'Opening…'},

  clean: {zh: '没有发现问题', en: 'No problems found'},
  cleanSheet: {zh: '本表没有发现问题', en: 'No problems on this sheet'},
  cleanWhat: {
    zh: '认出 {forms} 张绩效表，用 {rules} 条规则检查了 {cells} 个单元格。规则查不出的内容仍请人工审核。',
    en: 'Target forms recognised: {forms}; cells checked: {cells}; rules: {rules}. What rules cannot see still needs a reader.'
  },
  cleanIgnored: {
    zh: '另有 {count} 条已忽略，不计在内。',
    en: 'Ignored besides: {count}.'
  },
  cleanInPart: {
    zh: '有内容没能读到，可能还有没查出的问题。',
    en: 'Something could not be read, so problems may have been missed.'
  },
  seeIgnored: {zh: '查看已忽略', en: 'See what is ignored'},
  seeLimits: {zh: '查看是哪些', en: 'See what'},
  cleanOthers: {
    zh: '其他工作表还有 {count} 条，切换到“全部”查看',
    en: '{count} on other sheets; see "All"'
  },
  showAll: {zh: '查看全部', en: 'Show all'},
  noForms: {zh: '没有认出绩效目标表', en: 'No target form recognised'},
  noFormsWhat: {
    zh: '共看了 {sheets} 张工作表。体检认的是有“绩效目标”标题，或有“一级指标、二级指标、三级指标、指标值”表头的表。请打开要检查的工作簿再试。',
    en: '{sheets} sheets were looked at. A form has 绩效目标 in its title or the headings 一级指标, 二级指标, 三级指标, 指标值. Open the workbook you want to check and try again.'
  },
  emptyWorkbook: {zh: '这是一个空工作簿', en: 'The workbook is empty'},
  nothingFits: {zh: '没有符合条件的问题', en: 'No finding fits'},
  nothingFitsHint: {zh: '换个搜索词，或清除筛选。', en: 'Search for something else or clear the filter.'},
  clearFilter: {zh: '清除筛选', en: 'Clear the filter'},
  brokenTitle: {zh: '窗格出错了', en: 'The pane has failed'},
  brokenText: {
    zh: '您的表没有改动。点“重新打开”再试；网络或放置窗格的服务器暂时连不上时也会这样。仍不行时，点“查看详情”，复制后发给单位的信息人员。',
    en: 'Your workbook was not changed. Press "Open again"; this also happens while the network or the server of the pane cannot be reached. If it happens again, press "Show details", copy them and send them to whoever looks after the computers.'
  },
  reopen: {zh: '重新打开', en: 'Open again'},
  failedTitle: {zh: '没能完成体检', en: 'The check could not be done'},
  staleTitle: {zh: '下面是上一次的结果', en: 'Below is the last result'},

  checkedAt: {zh: '{time} 检查', en: 'checked {time}'},
  live: {zh: '实时', en: 'Live'},
  liveOn: {zh: '实时检查：改完即查', en: 'Live check: edits are checked at once'},
  liveChecking: {zh: '正在检查修改', en: 'checking edits'},
  limits: {zh: '此版 Excel 有 {count} 项限制', en: 'Limitations of this Excel: {count}'},
  limitsTitle: {zh: '限制和读取说明', en: 'Limitations'},
  limitsOfEdition: {zh: '此版 Excel 做不到的', en: 'What this Excel cannot do'},
  limitsNone: {zh: '没有限制，全部功能可用。', en: 'No limitations.'},
  readNotes: {zh: '读取和批注的问题', en: 'What was read in part'},
  noticesPartial: {zh: '未能全查：{count} 条说明', en: 'not all was checked; notes: {count}'},
  notices: {zh: '{count} 条说明', en: 'notes: {count}'},

  settings: {zh: '设置', en: 'Settings'},
  settingsKept: {
    zh: '年度、地区、规则和选项保存在本文件里，保存文件后长期有效。',
    en: 'Year, division, rules and options are kept in this file; save the file to keep them.'
  },
  language: {zh: '语言 Language', en: 'Language 语言'},
  textSize: {zh: '文字大小', en: 'Text size'},
  textSizeHint: {zh: '只管这台电脑；投影讲课时可放大', en: 'on this computer; larger for a projector'},
  textSizeUsual: {zh: '标准', en: 'Usual'},
  textSizeLarge: {zh: '大', en: 'Large'},
  textSizeLargest: {zh: '特大', en: 'Largest'},
  year: {zh: '预算年度', en: 'Fiscal year'},
  yearHint: {zh: '不填则从表里认', en: 'read from the sheets if empty'},
  yearWrong: {zh: '应为四位数字，例如 2024', en: 'Four digits, e.g. 2024'},
  division: {zh: '行政区划代码', en: 'Division code'},
  divisionHint: {zh: '六位数字，不填则从表里认', en: 'six digits, read from the sheets if empty'},
  divisionWrong: {zh: '应为六位数字，例如 130281', en: 'Six digits, e.g. 130281'},
  divisionUnknown: {zh: '国标里没有这个代码，请核对', en: 'Not in the national standard; check it'},
  preset: {zh: '规则方案', en: 'Preset'},
  rules: {zh: '规则', en: 'Rules'},
  rulesOn: {zh: '{on} / {total} 条启用', en: '{on} of {total} on'},
  resetRules: {zh: '恢复方案默认', en: 'Reset to the preset'},
  ruleOn: {zh: '启用', en: 'on'},
  options: {zh: '选项', en: 'Options'},
  optionsOf: {zh: '“{title}”的选项', en: 'Options of "{title}"'},
  optionsReset: {zh: '恢复默认选项', en: 'Default options'},
  optionHint: {zh: '默认 {value}', en: '{value} by default'},
  optionListHint: {zh: '用“、”隔开，默认 {value}', en: 'separated by commas, {value} by default'},
  optionNumber: {zh: '应为数字', en: 'A number is needed'},
  optionWhole: {zh: '应为整数', en: 'A whole number is needed'},
  optionTooSmall: {zh: '不能小于 {least}', en: 'At least {least}'},
  optionTooBig: {zh: '不能大于 {most}', en: 'At most {most}'},
  optionTooFew: {zh: '要有 {least} 个', en: '{least} are needed'},
  optionTooMany: {zh: '只要 {most} 个', en: 'Only {most}'},
  optionOneOf: {zh: '只能是：{words}', en: 'One of: {words}'},
  optionWrong: {zh: '写法不对，请改成默认值那样的写法', en: 'Not understood; write it like the default'},
  optionsDropped: {
    zh: '本文件里保存的规则选项不合要求，已按默认选项检查：{rules}。可在“设置”里重新填写。',
    en: 'Options kept in this file are not valid; the defaults are used for: {rules}. Set them again in "Settings".'
  },
  forCommandLine: {zh: '命令行用的配置', en: 'Configuration for the command line'},
  forCommandLineHint: {
    zh: '这些设置只管窗格。命令行按 jixiao.config.json 检查，要得到相同的结果，请把下面的内容存成这个文件。',
    en: 'These settings are for the pane. The command line goes by jixiao.config.json: save what is below as that file to get the same results.'
  },
  sourceOfYear: {zh: '从表里认出：{value}', en: 'read from the sheets: {value}'},

  learn: {zh: '学习', en: 'Learn'},
  learnIntro: {
    zh: '每条规则一页：为什么、依据、错误和正确的例子。培训时可插入练习表。',
    en: 'A page for each rule: why, basis, wrong and right examples. Insert a sheet to practise on.'
  },
  searchRules: {zh: '搜索规则', en: 'Search rules'},
  wrongExample: {zh: '错误示例', en: 'Wrong'},
  messageAt: {zh: '{range}：{message}', en: '{range}: {message}'},
  rightExample: {zh: '正确示例', en: 'Right'},
  stays: {zh: '不报的情况', en: 'When it stays silent'},
  insertExercise: {zh: '插入练习表', en: 'Insert an exercise sheet'},
  insertExerciseHint: {
    zh: '在工作簿末尾加一张有错的表，改对后问题自动消失。',
    en: 'Adds a sheet with the mistake; the finding goes away when it is mended.'
  },
  exerciseInserted: {
    zh: '已插入练习表“{name}”，请试着改正',
    en: 'The exercise sheet "{name}" is there; try to mend it'
  },
  previousRule: {zh: '上一条：{title}', en: 'Previous: {title}'},
  nextRule: {zh: '下一条：{title}', en: 'Next: {title}'},
  noRuleFits: {zh: '没有符合的规则', en: 'No rule fits'},
  safeFixable: {zh: '可自动规范', en: 'safe fix'},
  version: {zh: '版本 {version}', en: 'Version {version}'}
} satisfies Record<string, Bilingual>

export type TextKey = keyof typeof texts

/** Fills the `{name}` places of both languages. */
export function fill(text: Bilingual, data: Record<string, string | number>): Bilingual {
  return {zh: say(text, 'zh-CN', data), en: say(text, 'en', data)}
}
