import {defineRule} from '../../lint/define-rule.js'
import type {Form, FormChild, Part} from '../../tree/nodes.js'
import {areNested, findDivisions} from '../../vocabulary/divisions.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {homeOf, type Home} from '../support/home-of.js'
import {perForm} from '../support/per-form.js'

export default defineRule({
  id: 'foreign-place-name',
  group: 'consistency',
  severity: 'warning',
  scope: 'workbook',
  title: {zh: '出现了外地地名或别的层级', en: 'A place name of elsewhere'},
  why: {
    zh: '区县的材料里写着别处的地名，或者写“我市”“全市”的数，多半是从外地或上级的材料复制来的，内容也可能不是本地的。请核对这句话说的是不是本地本级的事，改成本地的名称和数字。',
    en: 'A county text that names another county, or says "our city", was probably copied from elsewhere or from the superior level, and so may be its content. Check whether the sentence is about this place, and use its own name and numbers.'
  },
  basis: ['财预〔2015〕88号：绩效目标指向明确、符合实际', '财预〔2020〕10号：绩效自评内容真实'],
  traps: {
    zh: '本地的上级和下级地名不报；对口支援、帮扶、协作、考察、会展、公司、道路、书名号里的法规文件不报；转述上级部署的“我市”“全市”不报；本地地名认不出时不报。',
    en: 'Silent for the places above and below the own one; for assistance between regions, visits, fairs, companies, roads, cited documents; for "our city" where instructions of the superior are told; and where the own place is not known.'
  },
  messages: {
    zh: {
      place:
        '“{sentence}”里的“{name}”不是本单位所在地，可能是从外地材料复制来的。请核对；确实涉及该地的，请写明关系。',
      levelCity:
        '本单位是市级，这里却写“{word}”：“{sentence}”。请核对是不是上级或外地的内容，改成本市的情况。',
      levelCounty:
        '本单位是县级，这里却写“{word}”：“{sentence}”。请核对是不是上级或外地的内容，改成本县的情况。',
      levelDistrict:
        '本单位是区级，这里却写“{word}”：“{sentence}”。请核对是不是上级或外地的内容，改成本区的情况。'
    },
    en: {
      place:
        '"{name}" in "{sentence}" is not the place of this unit; the text may be copied from elsewhere. Check it, or say how that place is concerned.',
      levelCity:
        'The unit belongs to a city, but the text says "{word}": "{sentence}". Check whether this is about another level or place.',
      levelCounty:
        'The unit belongs to a county, but the text says "{word}": "{sentence}". Check whether this is about another level or place.',
      levelDistrict:
        'The unit belongs to a district, but the text says "{word}": "{sentence}". Check whether this is about another level or place.'
    }
  },
  examples: [
    {
      wrong: sheet`
        正定县养老服务中心2023年度部门整体绩效自评报告
        一、工作开展情况
        2023年，我市开展了老年食堂建设和适老化改造，每季度对重点对象进行走访。
        截至年底，全市在册特困老人600余人，做到应养尽养。
        安吉县城乡特困老人供养标准稳步提高。
      `,
      finds: ['A3', 'A4', 'A5']
    },
    {
      wrong: sheet`
        2024年项目支出绩效目标表
        项目名称 | 公共法律服务体系建设
        实施单位 | 鹿邑县法律援助中心
        年度绩效目标 | 完善望奎县公共法律服务网络，办理法律援助案件300件。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 办理法律援助案件数量 | ≥300件
      `,
      finds: ['B4']
    },
    {
      title: {
        zh: '上级部署、协作帮扶、文件名、下级地名',
        en: 'Superior level, assistance, documents, places below'
      },
      right: sheet`
        正定县养老服务中心2023年度部门整体绩效自评报告
        一、工作开展情况
        按照石家庄市统一部署，我市养老服务改革试点任务全部落实，贯彻全市民政工作会议精神。
        与安吉县开展养老服务协作，赴海宁市考察学习，派员参加余姚市老年用品博览会。
        参照《浙江省养老服务条例》和《安吉县养老服务实施办法》，全县供养特困老人320人。
        由安吉县康宁服务有限公司承接上门护理。
      `
    },
    {
      right: sheet`
        2024年项目支出绩效目标表
        项目名称 | 东西部协作养老帮扶
        实施单位 | 义乌市民政局
        年度绩效目标 | 支持广元市朝天区、苍溪县养老机构改造8家，改善沿海城市和山区养老条件。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 改造养老机构数量 | ≥8家
      `
    }
  ],
  create: (context) => {
    const check = (node: FormChild, part: Part | undefined): void => {
      if (!part || !mayName.test(part.plain)) return
      const found = findForeign(part.plain, homeOf(context.workbook), context.form)
      if (found) context.report({node, part, ...found})
    }
    return {
      form(form) {
        for (const node of form.children) {
          switch (node.type) {
            case 'indicator':
              if (node.source !== 'table') break
              check(node, node.name)
              check(node, node.description)
              break
            case 'goal':
              check(node, node.text)
              check(node, node.actual)
              break
            case 'paragraph':
              if (node.role === 'text') check(node, node.text)
              break
            case 'task':
              check(node, node.name)
              check(node, node.content)
              check(node, node.expectation)
              break
            case 'field':
              if (node.key === 'purpose') check(node, node.value)
          }
        }
      }
    }
  }
})

