import type {Form, NodeType, SheetNode, TargetNode, WorkbookNode} from '../tree/nodes.js'
import type {Handlers} from './define-rule.js'

/** Where the walk stands; rules read it through their context. */
export interface Cursor {
  sheet?: SheetNode
  form?: Form
}

/** One rule's handlers, and what to do when one of them throws. */
export interface Visitor {
  handlers: Handlers
  onCrash: (error: unknown, node: TargetNode) => void
}

const exitOf = Object.fromEntries(
  (
    [
      'workbook',
      'sheet',
      'form',
      'field',
      'goal',
      'funds',
      'fundsRow',
      'spendingPlan',
      'installment',
      'indicator',
      'task',
      'paragraph'
    ] satisfies NodeType[]
  ).map((type) => [type, `${type}:exit`])
) as {[T in NodeType]: `${T}:exit`}

type Listener = (node: TargetNode) => void
type Table = Map<string, Listener[]>

/**
 * Visits every node of the tree once, in reading order, and calls each visitor's handlers for its type; `type:exit`
 * handlers are called after the children. One walk for all rules: a walk a rule would cost a hundred times more.
 */
export function walk(tree: WorkbookNode, visitors: Visitor[], cursor: Cursor): void {
  const table = tabulate(visitors)
  visit(tree, table, cursor)
}

function tabulate(visitors: Visitor[]): Table {
  const table: Table = new Map()
  for (const visitor of visitors) {
    for (const [type, handler] of Object.entries(visitor.handlers)) {
      const listener = (node: TargetNode): void => {
        try {
          ;(handler as Listener)(node)
        } catch (error) {
          visitor.onCrash(error, node)
        }
      }
      const listeners = table.get(type)
      if (listeners) listeners.push(listener)
      else table.set(type, [listener])
    }
  }
  return table
}

function visit(node: TargetNode, table: Table, cursor: Cursor): void {
  if (node.type === 'sheet') cursor.sheet = node
  if (node.type === 'form') cursor.form = node
  call(table, node.type, node)
  if ('children' in node) for (const child of node.children) visit(child, table, cursor)
  call(table, exitOf[node.type], node)
  if (node.type === 'sheet') cursor.sheet = undefined
  if (node.type === 'form') cursor.form = undefined
}

function call(table: Table, event: NodeType | `${NodeType}:exit`, node: TargetNode): void {
  const listeners = table.get(event)
  if (listeners) for (const listener of listeners) listener(node)
}
