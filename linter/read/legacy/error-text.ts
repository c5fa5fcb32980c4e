/** Codes of error values ([MS-XLS] 2.5.10). */
const errors = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA']
])

/** What a person sees of an error value in a binary workbook. */
export function errorText(code: number): string {
  return errors.get(code) ?? '#N/A'
}
