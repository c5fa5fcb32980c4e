import type {NoteBox} from './note-box.js'

const namespaces =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"'

const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

/** A drawing part without shapes yet; `block` is the block of 1024 shape numbers that is its own. */
export function newDrawing(block: number): string {
  return `<xml ${namespaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>${shapeType}</xml>`
}

/**
 * Adds the boxes of notes to a VML drawing part. The part is treated as text, not as XML: Excel itself writes some that
 * are not well-formed. `undefined` when its end cannot be found.
 */
export function addNoteShapes(
  drawing: string,
  notes: {row: number; column: number; box: NoteBox}[]
): string | undefined {
  const end = drawing.lastIndexOf('</xml>')
  if (end < 0) return undefined
  const block = Number(/<o:idmap\b[^>]*\bdata="(\d+)/.exec(drawing)?.[1] ?? 1)
  const used = [...drawing.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number))
  let number = Math.max(block * 1024, ...used.filter((id) => id < (block + 1) * 1024))
  const root = drawing.slice(0, drawing.indexOf('>', drawing.indexOf('<xml')) + 1)
  // A drawing of another program may declare fewer namespaces or other prefixes.
  const own = /xmlns:v=/.test(root) && /xmlns:o=/.test(root) && /xmlns:x=/.test(root) ? '' : ` ${namespaces}`
  const type = drawing.includes('_x0000_t202"') ? '' : own ? shapeType.replace(' ', `${own} `) : shapeType
  const shapes = notes.map(({row, column, box}) => {
    number++
    const {
      column: left,
      columnOffset,
      row: top,
      rowOffset,
      toColumn,
      toColumnOffset,
      toRow,
      toRowOffset
    } = box
    const anchor = [left, columnOffset, top, rowOffset, toColumn, toColumnOffset, toRow, toRowOffset].join(
      ', '
    )
    return `<v:shape${own} id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:255pt;height:90pt;z-index:${number - block * 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  })
  return drawing.slice(0, end) + type + shapes.join('') + drawing.slice(end)
}
