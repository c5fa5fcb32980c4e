import {computeHebeiCheck} from '../shared/value/project-code.js'
import {strToU8, zipSync} from 'fflate'

/** One indicator as units write it: level-2 class, name, description, target. `#` is a number that differs. */
const indicators: [string, string, string, string][] = [
  ['数量指标', '举办培训班期数', '全年举办业务培训班的期数', '≥#期'],
  ['数量指标', '培训人次', '参加业务培训的人次', '≥#0人次'],
  ['数量指标', '印发宣传资料份数', '向社会公众印发宣传资料的数量', '≥#00份'],
  ['数量指标', '设备购置数量', '购置业务设备的数量', '#台'],
  ['数量指标', '开展检查次数', '对辖区内单位开展检查的次数', '≥#次'],
  ['数量指标', '受理案件数', '全年受理案件的数量', '≥#0件'],
  ['质量指标', '验收合格率', '验收合格的数量占验收总数的比率', '100%'],
  ['质量指标', '培训合格率', '培训考核合格人数占参训人数的比率', '≥9#%'],
  ['质量指标', '案件办结率', '办结案件占受理案件的比率', '≥9#%'],
  ['质量指标', '资料准确率', '内容准确的资料占全部资料的比率', '≥9#%'],
  ['时效指标', '培训完成时间', '完成全部培训任务的时间', '2024年11月底前'],
  ['时效指标', '设备到位时间', '设备安装调试完毕的时间', '2024年9月30日前'],
  ['时效指标', '案件办理及时率', '按期办结案件占全部案件的比率', '≥9#%'],
  ['时效指标', '资金支付及时率', '按时支付的资金占应付资金的比率', '≥9#%'],
  ['成本指标', '项目总成本', '项目全年支出的总额', '≤#.5万元'],
  ['成本指标', '人均培训成本', '每人每天的培训费用', '≤#0元/人·天'],
  ['成本指标', '单份资料印制成本', '每份资料的印制费用', '≤#元/份'],
  ['经济效益指标', '挽回经济损失', '通过办理案件为群众挽回的损失', '≥#0万元'],
  ['社会效益指标', '政策知晓率', '了解政策的群众占受访群众的比率', '≥8#%'],
  ['社会效益指标', '受益群众人数', '享受到服务的群众人数', '≥#00人'],
  ['生态效益指标', '纸张回收率', '回收的办公用纸占用纸总量的比率', '≥8#%'],
  ['可持续影响指标', '设备使用年限', '购置设备可以正常使用的年数', '≥#年'],
  ['服务对象满意度指标', '参训人员满意度', '对培训满意的学员占受访学员的比率', '≥9#%'],
  ['服务对象满意度指标', '服务对象满意度', '对服务满意的对象占受访对象的比率', '≥9#%']
]

const levelOneOf = (levelTwo: string): string =>
  levelTwo.startsWith('服务') ? '满意度指标' : /效益|可持续/.test(levelTwo) ? '效益指标' : '产出指标'

const letters = 'ABCDEFGH'

/** A sheet under construction: texts and numbers by address, merges, rows of eight bordered cells. */
class SheetMaker {
  private readonly rows: (string | number)[][] = []
  private readonly merges: string[] = []

  /** Adds a row: `[first column, last column, content]`, columns counted from 1. */
  add(...cells: [number, number, string | number][]): void {
    const row: (string | number)[] = Array.from({length: 8}, () => '')
    for (const [left, right, content] of cells) {
      row[left - 1] = content
      if (right > left)
        this.merges.push(
          `${letters[left - 1]}${this.rows.length + 1}:${letters[right - 1]}${this.rows.length + 1}`
        )
    }
    this.rows.push(row)
  }

  mergeDown(column: number, top: number, bottom: number): void {
    if (bottom > top) this.merges.push(`${letters[column - 1]}${top}:${letters[column - 1]}${bottom}`)
  }

  get next(): number {
    return this.rows.length + 1
  }

  toXml(indexOf: (text: string) => number): string {
    const rows = this.rows.map((row, at) => {
      const cells = row.map((content, column) => {
        const place = `${letters[column]}${at + 1}`
        if (content === '') return `<c r="${place}" s="1"/>`
        return typeof content === 'number'
          ? `<c r="${place}" s="2"><v>${content}</v></c>`
          : `<c r="${place}" s="1" t="s"><v>${indexOf(content)}</v></c>`
      })
      return `<row r="${at + 1}" spans="1:8" ht="24.95" customHeight="1">${cells.join('')}</row>`
    })
    return `${head}<worksheet ${main} xmlns:r="${relations}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H${this.rows.length}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="9" defaultRowHeight="14.25"/><cols>${[12, 14, 14, 12, 20, 12, 12, 20].map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>${rows.join('')}</sheetData><mergeCells count="${this.merges.length}">${this.merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait"/></worksheet>`
  }
}

const subjects = [
  '普法宣传',
  '人民调解',
  '社区矫正',
  '法律援助',
  '业务培训',
  '设备购置',
  '执法检查',
  '信息系统运维'
]

function makeCode(number: number): string {
  const body = `13060024P00H${String(number).padStart(4, '0')}1010`
  return `${body}${computeHebeiCheck(body) ?? ''}`
}

