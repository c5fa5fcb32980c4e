import type {Form} from '../../tree/nodes.js'

/**
 * Remembers what a pure function reads from a form: several rules ask for it, and a form that is still as it was when the
 * workbook was checked before is not read again.
 */
export function perForm<T, More extends unknown[]>(
  read: (form: Form, ...more: More) => T
): (form: Form, ...more: More) => T {
  const known = new WeakMap<Form, {result: T}>()
  return (form, ...more) => {
    let entry = known.get(form)
    if (!entry) {
      entry = {result: read(form, ...more)}
      known.set(form, entry)
    }
    return entry.result
  }
}
