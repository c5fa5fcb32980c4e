import {levelOf} from './api-levels.js'
import {BookError} from './book.js'
import {HostObject, NullObject, RangeObject, type WorkbookObject} from './host-objects.js'

/**
 * The language that office.js speaks to Excel below its proxies (office.js 1.1.110): a batch is a list of actions on
 * objects that are named by paths. Names are in Pascal case on the wire.
 */
export interface Batch {
  Actions: Action[]
  ObjectPaths: Record<string, ObjectPath | undefined>
}

interface Action {
  Id: number
  /** 1 instantiate, 2 query, 3 method, 4 set property, 5 trace. */
  ActionType: number
  Name: string
  ObjectPathId: number
  ArgumentInfo?: ArgumentInfo
  QueryInfo?: {Select?: string[]; Expand?: string[]; Top?: number; Skip?: number}
}

interface ObjectPath {
  Id: number
  /** 1 root, 2 service, 3 method, 4 property, 5 indexer, 6 reference to an object of an earlier batch. */
  ObjectPathType: number
  Name: string
  ParentObjectPathId?: number
  ArgumentInfo?: ArgumentInfo
}

interface ArgumentInfo {
  Arguments?: unknown[]
  ReferencedObjectPathIds?: unknown[]
}

export interface BatchAnswer {
  Results: {ActionId: number; Value: unknown}[]
  Error?: {Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number}
}

/** A member that the emulated host does not have, or not at its level: a mistake of the page or a gap of ours. */
export class MemberError extends Error {}

/** What the library tells once about itself. */
class InternalServiceObject extends HostObject {
  readonly className = 'AddinInternalService'
}

/** Carries batches out. */
export class Bridge {
  /** Everything the page touched that is not there at this level; must stay empty. */
  readonly violations: string[] = []
  private readonly references = new Map<string, HostObject>()
  private nextReference = 1

  constructor(
    private readonly root: WorkbookObject,
    /** ExcelApi 1.n. */
    private readonly level: number
  ) {}

  run({Actions, ObjectPaths}: Batch): BatchAnswer {
    const Results: BatchAnswer['Results'] = []
    const objects = new Map<number, HostObject>()
    for (const [index, action] of Actions.entries()) {
      try {
        Results.push({ActionId: action.Id, Value: this.act(action, ObjectPaths, objects)})
      } catch (error) {
        return {Results, Error: this.toError(error, action, index)}
      }
    }
    return {Results}
  }

  private toError(error: unknown, action: Action, index: number): NonNullable<BatchAnswer['Error']> {
    const Message = error instanceof Error ? error.message : String(error)
    if (!(error instanceof BookError) || error.code === 'EmulatorGap') this.violations.push(Message)
    const Code = error instanceof BookError ? error.code : 'ApiNotFound'
    return {Code, Message, Location: action.Name, ActionIndex: index, HttpStatusCode: 400}
  }

  private act(action: Action, paths: Batch['ObjectPaths'], objects: Map<number, HostObject>): unknown {
    if (action.ActionType === 5) return null
    const object = this.resolve(action.ObjectPathId, paths, objects)
    const member = toMember(action.Name)
    switch (action.ActionType) {
      case 1:
        return this.describe(object)
      case 2:
        return object instanceof NullObject ? null : this.query(object, action.QueryInfo?.Select ?? [])
      case 3:
        // Bookkeeping of the library.
        if (action.Name === '_KeepReference' || action.Name === 'NotifyActionHandlerReady') return null
        if (action.Name === '_RemoveReference') {
          this.references.delete(String(action.ArgumentInfo?.Arguments?.[0]))
          return null
        }
        return this.call(object, member, this.argumentsOf(action.ArgumentInfo, paths, objects))
      case 4: {
        const [value] = this.argumentsOf(action.ArgumentInfo, paths, objects)
        this.require(object, member)
        ;(object as unknown as Record<string, unknown>)[member] = value
        return null
      }
      default:
        throw new MemberError(`action of type ${action.ActionType} on ${object.className}`)
    }
  }

  private resolve(id: number, paths: Batch['ObjectPaths'], objects: Map<number, HostObject>): HostObject {
    const known = objects.get(id)
    if (known) return known
    const path = paths[id]
    if (!path) throw new MemberError(`the batch names no object ${id}`)
    const object = this.follow(path, paths, objects)
    objects.set(id, object)
    return object
  }

