import type {Locale} from '../../../shared/lint/finding.js'
import {say} from '../../../shared/locale/texts.js'
import {mistakenForm} from '../../../shared/demo/mistaken-form.js'
import {readLiteral, sheet, workbook} from '../../../shared/workbook/sheet-literal.js'
import {texts, type TextKey} from '../../../addin/pane/texts.js'
import {cleanForms} from '../../../scripts/example-forms.js'
import type {ExcelEmulator} from './excel-emulator.js'
import type {PanePage} from './pane-page.js'

/** What a scene may do with the pane and the Excel around it, in the language of the pane. */
export interface Stagehand {
  pane: PanePage
  excel: ExcelEmulator
  t: (key: TextKey, data?: Record<string, string | number>) => string
}

/** A state of the pane worth looking at, and the way there. */
export interface Scene {
  name: string
  /** Shown in the manuals. */
  inManual?: boolean
  /** This computer has not seen the first screen. */
  unseen?: boolean
  workbook: WorkbookName
  act?: (hand: Stagehand) => Promise<void>
}

const trainingForm = sheet`
      2024年养老护理员培训绩效目标表
      一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
      产出指标 | 数量指标 | 举办培训班次数 | 全年举办的培训班 | ≥80% | 年度工作计划
      ^ | 质量指标 | 考核合格率 | 考核合格人数占比 | ≥95% | 年度工作计划
      ^ | 时效指标 | 培训完成时间 | 最后一期结业的时间 | 2024年10月底前 | 年度工作计划
      效益指标 | 社会效益指标 | 持证上岗率 | 持证人数占在岗人数的比例 | ≥90% | 上年统计
      满意度指标 | 服务对象满意度指标 | 学员满意度 | 问卷调查结果 | ≥90% | 上年调查
    `

const workbooks = {
  training: workbook({护理员培训: trainingForm}),
  mistaken: workbook({
    普法宣传经费: mistakenForm,
    护理员培训: trainingForm
  }),
  clean: cleanForms['项目目标表'] ?? {sheets: []},
  empty: {sheets: [{name: 'Sheet1', text: ''}]},
  other: workbook({
    通讯录: sheet`
      姓名 | 科室 | 电话
      王会计 | 财务科 | 2210
    `
  })
}
type WorkbookName = keyof typeof workbooks

export const workbookOf = (scene: Scene): ReturnType<typeof readLiteral> =>
  readLiteral(workbooks[scene.workbook])

const choose =
  (item: TextKey) =>
  async ({pane, t}: Stagehand): Promise<void> => {
    await pane.press(t('more'))
    await pane.page
      .locator(`[role^="menuitem"] ::-p-text(${t(item)})`)
      .setTimeout(15_000)
      .click()
  }

const ignore = async ({pane, t}: Stagehand, cell: string, reason: string): Promise<void> => {
  await pane.pressFinding(cell)
  await pane.press(t('ignore'))
  await pane.sees(t('ignoreReason'))
  await pane.page.type('textarea', reason)
  await pane.press(t('ignoreConfirm'))
  await pane.seesNoDialog()
}

