import {XmlScanner} from './xml-scanner.js'

export interface Relationship {
  id: string
  /** Last word of the type's address, e.g. `worksheet`. */
  type: string
  /** Full name of the part inside the package; external targets are left out. */
  target: string
}

/** Reads the relationships of a part; targets are resolved inside the package and never leave it. */
export function readRelationships(xml: string, part: string, owner: string): Relationship[] {
  const scanner = new XmlScanner(xml, part)
  const relationships: Relationship[] = []
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') return relationships
    if (kind === 'close' || scanner.name !== 'Relationship') continue
    if (scanner.attribute('TargetMode') === 'External') continue
    const target = scanner.attribute('Target')
    if (target === undefined) continue
    relationships.push({
      id: scanner.attribute('Id') ?? '',
      type: (scanner.attribute('Type') ?? '').split('/').at(-1) ?? '',
      target: resolveTarget(owner, target)
    })
  }
}

/** The name of the relationships part of a part. */
export function relationshipsPart(owner: string): string {
  const at = owner.lastIndexOf('/')
  return `${owner.slice(0, at + 1)}_rels/${owner.slice(at + 1)}.rels`
}

function resolveTarget(owner: string, target: string): string {
  const path = target.replace(/\\/g, '/')
  const base = path.startsWith('/') ? [] : owner.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue
    if (step === '..') base.pop()
    else base.push(step)
  }
  return base.join('/')
}