  private follow(
    path: ObjectPath,
    paths: Batch['ObjectPaths'],
    objects: Map<number, HostObject>
  ): HostObject {
    if (path.ObjectPathType === 1) return this.root
    if (path.ObjectPathType === 2 && path.Name === 'Microsoft.InternalService.AddinInternalService')
      return new InternalServiceObject()
    if (path.ObjectPathType === 6) {
      const object = this.references.get(path.Name)
      if (!object) throw new BookError('ObjectDeleted', `the reference ${path.Name} is gone`)
      return object
    }
    const parent = this.resolve(path.ParentObjectPathId ?? -1, paths, objects)
    if (parent instanceof NullObject) return new NullObject(`${parent.className}.${path.Name}`)
    const args = this.argumentsOf(path.ArgumentInfo, paths, objects)
    const member = path.ObjectPathType === 5 ? 'getItem' : toMember(path.Name)
    const found = path.ObjectPathType === 4 ? this.get(parent, member) : this.call(parent, member, args)
    if (!(found instanceof HostObject)) throw new MemberError(`${parent.className}.${member} gives no object`)
    return found
  }

  private argumentsOf(
    info: ArgumentInfo | undefined,
    paths: Batch['ObjectPaths'],
    objects: Map<number, HostObject>
  ): unknown[] {
    const referenced = info?.ReferencedObjectPathIds ?? []
    return (info?.Arguments ?? []).map((argument, index) => {
      const id = referenced[index]
      return typeof id === 'number' && id > 0 ? this.resolve(id, paths, objects) : argument
    })
  }

  private get(object: HostObject, member: string): unknown {
    this.require(object, member)
    return (object as unknown as Record<string, unknown>)[member]
  }

  private call(object: HostObject, member: string, args: unknown[]): unknown {
    const method = this.get(object, member)
    if (typeof method !== 'function') throw new MemberError(`${object.className}.${member} is no method`)
    // An optional argument of its own level.
    if (member === 'getUsedRange' && args[0] !== undefined && args[0] !== null && this.level < 2)
      throw new MemberError(`${object.className}.${member}(valuesOnly) needs ExcelApi 1.2`)
    return (method as (...args: unknown[]) => unknown).apply(object, args)
  }

  /** Refuses members that the emulated host lacks, and those above its level. */
  private require(object: HostObject, member: string): void {
    if (!(member in object)) throw new MemberError(`the emulated Excel has no ${object.className}.${member}`)
    if (member.startsWith('_')) return
    const needed = levelOf(object.className, member)
    if (needed === undefined) throw new MemberError(`Excel documents no ${object.className}.${member}`)
    if (needed > this.level)
      throw new MemberError(
        `${object.className}.${member} needs ExcelApi 1.${needed}, this is 1.${this.level}`
      )
  }

  /** What instantiating tells: how the object is found again. */
  private describe(object: HostObject): unknown {
    if (object instanceof NullObject) return null
    if (object instanceof RangeObject || object.className === 'RangeAreas')
      return {_ReferenceId: this.refer(object)}
    return object.id === undefined ? {} : {Id: object.id}
  }

  private refer(object: HostObject): string {
    const reference = `reference-${this.nextReference++}`
    this.references.set(reference, object)
    return reference
  }

  private query(object: HostObject, select: string[]): Record<string, unknown> {
    const answer: Record<string, unknown> = {}
    const nested = new Map<string, string[]>()
    const items: string[] = []
    const isCollection = 'items' in object
    for (const path of select) {
      const [first = '', ...rest] = path.split('/')
      const member = toMember(first)
      if (isCollection) {
        if (member === 'items') items.push(rest.join('/'))
        else items.push(path)
      } else if (rest.length > 0) {
        const list = nested.get(member) ?? []
        list.push(rest.join('/'))
        nested.set(member, list)
      } else {
        const value = this.get(object, member)
        if (value instanceof HostObject) throw new MemberError(`${object.className}.${member} is an object`)
        answer[toWire(member)] = value
      }
    }
    for (const [member, paths] of nested) {
      const child = this.get(object, member)
      if (!(child instanceof HostObject)) throw new MemberError(`${object.className}.${member} is no object`)
      answer[toWire(member)] = child instanceof NullObject ? null : this.query(child, paths)
    }
    if (isCollection) {
      answer._Items = (object.items as HostObject[]).map((item) => ({
        ...(item.id !== undefined && {Id: item.id}),
        ...this.query(
          item,
          items.filter((path) => path !== '')
        )
      }))
    } else if (object.id !== undefined) answer.Id = object.id
    return answer
  }
}

/** `GetUsedRange` → `getUsedRange`; private names stay. */
function toMember(name: string): string {
  return name.startsWith('_') ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

function toWire(member: string): string {
  return member.charAt(0).toUpperCase() + member.slice(1)
}