/** The states of the pane, those of the manuals first. */
export const scenes: Scene[] = [
  {name: 'first-run', inManual: true, unseen: true, workbook: 'mistaken'},
  {name: 'findings', inManual: true, workbook: 'mistaken', act: ({pane}) => pane.seesRows()},
  {
    name: 'details',
    inManual: true,
    workbook: 'mistaken',
    async act({pane, t}) {
      await pane.pressFinding('E10')
      await pane.sees(t('basis'))
    }
  },
  {
    name: 'fixed',
    workbook: 'mistaken',
    async act({pane, t}) {
      await pane.press(t('fixAllSafe'))
      await pane.sees(t('undo'))
    }
  },
  {
    name: 'fix',
    inManual: true,
    workbook: 'mistaken',
    async act({pane, t}) {
      await pane.pressFinding('B5:F5')
      await pane.sees(t('apply'))
    }
  },
  {
    name: 'by-rule',
    workbook: 'mistaken',
    async act({pane}) {
      await pane.seesRows()
      await pane.page.select('select', 'rule')
    }
  },
  {
    name: 'nothing-fits',
    workbook: 'mistaken',
    async act({pane, t}) {
      await pane.seesRows()
      await pane.page.type('input', 'xyz')
      await pane.sees(t('nothingFits'))
    }
  },
  {
    name: 'ignore',
    workbook: 'mistaken',
    async act({pane, t}) {
      await pane.pressFinding('E10')
      await pane.press(t('ignore'))
      await pane.sees(t('ignoreReason'))
    }
  },
  {
    name: 'ignored',
    workbook: 'mistaken',
    async act(hand) {
      const {pane, excel, t} = hand
      excel.book.sheets[1]?.comments.push({
        row: 3,
        column: 5,
        content: '体检忽略 count-as-percent：考核的就是开班率，已与财政局确认',
        authorName: '王会计'
      })
      await pane.press(t('checkAgain'))
      await ignore(hand, 'E10', '市局统一口径：咨询解答按解答率考核，已与财政局绩效科确认')
      await pane.press(t('ignoredCount', {count: 2}))
      await pane.sees(t('ignoredByNote'))
    }
  },
  {
    name: 'ignored-to-no-avail',
    workbook: 'mistaken',
    async act(hand) {
      const {pane, excel, t} = hand
      const [first, second] = excel.book.sheets
      const content = '体检忽略 count-as-percent'
      first?.comments.push({row: 12, column: 5, content, authorName: '王会计'})
      second?.comments.push({row: 4, column: 5, content: `${content}：改过了`, authorName: '王会计'})
      await pane.press(t('checkAgain'))
      await ignore(hand, 'E10', '考核的就是比率')
      excel.type('普法宣传经费', 10, 5, '≥80件', 'E10')
      await pane.press(t('unusedCount', {count: 3}))
      await pane.sees(t('notesWithoutUse'))
    }
  },
  {
    name: 'ignored-none',
    workbook: 'mistaken',
    async act(hand) {
      await hand.pane.seesRows()
      await choose('ignoredList')(hand)
      await hand.pane.sees(hand.t('ignoredNone'))
    }
  },
  {name: 'clean', workbook: 'clean', act: ({pane, t}) => pane.sees(t('clean'))},
  {
    name: 'clean-but-ignored',
    workbook: 'training',
    async act(hand) {
      await ignore(hand, 'E3', '考核的就是开班率，已与财政局确认')
      await hand.pane.sees(hand.t('cleanIgnored', {count: 1}))
    }
  },
  {name: 'empty', workbook: 'empty', act: ({pane, t}) => pane.sees(t('emptyWorkbook'))},
  {name: 'no-forms', workbook: 'other', act: ({pane, t}) => pane.sees(t('noForms'))},
  {
    name: 'problem',
    workbook: 'mistaken',
    unseen: true,
    async act({pane, excel, t}) {
      excel.editing = true
      await pane.press(t('firstStart'))
      await pane.sees(t('failedTitle'))
    }
  },
  {
    name: 'stale',
    workbook: 'mistaken',
    async act({pane, excel, t}) {
      await pane.seesRows()
      excel.editing = true
      await pane.press(t('checkAgain'))
      await pane.sees(t('staleTitle'))
    }
  },
  {
    name: 'protected',
    workbook: 'mistaken',
    async act({pane, excel, t}) {
      await pane.seesRows()
      for (const one of excel.book.sheets) one.protected = true
      await pane.press(t('fixAllSafe'))
      await pane.sees(t('notApplied'))
    }
  },
  {
    name: 'broken',
    workbook: 'mistaken',
    async act(hand) {
      await hand.pane.seesRows()
      const network = await hand.pane.page.createCDPSession()
      await network.send('Network.enable')
      await network.send('Network.setBlockedURLs', {urls: ['*settings-page*']})
      await choose('settings')(hand)
      await hand.pane.sees(hand.t('brokenTitle'))
    }
  },
  {
    name: 'menu',
    workbook: 'mistaken',
    async act({pane, t}) {
      await pane.seesRows()
      await pane.press(t('more'))
      await pane.sees(t('liveOn'))
    }
  },
  {
    name: 'settings',
    workbook: 'mistaken',
    async act(hand) {
      await hand.pane.seesRows()
      await choose('settings')(hand)
      await hand.pane.sees(hand.t('year'))
    }
  },
  {
    name: 'learn',
    workbook: 'mistaken',
    async act(hand) {
      await hand.pane.seesRows()
      await choose('learn')(hand)
      await hand.pane.sees(hand.t('learnIntro'))
    }
  },
  {
    name: 'rule',
    workbook: 'mistaken',
    async act({pane, t}) {
      await pane.pressFinding('E10')
      await pane.press(t('learnRule'))
      await pane.sees(t('wrongExample'))
    }
  },
  {
    name: 'next-rule',
    workbook: 'mistaken',
    async act({pane, t}) {
      await pane.pressFinding('E10')
      await pane.press(t('learnRule'))
      await pane.sees(t('wrongExample'))
      await pane.page.$eval('nav', (nav) => nav.scrollIntoView())
    }
  },
  {
    name: 'largest',
    workbook: 'mistaken',
    async act(hand) {
      const {pane, t} = hand
      await pane.seesRows()
      await choose('settings')(hand)
      await pane.press(t('textSizeLargest'))
      await pane.press(t('back'))
      await pane.pressFinding('C4')
      await pane.sees(t('why'))
      await pane.page.evaluate(() => localStorage.removeItem('jixiao-lint.text-size'))
    }
  },
  {
    name: 'limits',
    workbook: 'mistaken',
    async act(hand) {
      await hand.pane.seesRows()
      await choose('limitsTitle')(hand)
      await hand.pane.sees(hand.t('limitsOfEdition'))
    }
  }
]

/** The texts of the pane in a language. */
export function speak(locale: Locale): Stagehand['t'] {
  return (key, data) => say(texts[key], locale, data)
}
