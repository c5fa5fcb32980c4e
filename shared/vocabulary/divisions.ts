import {divisionData} from './division-data.js'

export interface Division {
  code: string
  name: string
  /** With province and city before it. */
  fullName: string
  /** No longer in force; valid for the years in which it was. */
  retired?: boolean
}

let divisions: Map<string, {name: string; retired: boolean}> | undefined

function load(): Map<string, {name: string; retired: boolean}> {
  const map = new Map<string, {name: string; retired: boolean}>()
  for (const entry of divisionData.split(' ')) {
    const retired = entry[6] === '*'
    map.set(entry.slice(0, 6), {name: entry.slice(retired ? 7 : 6), retired})
  }
  return map
}

/** Looks up a division code of six digits (GB/T 2260); `undefined` for codes outside the standard. */
export function lookUpDivision(code: string): Division | undefined {
  divisions ??= load()
  const found = divisions.get(code)
  if (!found) return undefined
  const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`]
    .filter((parent) => parent !== code)
    .flatMap((parent) => divisions?.get(parent)?.name ?? [])
  const fullName = [...new Set([...above, found.name])].join('')
  return {code, name: found.name, fullName, ...(found.retired && {retired: true})}
}
