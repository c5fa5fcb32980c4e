import {MemoryHost} from '../../host/memory/memory-host.js'
import type {WorkbookHost} from '../../host/workbook-host.js'
import {exampleWorkbook} from './example-workbook.js'

/** The pane as a web page, over the example. */
export function openExample(): WorkbookHost {
  return new MemoryHost(exampleWorkbook(), {fileName: '示例.xlsx'})
}
