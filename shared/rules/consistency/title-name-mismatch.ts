import {editDistance} from '../../lint/nearest-word.js'
import {defineRule} from '../../lint/define-rule.js'
import type {Form, WorkbookNode} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet, workbook} from '../../workbook/sheet-literal.js'
import {perForm} from '../support/per-form.js'
import {plainProjectName} from '../support/plain-project-name.js'

export default defineRule({
  id: 'title-name-mismatch',
  group: 'consistency',
  severity: 'warning',
  scope: 'workbook',
  title: {zh: '表标题与项目名称不一致', en: 'Title differs from the project name'},
  why: {
    zh: '表标题里的项目名与“项目名称”栏不同，说明套用了别的项目的表，或者改名时只改了一处。审批、公开和系统录入都按名称对应，请改成一致。',
    en: 'The project in the title is not the one in the field 项目名称: the form was copied from another project or renamed in one place only. Approval, publication and the system match forms by name, so make them agree.'
  },
  basis: ['财预〔2015〕88号：绩效目标填报内容完整规范', '预算管理一体化规范：项目名称前后一致'],
  traps: {
    zh: '只看标题以编号加项目名写成的表（“3.某某经费绩效目标表”）；括号、标点、年度、截断和前后缀的差别不算；标题是资金名称、部门名称或统称的不比较。',
    en: 'Only titles written as number plus project name are compared; differences of brackets, punctuation, year, cut-off text, prefix and suffix do not count.'
  },
  messages: {
    zh: {
      similar: '标题里是“{title}”，项目名称栏里是“{name}”，差了几个字。请改成一致。',
      different: '标题里是“{title}”，项目名称栏里却是“{name}”。请核对这张表是哪个项目的，改成一致。'
    },
    en: {
      similar: 'The title says "{title}", the field "{name}": a few characters differ. Make them agree.',
      different:
        'The title says "{title}", but the field 项目名称 says "{name}". Check which project this form is for.'
    }
  },
  examples: [
    {
      wrong: workbook({
        '1': sheet`
          1.救助站运行经费绩效目标表
          项目编码 | | 项目名称 | 救助站运营经费
          一级指标 | 二级指标 | 三级指标 | 指标值
          产出指标 | 数量指标 | 救助人次 | ≥300人次
        `,
        '2': sheet`
          2.社区养老服务绩效目标表
          项目编码 | | 项目名称 | 殡仪馆设备购置
          一级指标 | 二级指标 | 三级指标 | 指标值
          产出指标 | 数量指标 | 购置设备数量 | ≥3台
        `
      }),
      finds: ['1!D2', '2!D2']
    },
    {
      title: {zh: '年度、括号、截断、统称', en: 'Year, brackets, cut off, general titles'},
      right: workbook({
        '1': sheet`
          1. 2024 年救助站运行经费（本级）绩效目标表
          项目编码 | | 项目名称 | 救助站运行经费(本级)
          一级指标 | 二级指标 | 三级指标 | 指标值
          产出指标 | 数量指标 | 救助人次 | ≥300人次
        `,
        '2': sheet`
          2.社区养老服务设施建设和改造提升绩效目标表
          项目编码 | | 项目名称 | 社区养老服务设施建设和改造提升补助资金（第二批）
          一级指标 | 二级指标 | 三级指标 | 指标值
          产出指标 | 数量指标 | 改造设施数量 | ≥3处
        `,
        '3': sheet`
          2024年省级水利发展资金绩效目标表
          项目名称 | 农村饮水安全巩固提升
          一级指标 | 二级指标 | 三级指标 | 指标值
          产出指标 | 数量指标 | 维修管网长度 | ≥3公里
        `
      })
    }
  ],
  create: (context) => ({
    form(form) {
      const {title, projectName} = form
      if (!title || !projectName?.part || !isNumbered(title.plain)) return
      if (!titlesNameProjects(context.workbook)) return
      const {titled, named} = coresOf(form)
      if (titled.length < 4 || named.length < 4 || agree(titled, named)) return
      const similar = editDistance(titled, named) <= Math.max(2, Math.floor(named.length / 6))
      context.report({
        node: form,
        part: projectName.part,
        messageId: similar ? 'similar' : 'different',
        data: {title: quoteText(title.text, 60), name: quoteText(projectName.value, 60)},
        related: [{part: title}]
      })
    }
  })
})

function isNumbered(title: string): boolean {
  return /^\d{1,3}[.、．](?:\D|20\d\d年)/.test(title)
}

/** Most numbered forms of the workbook must carry their project in the title, or have no name that could differ. */
function titlesNameProjects(tree: WorkbookNode): boolean {
  if (!conventions.has(tree)) {
    const forms = tree.children.flatMap(({children}) => children).filter(isComparable)
    const agreeing = forms.filter((form) => {
      const {titled, named} = coresOf(form)
      return resemble(titled, named)
    })
    conventions.set(tree, agreeing.length * 2 >= forms.length)
  }
  return conventions.get(tree) ?? false
}

const conventions = new WeakMap<WorkbookNode, boolean>()

function isComparable({title, projectName}: Form): boolean {
  return title !== undefined && projectName !== undefined && isNumbered(title.plain)
}

/** What a form's title and its project name come down to, see {@link coreOf}. */
const coresOf = perForm((form) => ({
  titled: coreOf(form.title?.plain ?? ''),
  named: coreOf(plainProjectName(form))
}))

/** Title or name without number, year, form words, brackets and punctuation. */
function coreOf(text: string): string {
  return text
    .replace(/^\d{1,3}[.、．]|20\d\d年度?/g, '')
    .replace(formWords, '')
    .replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, '')
    .replace(/(?:项目|资金|经费|专项)+$/, '')
}

const formWords =
  /(?:部门|项目|专项|预算|支出|财政|绩效|目标|自评|评价|申报|申请|审批|情况|批复|表)*(?:绩效|目标|自评)(?:目标|自评|评价|申报|申请|审批|情况|批复)*表?$/

/** The same, or one is the other with words before or after it, or cut off. */
function agree(titled: string, named: string): boolean {
  return titled.includes(named) || named.includes(titled) || sameStart(titled, named)
}

/** Long names are cut in one place and shortened in another: most of the shorter one stands at the start of both. */
function sameStart(a: string, b: string): boolean {
  let same = 0
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same++
  return same >= 8 && same >= Math.min(a.length, b.length) * 0.8 && a.length !== b.length
}

function resemble(titled: string, named: string): boolean {
  return agree(titled, named) || editDistance(titled, named) <= Math.max(2, Math.floor(named.length / 3))
}
