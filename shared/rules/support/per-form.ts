import type {Form} from '../../tree/nodes.js'

/** What is known of each form: one place for every function that {@link perForm} makes. */
const known = new WeakMap<Form, unknown[]>()
// All rules visit one form before the next.
let lastForm: Form | undefined
let lastKnown: unknown[] = []
let count = 0

/** Stands for a result of `undefined`. */
const nothing = Symbol('nothing')

/**
 * Remembers what a pure function reads from a form: several rules ask for it, and a form that is still as it was when the
 * workbook was checked before is not read again.
 */
export function perForm<T, More extends unknown[]>(
  read: (form: Form, ...more: More) => T
): (form: Form, ...more: More) => T {
  const place = count++
  return (form, ...more) => {
    const results = form === lastForm ? lastKnown : recall(form)
    let result = results[place]
    if (result === undefined) {
      result = read(form, ...more) ?? nothing
      results[place] = result
    }
    return (result === nothing ? undefined : result) as T
  }
}

function recall(form: Form): unknown[] {
  let results = known.get(form)
  if (!results) {
    results = []
    known.set(form, results)
  }
  lastForm = form
  lastKnown = results
  return results
}
