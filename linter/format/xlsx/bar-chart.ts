import {escapeXml} from '../../write/xml-text.js'

/** A stacked bar chart of the cells of a sheet. */
export interface BarChart {
  title: string
  /** Names of the bars, and the cells that hold them: `'汇总'!$A$5:$A$9`. */
  categories: {cells: string; texts: string[]}
  series: BarSeries[]
  /** Where it stands; rows and columns from 0. */
  anchor: {fromColumn: number; fromRow: number; toColumn: number; toRow: number}
}

export interface BarSeries {
  name: string
  /** Cell that holds the name. */
  nameCell: string
  cells: string
  values: number[]
  /** `RRGGBB`. */
  color: string
}

const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const drawingNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const sheetDrawing = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const textSize = (size: number, bold = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`

/** The part of a chart (ECMA-376 part 1, 21.2), with the values kept beside the references. */
export function chartPart({title, categories, series}: BarChart): string {
  const bars = series.map((one, index) => seriesXml(one, index, categories)).join('')
  return `<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${drawingNamespace}" xmlns:r="${relations}"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${bars}<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="111111"/><c:axId val="222222"/></c:barChart><c:catAx><c:axId val="111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textSize(900)}<c:crossAx val="222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx><c:valAx><c:axId val="222222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textSize(900)}<c:crossAx val="111111"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textSize(900)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
}

function seriesXml(
  {name, nameCell, cells, values, color}: BarSeries,
  index: number,
  categories: BarChart['categories']
): string {
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${escapeXml(nameCell)}</c:f><c:strCache><c:ptCount val="1"/>${point(0, name)}</c:strCache></c:strRef></c:tx><c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>${escapeXml(categories.cells)}</c:f><c:strCache><c:ptCount val="${categories.texts.length}"/>${categories.texts.map((text, at) => point(at, text)).join('')}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${escapeXml(cells)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values.map((value, at) => point(at, String(value))).join('')}</c:numCache></c:numRef></c:val></c:ser>`
}

function point(index: number, text: string): string {
  return `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`
}

/** The part that places charts on a sheet; their relations are rId1, rId2 … */
export function drawingPart(charts: BarChart[]): string {
  const frames = charts.map(({title, anchor}, index) => {
    const mark = (column: number, row: number): string =>
      `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`
    return `<xdr:twoCellAnchor><xdr:from>${mark(anchor.fromColumn, anchor.fromRow)}</xdr:from><xdr:to>${mark(anchor.toColumn, anchor.toRow)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  })
  return `<xdr:wsDr xmlns:xdr="${sheetDrawing}" xmlns:a="${drawingNamespace}" xmlns:r="${relations}">${frames.join('')}</xdr:wsDr>`
}
