/**
 * What a front end keeps in a workbook: one JSON value in a custom XML part of this namespace (`customXml/item*.xml` of
 * the package). The add-in writes it through Excel, the command line finds it in the saved file.
 */
export const stateNamespace = 'urn:jixiao-lint:state'

/** A JSON value as the text of the part. */
export function encodeState(state: unknown): string {
  const json = JSON.stringify(state)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    // The two characters of the basic plane that XML forbids and JSON does not escape.
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
  return `<state xmlns="${stateNamespace}">${json}</state>`
}

/** The JSON value of a part; `undefined` when it is none of ours or damaged. */
export function decodeState(xml: string): unknown {
  const match = /<(?:(\w+):)?state\b[^>]*>([\s\S]*)<\/(?:\1:)?state>/.exec(xml)
  if (!match || !xml.includes(stateNamespace)) return undefined
  try {
    return JSON.parse(unescapeXml(match[2] ?? '')) as unknown
  } catch {
    return undefined
  }
}

const entities: Record<string, string> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"}

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole
      const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    }
  )
}
