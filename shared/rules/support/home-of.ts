import type {Form, WorkbookNode} from '../../tree/nodes.js'
import {findDivisions} from '../../vocabulary/divisions.js'
import {toPlainText} from '../../workbook/plain-text.js'

/** Where the units of a workbook are. */
export interface Home {
  /** Division codes that titles, unit names and project codes give. */
  codes: Set<string>
  /** Levels of the units: 省, 市, 县, 区 (旗 counts as 县). */
  levels: Set<'省' | '市' | '县' | '区'>
}

const known = new WeakMap<WorkbookNode, Home>()

export function homeOf(tree: WorkbookNode): Home {
  let home = known.get(tree)
  if (!home) {
    home = {codes: new Set(), levels: new Set()}
    for (const {children, name} of tree.children) {
      addPlaces(home, toPlainText(name))
      for (const form of children) readForm(home, form)
    }
    known.set(tree, home)
  }
  return home
}

function readForm(home: Home, form: Form): void {
  if (form.division) home.codes.add(form.division.value)
  if (form.title) addPlaces(home, form.title.plain)
  for (const child of form.children) {
    if (child.type !== 'field' || !child.value?.plain) continue
    if (!['unit-name', 'implementer', 'department', 'project-name'].includes(child.key ?? '')) continue
    addPlaces(home, child.value.plain)
  }
}

const office = '[\\u4e00-\\u9fff]{0,14}(?:局|委|办|厅|部|院|中心|政府|法院|检察院|站|队|所|会|学校|中学|小学)'
/** Zones that are no divisions. */
const zone =
  /(?:开发|高新|经开|园|新|景|社|校|片|自治|矿|林|库|灾|示范|合作|度假|管理|保护|保税|工业|功能|街)区$/
const unit = new RegExp(`([\\u4e00-\\u9fff]{0,12}?)([省市县区旗])(?=${office})`, 'g')

function addPlaces(home: Home, plain: string): void {
  for (const {codes} of findDivisions(plain)) for (const code of codes) home.codes.add(code)
  let last: string | undefined
  for (const [whole, , sign = ''] of plain.matchAll(unit)) {
    if (!zone.test(whole)) last = sign
  }
  if (last) home.levels.add(last === '旗' ? '县' : (last as '市'))
}
