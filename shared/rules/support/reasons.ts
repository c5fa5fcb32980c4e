import type {Part} from '../../tree/nodes.js'

/** Whether a cell gives a reason: it is filled with more than 无, a dash or 已完成. */
export function isReason(part: Part | undefined): boolean {
  return (
    part !== undefined &&
    !/^(?:|[-—－–/／\\、。.]+|无|没有|无偏差|无偏离|不存在|不适用|暂无|无原因|正常|已?(?:按[时期])?完成|同上|0)[。.]?$/.test(
      part.plain
    )
  )
}
