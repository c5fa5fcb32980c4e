/** Calendar date of a serial number; the 1900 system counts a 29 February 1900 that never was. */
export function toCalendar(
  serial: number,
  date1904 = false
): {year: number; month: number; day: number; weekday: number; seconds: number} | undefined {
  const shifted = date1904 ? serial + 1462 : serial
  if (!(shifted >= 0 && shifted < 2958466)) return undefined
  let days = Math.floor(shifted)
  let seconds = Math.round((shifted - days) * 86400)
  if (seconds === 86400) {
    seconds = 0
    days++
  }
  if (days === 60) return {year: 1900, month: 2, day: 29, weekday: 3, seconds}
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 864e5)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    seconds
  }
}
