import {MemoryHost} from '../../addin/host/memory/memory-host.js'
import {describeHost} from './host-contract.js'

describeHost('plain data', (workbook, setup) => {
  const host = new MemoryHost(workbook, setup)
  return Promise.resolve({
    host,
    selected: () => host.selection,
    type: (sheet, cell, value) => Promise.resolve(host.type(sheet, cell, value)),
    protect: (sheet, on) => Promise.resolve(host.protect(sheet, on)),
    marked: () => host.marks.map(({sheet, range}) => `${sheet}!${range}`),
    close: () => host.close()
  })
})
