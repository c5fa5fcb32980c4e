import type {TargetNode} from '../tree/nodes.js'
import type {Handlers, Rule, RuleContext} from './define-rule.js'

type Handler = (node: TargetNode) => void

/** Creates a rule's handlers so that the time of each call is added up, in milliseconds, under the rule's id. */
export function createTimed(rule: Rule, context: RuleContext<never>, byRule: Map<string, number>): Handlers {
  const timed = <T>(work: () => T): T => {
    const start = performance.now()
    try {
      return work()
    } finally {
      byRule.set(rule.id, (byRule.get(rule.id) ?? 0) + performance.now() - start)
    }
  }
  const handlers = timed(() => rule.create(context))
  return Object.fromEntries(
    Object.entries(handlers).map(([event, handle]) => [
      event,
      (node: TargetNode) => timed(() => (handle as Handler)(node))
    ])
  )
}
