import type {Operator} from '../mutation.js'
import {placeOf, planForms, planRows, write} from '../site.js'

export const notationOperators: Operator[] = [
  {
    rule: 'document-number-brackets',
    does: 'puts a year into square brackets',
    spoil: (site) =>
      planRows(site, ({basis}) => basis?.text.includes('〔') ?? false).flatMap((at) =>
        at.row.basis
          ? [
              {
                edits: [write(at, at.row.basis, at.row.basis.text.replace('〔', '[').replace('〕', ']'))],
                at: [placeOf(at, at.row.basis)]
              }
            ]
          : []
      )
  },
  {
    rule: 'document-number-brackets',
    does: 'puts a year into round brackets in a text',
    spoil: (site) =>
      planForms(site).flatMap((owner) =>
        owner.form.children.flatMap((child) =>
          child.type === 'field' && child.key === 'purpose' && child.value?.plain
            ? [
                {
                  edits: [write(owner, child.value, `按照河财社（2021）14号文件，${child.value.text}`)],
                  at: [placeOf(owner, child.value)]
                }
              ]
            : []
        )
      )
  },
  {
    rule: 'unbalanced-brackets',
    does: 'opens a bracket and never closes it',
    spoil: (site) =>
      planRows(site, ({name}) => name.plain.length > 4 && !name.plain.includes('(')).map((at) => ({
        edits: [write(at, at.row.name, at.row.name.text.replace(/(?<=.{4})/u, '（'))],
        at: [placeOf(at, at.row.name)]
      }))
  }
]
