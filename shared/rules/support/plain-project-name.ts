import {toPlainText} from '../../workbook/plain-text.js'
import {perForm} from './per-form.js'

/** The name of a form's project for comparison; empty when it has none. */
export const plainProjectName = perForm(({projectName}) => {
  if (!projectName) return ''
  const {part, value} = projectName
  return part?.text === value ? part.plain : toPlainText(value)
})
