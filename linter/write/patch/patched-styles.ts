import {setAttribute} from './open-tag.js'
import {readRoot, type RootElement} from './root-element.js'
import {applySplices, type Splice} from './splice.js'

type ListName = 'fonts' | 'fills' | 'borders' | 'cellXfs'

interface List {
  /** Elements that are there, as written. */
  items: string[]
  added: string[]
  start: number
  openEnd: number
  closeStart?: number
}

/** What a list holds when the part has none; fills 0 and 1 are reserved (ECMA-376 part 1, 18.8.21). */
const defaults: Record<ListName, string[]> = {
  fonts: ['<@font/>'],
  fills: [
    '<@fill><@patternFill patternType="none"/></@fill>',
    '<@fill><@patternFill patternType="gray125"/></@fill>'
  ],
  borders: ['<@border/>'],
  cellXfs: ['<@xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']
}

/** Order of the elements of a style part (18.8.39). */
const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs']

/** A style part to which fonts, fills, borders and cell styles are added; what is there stays as it is. */
export class PatchedStyles {
  private readonly root: RootElement
  private readonly lists = new Map<ListName, List>()
  private readonly fillIds = new Map<string, number>()
  private readonly clones = new Map<string, number>()

  constructor(
    private readonly xml: string,
    private readonly part: string
  ) {
    this.root = readRoot(xml, part)
    for (const name of Object.keys(defaults) as ListName[]) this.lists.set(name, this.readList(name))
  }

  /** The style like `base` with a background of that colour (`RRGGBB`). */
  highlight(base: number, color: string): number {
    const key = `${base} ${color}`
    const known = this.clones.get(key)
    if (known !== undefined) return known
    const styles = this.list('cellXfs')
    const source = styles.items[base] ?? styles.items[0] ?? ''
    const openEnd = source.indexOf('>') + 1
    const tag = setAttribute(
      setAttribute(source.slice(0, openEnd), 'fillId', this.fill(color)),
      'applyFill',
      '1'
    )
    const index = this.add('cellXfs', tag + source.slice(openEnd))
    this.clones.set(key, index)
    return index
  }

  /** A plain background of that colour (`RRGGBB`). */
  fill(color: string): number {
    const known = this.fillIds.get(color)
    if (known !== undefined) return known
    const index = this.add(
      'fills',
      `<@fill><@patternFill patternType="solid"><@fgColor rgb="FF${color}"/><@bgColor indexed="64"/></@patternFill></@fill>`
    )
    this.fillIds.set(color, index)
    return index
  }

  /** Adds an element to a list and gives its index; `@` in it stands for the part's prefix. */
  add(name: ListName, element: string): number {
    const list = this.list(name)
    list.added.push(element.replace(/(<\/?)@/g, `$1${this.root.prefix}`))
    return list.items.length + list.added.length - 1
  }

  toXml(): string {
    const splices: Splice[] = []
    for (const [name, list] of this.lists) {
      if (list.added.length === 0) continue
      const {prefix} = this.root
      const count = list.items.length + list.added.length
      const added = list.added.join('')
      if (list.openEnd === list.start) {
        const all = list.items.join('') + added
        splices.push({
          start: list.start,
          end: list.start,
          text: `<${prefix}${name} count="${count}">${all}</${prefix}${name}>`
        })
        continue
      }
      const tag = setAttribute(this.xml.slice(list.start, list.openEnd), 'count', count)
      if (list.closeStart === undefined) {
        const opened = tag.replace(/\s*\/>$/, '>')
        splices.push({
          start: list.start,
          end: list.openEnd,
          text: `${opened}${list.items.join('')}${added}</${prefix}${name}>`
        })
      } else {
        splices.push({start: list.start, end: list.openEnd, text: tag})
        splices.push({start: list.closeStart, end: list.closeStart, text: added})
      }
    }
    return applySplices(this.xml, splices)
  }

  private list(name: ListName): List {
    return this.lists.get(name) as List
  }

  private readList(name: ListName): List {
    const child = this.root.children.find((candidate) => candidate.name === name)
    const items = defaults[name].map((item) => item.replace(/(<\/?)@/g, `$1${this.root.prefix}`))
    if (!child) {
      const rank = order.indexOf(name)
      const before = this.root.children.filter((other) => {
        const place = order.indexOf(other.name)
        return place >= 0 && place < rank
      })
      const start = before.at(-1)?.end ?? this.root.openEnd
      return {items, added: [], start, openEnd: start}
    }
    if (child.end === child.openEnd) return {items, added: [], start: child.start, openEnd: child.openEnd}
    const inner = readRoot(this.xml.slice(child.start, child.end), this.part)
    return {
      items: inner.children.map(({start, end}) => this.xml.slice(child.start + start, child.start + end)),
      added: [],
      start: child.start,
      openEnd: child.openEnd,
      closeStart: child.start + inner.closeStart
    }
  }
}
