import {completeSheet, draftSheet, joinSheets, yearOf} from '../tree/recognise.js'
import type {SheetNode} from '../tree/nodes.js'
import {rules as builtInRules} from '../rules/index.js'
import type {Sheet, Workbook} from '../workbook/workbook.js'
import type {Rule} from './define-rule.js'
import type {Finding} from './finding.js'
import {activeRules, conclude, runOptions, type LintResult} from './lint-workbook.js'
import {runRules, sortFindings} from './run-rules.js'
import type {LintSettings} from './settings.js'

/** Checks one workbook again and again while somebody edits it. */
export interface WorkbookChecker {
  /** The same result as of `lintWorkbook`; its timing is that of the work which was done this time. */
  check(workbook: Workbook): LintResult
}

/** What is known of a sheet from earlier checks. */
interface Memory {
  /** The sheet as far as it speaks for itself. */
  draft: SheetNode
  /** With what it takes from the other sheets when they agree on this year. */
  node: SheetNode
  year: number | undefined
  /** What the rules that look at one sheet say of it. */
  found?: Found
}

interface Found {
  findings: Finding[]
  crashed: boolean
}

/**
 * Makes a checker that remembers, by the identity of each {@link Sheet}, what was recognised on it and what the rules found
 * that look at one sheet only. A sheet that is edited must be another object; the others are neither recognised nor walked
 * again, except by rules that look across sheets.
 */
export function createChecker(settings: LintSettings = {}): WorkbookChecker {
  const memories = new WeakMap<Sheet, Memory>()
  const active = activeRules(settings)
  const within = active.filter(({rule}) => looksAtOneSheet(rule))
  const across = active.filter(({rule}) => !looksAtOneSheet(rule))

  return {
    check(workbook) {
      const start = performance.now()
      const known = recall(workbook)
      const tree = joinSheets(
        workbook,
        known.map(({node}) => node)
      )
      const middle = performance.now()
      const byRule = settings.timing ? new Map<string, number>() : undefined
      const options = runOptions(settings, byRule)
      const found = known.map((memory): Found => {
        const {node} = memory
        return (memory.found ??= runRules(
          joinSheets({...workbook, sheets: [node.sheet]}, [node]),
          within,
          options
        ))
      })
      const all = [...withoutCrashedTwice(found), runRules(tree, across, options)]
      const joined: Found = {
        findings: sortFindings(
          tree,
          all.flatMap(({findings}) => findings)
        ),
        crashed: all.some(({crashed}) => crashed)
      }
      const concluded = conclude(tree, joined, settings)
      const end = performance.now()
      return {
        ...concluded,
        timing: {recognise: middle - start, rules: end - middle, ...(byRule && {byRule})}
      }
    }
  }

  /** The recognised sheets of a workbook, new where they or the year of the workbook changed. */
  function recall({sheets}: Workbook): Memory[] {
    const drafts = sheets.map((sheet) => memories.get(sheet)?.draft ?? draftSheet(sheet, settings))
    // Where the caller knows the year, the sheets' own makes no difference to the others.
    const year = settings.year === undefined ? yearOf(drafts) : undefined
    return drafts.map((draft) => {
      const memory = memories.get(draft.sheet)
      if (memory && memory.year === year) return memory
      const node = completeSheet(draft, year, settings)
      // A sheet that states its year itself is the same in any company.
      const fresh: Memory = {draft, node, year, ...(memory?.node === node && {found: memory.found})}
      memories.set(draft.sheet, fresh)
      return fresh
    })
  }
}

const builtIn = new Set(builtInRules)

function looksAtOneSheet(rule: Rule): boolean {
  return (rule.scope ?? (builtIn.has(rule) ? 'sheet' : 'workbook')) === 'sheet'
}

/** A rule that crashed is not called again: what it says of later sheets does not count. */
function withoutCrashedTwice(sheets: Found[]): Found[] {
  if (!sheets.some(({crashed}) => crashed)) return sheets
  const dead = new Set<string>()
  return sheets.map(({findings, crashed}) => {
    const counted = findings.filter(
      ({ruleId, group, actual = ''}) => !dead.has(group === 'internal' ? actual : ruleId)
    )
    for (const {group, actual} of counted) if (group === 'internal' && actual !== undefined) dead.add(actual)
    return {findings: counted, crashed}
  })
}
