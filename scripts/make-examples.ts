import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {writeWorkbook} from '../linter/write/write-workbook.js'
import {rules} from '../shared/rules/index.js'
import {groupNames} from '../shared/locale/texts.js'
import {readLiteral, type WorkbookLiteral} from '../shared/workbook/sheet-literal.js'
import {cleanForms, mistakenForms} from './example-forms.js'

/** Writes the example workbooks: whole forms, and one workbook a group with each rule's wrong sheets. */
const folder = path.resolve('examples')
mkdirSync(folder, {recursive: true})

function write(name: string, literal: WorkbookLiteral): void {
  writeFileSync(path.join(folder, name), writeWorkbook(readLiteral(literal)))
}

for (const [name, literal] of Object.entries(cleanForms)) write(`正确-${name}.xlsx`, literal)
for (const [name, literal] of Object.entries(mistakenForms)) write(`错误-${name}.xlsx`, literal)

for (const group of new Set(rules.map((rule) => rule.group))) {
  const sheets = rules
    .filter((rule) => rule.group === group)
    .flatMap((rule) => {
      const literal = rule.examples.find(({wrong}) => wrong)?.wrong
      if (!literal) return []
      return literal.sheets.map(({name, text}, index) => ({
        name:
          literal.sheets.length === 1
            ? rule.id.slice(0, 31)
            : `${rule.id.slice(0, 27)} ${index + 1} ${name}`.slice(0, 31),
        text
      }))
    })
  write(`错误-${groupNames[group].zh}.xlsx`, {sheets})
}
