/**
 * The serial number of a date as XML writes it, `2024-12-31` or `2024-12-31T08:30:00`, in the 1900 or 1904 system; `NaN`
 * when it is none.
 */
export function toSerial(text: string, date1904 = false): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text)
  if (!match) return Number.NaN
  const [, year, month, day, hour = 0, minute = 0, second = 0] = match
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / 864e5
  const part = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86400
  return days + part - (date1904 ? 1462 : 0)
}
