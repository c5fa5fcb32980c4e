/** Limits that a workbook must keep; sizes in bytes. Real sheets expand 8 to 20 times. */
export interface ReadLimits {
  entries: number
  sheets: number
  partSize: number
  totalSize: number
  /** Largest ratio of inflated to packed size, for parts above `ratioFloor`. */
  ratio: number
  ratioFloor: number
  /** Cells with content; also the number of shared strings. */
  cells: number
  merges: number
  /** Nested elements in one part. */
  depth: number
}

export const defaultLimits: ReadLimits = {
  entries: 10_000,
  sheets: 1_000,
  partSize: 256 * 2 ** 20,
  totalSize: 768 * 2 ** 20,
  ratio: 200,
  ratioFloor: 8 * 2 ** 20,
  cells: 5_000_000,
  merges: 200_000,
  depth: 256
}
