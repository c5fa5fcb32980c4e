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

type Handler = (node: TargetNode) => void

/** One rule's handler of one event. */
interface Listener {
  handle: Handler
  onCrash: Visitor['onCrash']
}

type Event = NodeType | `${NodeType}:exit`
type Table = Partial<Record<Event, Listener[]>>

/**
 * Visits every node of the tree once, in reading order, and calls each visitor's handlers for its type; `type:exit`
 * handlers are called after the children. One walk for all rules: a walk a rule would cost a hundred times more.
 */
export function walk(tree: WorkbookNode, visitors: Visitor[], cursor: Cursor): void {
  visit(tree, tabulate(visitors), cursor)
}

function tabulate(visitors: Visitor[]): Table {
  const table: Table = {}
  for (const {handlers, onCrash} of visitors) {
    for (const [event, handle] of Object.entries(handlers)) {
      const listeners = (table[event as Event] ??= [])
      listeners.push({handle: handle as Handler, onCrash})
    }
  }
  return table
}

function visit(node: TargetNode, table: Table, cursor: Cursor): void {
  const {type} = node
  if (type === 'sheet') cursor.sheet = node
  else if (type === 'form') cursor.form = node
  const entering = table[type]
  if (entering) call(entering, node)
  if ('children' in node) for (const child of node.children) visit(child, table, cursor)
  const leaving = table[exitOf[type]]
  if (leaving) call(leaving, node)
  if (type === 'sheet') cursor.sheet = undefined
  else if (type === 'form') cursor.form = undefined
}

/** Calls listeners in turn; the loop stands inside the `try` and is taken up again after a crash. */
function call(listeners: Listener[], node: TargetNode): void {
  let at = 0
  while (at < listeners.length) {
    try {
      for (; at < listeners.length; at++) listeners[at]?.handle(node)
    } catch (error) {
      listeners[at]?.onCrash(error, node)
      at++
    }
  }
}
