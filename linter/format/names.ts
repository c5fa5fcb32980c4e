/** Formats of the report. */
export const formatNames = [
  'stylish',
  'json',
  'html',
  'sarif',
  'csv',
  'xlsx',
  'markdown',
  'junit',
  'github'
] as const

export type FormatName = (typeof formatNames)[number]
