/** Limits that a workbook file must keep to be read; sizes in bytes. */
export interface ReadLimits {
  /** Parts of a package. */
  entries: number
  sheets: number
  /** One inflated part, and all that are read together. */
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