/** Signs of a division; 社区, 校区, 辖区 … are none. */
const mayName = /[省市县旗州盟]|(?<![社校景小灾库辖])区/

function findForeign(plain: string, home: Home, form: Form): Found | undefined {
  const found = findLevel(plain, home)
  if (found || home.codes.size === 0 || findDivisions(plain).length === 0) return found
  return isConnected(form) ? undefined : findPlace(plain, home)
}

/** Whether the whole form is about places that have to do with each other. */
const isConnected = perForm(
  ({projectName, title}) => connected.test(projectName?.value ?? '') || connected.test(title?.plain ?? '')
)

interface Found {
  messageId: string
  data: Record<string, string>
}

/** Places that have to do with each other without being the same. */
const connected =
  /对口|帮扶|协作|支援|援[疆藏青]|结对|合作|友好|共建|联动|跨[省市区县域界]|毗邻|相邻|邻[县市区]|交界|流域|考察|学习|调研|参观|观摩|交流|参加|参展|来自|赴|前往|途经|至|经验|模式|试点|博览会|展|会议|论坛|比赛|大赛|杯|公司|集团|银行|厂|大学|学院|医院|基地|高速|铁路|公路|国道|省道|沿线|转移就业|务工|招商|引进|移民|搬迁|籍|户籍|等地|周边|上级|承办|移送|移交|委托|管辖|通知|意见|办法|方案|文件|规划/

function findPlace(plain: string, home: Home): Found | undefined {
  const text = plain.replace(/[《“"〈].*?[》”"〉]/g, (quoted) => '。'.repeat(quoted.length))
  for (const {name, codes, at} of findDivisions(text)) {
    if (codes.some((code) => [...home.codes].some((own) => areNested(code, own)))) continue
    const sentence = sentenceAt(plain, at)
    // 山区, 城区 …: only the end of a longer word; and a list of places is a list of regions served.
    if (/山区$|[东西南北中]区$/.test(name) && /[\u4e00-\u9fff]/.test(text[at - 1] ?? '')) continue
    if (connected.test(sentence) || findDivisions(sentence).length > 3) continue
    return {messageId: 'place', data: {name, sentence: quoteText(sentence)}}
  }
  return undefined
}

const superior =
  /部署|要求|统一|安排|精神|下发|印发|市委|市政府|县委|县政府|文件|通知|规定|转发|下达|考核|评比|排名|试点|先进|表彰|前列|首[批个位]|第[一二三]|上级|县市区|县\(市|区\(市|市直|市级|县级/

const levelMessages = {市: 'levelCity', 县: 'levelCounty', 区: 'levelDistrict'}

/** 我市, and 全市 with a number of its own, by the level of the unit. */
const levelPatterns = {市: patternOf('县'), 县: patternOf('市'), 区: patternOf('[市县]')}

function patternOf(foreign: string): RegExp {
  return new RegExp(
    `我${foreign}(?![场民])|全${foreign}(?=[^,。;、\\d]{0,14}\\d[\\d.]*[余多]?(?:万?[人件户个家所名起场次处]))`,
    'g'
  )
}

function findLevel(plain: string, {levels}: Home): Found | undefined {
  if (levels.size !== 1) return undefined
  const [own = '市'] = levels
  if (own === '省') return undefined
  if (!/[我全][市县]/.test(plain)) return undefined
  const pattern = levelPatterns[own]
  for (const match of plain.matchAll(pattern)) {
    const sentence = sentenceAt(plain, match.index)
    if (superior.test(sentence)) continue
    return {messageId: levelMessages[own], data: {word: match[0], sentence: quoteText(sentence)}}
  }
  return undefined
}

function sentenceAt(plain: string, at: number): string {
  const from = Math.max(plain.lastIndexOf('。', at), plain.lastIndexOf(';', at)) + 1
  const ends = [plain.indexOf('。', at), plain.indexOf(';', at)].filter((end) => end >= 0)
  return plain.slice(from, ends.length > 0 ? Math.min(...ends) : undefined)
}