function makeForm(number: number): SheetMaker {
  const form = new SheetMaker()
  const subject = `${subjects[number % subjects.length]}（第${Math.ceil(number / subjects.length)}期）`
  const amount = 10 + (number % 80)
  form.add([1, 8, `${number}.${subject}项目绩效目标表`])
  form.add([1, 5, '315001清河市司法局本级'], [6, 8, '单位：万元'])
  form.add([1, 1, '项目编码'], [2, 4, makeCode(number)], [5, 5, '项目名称'], [6, 8, `${subject}项目`])
  form.add(
    [1, 1, '预算规模及资金用途'],
    [2, 2, '预算数'],
    [3, 3, amount],
    [4, 4, '其中：财政资金'],
    [5, 5, amount],
    [6, 6, '其他资金'],
    [7, 8, 0]
  )
  form.add([2, 8, `用于${subject}的各项支出，包括场地、资料、人员培训等。`])
  form.mergeDown(1, 4, 5)
  form.add([1, 1, '资金支出计划（%）'], [2, 2, '3月底'], [3, 4, '6月底'], [5, 6, '10月底'], [7, 8, '12月底'])
  form.add([2, 2, '30%'], [3, 4, '60%'], [5, 6, '90%'], [7, 8, '100%'])
  form.mergeDown(1, 6, 7)
  form.add(
    [1, 1, '绩效目标'],
    [
      2,
      8,
      `1.全年开展${subject}活动不少于${(number % 9) + 3}次，服务群众不少于${(number % 40) + 10}00人。\n2.服务对象满意度不低于90%。`
    ]
  )
  form.add(
    [1, 1, '一级指标'],
    [2, 2, '二级指标'],
    [3, 4, '三级指标'],
    [5, 6, '绩效指标描述'],
    [7, 7, '指标值'],
    [8, 8, '指标值确定依据']
  )
  let top1 = form.next
  let top2 = form.next
  for (const [row, [levelTwo, name, description, target]] of indicators.entries()) {
    const digit = ((((number * 2654435761) >>> 7) + row * 40503) % 8) + 1
    const before = indicators[row - 1]
    const first = before === undefined || levelOneOf(before[0]) !== levelOneOf(levelTwo)
    const second = before?.[0] !== levelTwo
    if (first && row > 0) form.mergeDown(1, top1, form.next - 1)
    if (second && row > 0) form.mergeDown(2, top2, form.next - 1)
    if (first) top1 = form.next
    if (second) top2 = form.next
    form.add(
      [1, 1, first ? levelOneOf(levelTwo) : ''],
      [2, 2, second ? levelTwo : ''],
      [3, 4, row % 3 === 0 ? `${subject}${name}` : name],
      [5, 6, description],
      [7, 7, target.replace('#', String(digit))],
      [8, 8, row % 2 === 0 ? '2024年工作要点' : `${subject}实施方案`]
    )
  }
  form.mergeDown(1, top1, form.next - 1)
  form.mergeDown(2, top2, form.next - 1)
  return form
}

/** A workbook like those that units submit: 20 forms of 33 rows and 8 bordered columns, about 70 merges each. */
export function makeTypical(seed = 0): Uint8Array {
  const strings = new Map<string, number>()
  const indexOf = (text: string): number => {
    const known = strings.get(text)
    if (known !== undefined) return known
    strings.set(text, strings.size)
    return strings.size - 1
  }
  const sheets = Array.from({length: 20}, (_, index) => makeForm(seed * 20 + index + 1).toXml(indexOf))
  return packWorkbook(
    sheets.map((xml, index) => ({name: `${index + 1}.项目`, xml})),
    [...strings.keys()]
  )
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function packWorkbook(sheets: {name: string; xml: string}[], strings: string[]): Uint8Array {
  const count = sheets.length
  return zipSync(
    {
      '[Content_Types].xml': strToU8(
        `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${content}.worksheet+xml"/>`).join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="${content}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/></Types>`
      ),
      '_rels/.rels': strToU8(
        `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
      ),
      'xl/workbook.xml': strToU8(
        `${head}<workbook ${main} xmlns:r="${relations}"><sheets>${sheets.map(({name}, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `${head}<Relationships xmlns="${packaged}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${count + 1}" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId${count + 2}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
      ),
      'xl/styles.xml': strToU8(
        `${head}<styleSheet ${main}><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="0" borderId="1" applyBorder="1"/><xf numFmtId="4" borderId="1" applyBorder="1"/></cellXfs></styleSheet>`
      ),
      'xl/sharedStrings.xml': strToU8(
        `${head}<sst ${main}>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`
      ),
      ...Object.fromEntries(
        sheets.map(({xml}, index) => [`xl/worksheets/sheet${index + 1}.xml`, strToU8(xml)])
      )
    },
    {level: 6}
  )
}

/** One sheet of 50,000 × 20 cells, numbers and shared strings in turn, as exporting systems write it. */
export function makeLarge(rows = 50_000, columns = 20): Uint8Array {
  const columnNames = Array.from({length: columns}, (_, index) => String.fromCharCode(65 + index))
  const strings = Array.from({length: 2000}, (_, index) => `第${index}项业务工作`)
  const body: string[] = []
  for (let row = 1; row <= rows; row++) {
    const cells = columnNames.map((letter, index) =>
      index % 2 === 0
        ? `<c r="${letter}${row}" s="2"><v>${(row * 31 + index * 7) % 100000}.25</v></c>`
        : `<c r="${letter}${row}" s="1" t="s"><v>${(row + index) % 2000}</v></c>`
    )
    body.push(`<row r="${row}">${cells.join('')}</row>`)
  }
  const xml = `${head}<worksheet ${main}><sheetData>${body.join('')}</sheetData></worksheet>`
  return packWorkbook([{name: '明细', xml}], strings)
}
