import {XmlScanner} from '../../read/xlsx/xml-scanner.js'

/** The string elements of a shared strings part, by index, as written. */
export class SharedStringSource {
  private places: number[] | undefined

  constructor(
    private readonly xml: string,
    private readonly part: string
  ) {}

  get(index: number): string | undefined {
    this.places ??= this.readPlaces()
    const start = this.places[index * 2]
    return start === undefined ? undefined : this.xml.slice(start, this.places[index * 2 + 1])
  }

  private readPlaces(): number[] {
    const scanner = new XmlScanner(this.xml, this.part)
    const places: number[] = []
    for (;;) {
      const kind = scanner.next()
      if (kind === 'end') return places
      if (kind === 'close' || scanner.name !== 'si') continue
      const {start} = scanner
      if (kind === 'open') scanner.skipElement()
      places.push(start, scanner.end)
    }
  }
}

/** The XML of the first element of that name inside another element's XML. */
export function findElement(xml: string, part: string, name: string): string | undefined {
  const scanner = new XmlScanner(xml, part)
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') return undefined
    if (kind === 'close' || scanner.name !== name) continue
    const {start} = scanner
    if (kind === 'open') scanner.skipElement()
    return xml.slice(start, scanner.end)
  }
}
