import {writeWorkbook} from '../linter/write/write-workbook.js'
import type {Sheet, Workbook} from '../shared/workbook/workbook.js'
import {readLiteral, sheet} from '../shared/workbook/sheet-literal.js'
import {strToU8, zipSync} from 'fflate'

const form = (index: number) => sheet`
  ${index}.第${index}号项目经费绩效目标表
  315001清河市司法局本级 | < | < | < | < | 单位：万元
  项目编码 | 13060024P00H44E10103P | 项目名称 | 第${index}号项目经费 | < | <
  预算规模及资金用途 | 预算数 | #${10 + index}.5 #0.00 | 其中：财政资金 | #${10 + index}.5 #0.00 | 其他资金
  ^ | 用于第${index}号项目的各项支出，包括场地、资料、人员培训等 | < | < | < | <
  资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底 |
  ^ | 20% | 50% | 80% | 100% |
  绩效目标 | 1.全年开展活动不少于${index + 5}场，印发资料不少于${index * 100}份，群众满意度不低于90%。 | < | < | < | <
  一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
  ${[
    '产出指标 | 数量指标',
    '^ | ^',
    '^ | 质量指标',
    '^ | 时效指标',
    '^ | 成本指标',
    '效益指标 | 社会效益指标',
    '^ | 可持续影响指标',
    '满意度指标 | 服务对象满意度指标'
  ]
    .map(
      (levels, row) =>
        `${levels} | ${['活动举办场次', '资料印制份数', '资料验收合格率', '活动完成时间', '资料单位成本', '政策知晓率', '机制运行年限', '参加群众满意度'][row] ?? ''}${index} | 第${row}项指标的计算方法和数据来源 | ${['≥12场', '≥6000份', '=100%', '2024年12月20日前', '≤8元/份', '≥80%', '≥3年', '≥90%'][row] ?? ''} | 2024年工作要点`
    )
    .join('\n')}
`

/** A workbook like those that units submit: 20 forms. */
export function makeTypical(seed = 0): Uint8Array {
  const sheets: Sheet[] = Array.from({length: 20}, (_, index) => {
    const [first] = readLiteral(form(seed * 20 + index + 1)).sheets
    return {...(first as Sheet), name: `${index + 1}.项目`}
  })
  return writeWorkbook({format: 'xlsx', date1904: false, sheets, warnings: []} satisfies Workbook)
}

/** One sheet of 50,000 × 20 cells, numbers and shared strings in turn, as exporting systems write it. */
export function makeLarge(rows = 50_000, columns = 20): Uint8Array {
  const letters = Array.from({length: columns}, (_, index) => String.fromCharCode(65 + index))
  const strings = Array.from({length: 2000}, (_, index) => `第${index}项业务工作`)
  const body: string[] = []
  for (let row = 1; row <= rows; row++) {
    const cells = letters.map((letter, index) =>
      index % 2 === 0
        ? `<c r="${letter}${row}" s="1"><v>${(row * 31 + index * 7) % 100000}.25</v></c>`
        : `<c r="${letter}${row}" s="1" t="s"><v>${(row + index) % 2000}</v></c>`
    )
    body.push(`<row r="${row}">${cells.join('')}</row>`)
  }
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zipSync(
    {
      '[Content_Types].xml': strToU8(
        `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${content}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/></Types>`
      ),
      '_rels/.rels': strToU8(
        `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
      ),
      'xl/workbook.xml': strToU8(
        `${head}<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="明细" sheetId="1" r:id="rId1"/></sheets></workbook>`
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
      ),
      'xl/styles.xml': strToU8(
        `${head}<styleSheet ${main}><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="4"/></cellXfs></styleSheet>`
      ),
      'xl/sharedStrings.xml': strToU8(
        `${head}<sst ${main}>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `${head}<worksheet ${main}><sheetData>${body.join('')}</sheetData></worksheet>`
      )
    },
    {level: 6}
  )
}
