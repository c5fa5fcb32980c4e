import {setAttribute} from './open-tag.js'
import {readRoot} from './root-element.js'

/** Elements that stand before `calcPr` in a workbook part (ECMA-376 part 1, 18.2.27). */
const before = new Set(
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames'.split(
    ' '
  )
)

/** Makes programs calculate all formulas anew when they open the workbook. */
export function recalculateOnOpen(xml: string, part: string): string {
  const {prefix, children, openEnd} = readRoot(xml, part)
  const calculation = children.find(({name}) => name === 'calcPr')
  if (calculation) {
    const tag = xml.slice(calculation.start, calculation.openEnd)
    return (
      xml.slice(0, calculation.start) +
      setAttribute(tag, 'fullCalcOnLoad', 1) +
      xml.slice(calculation.openEnd)
    )
  }
  const at = children.filter(({name}) => before.has(name)).at(-1)?.end ?? openEnd
  return `${xml.slice(0, at)}<${prefix}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`
}
