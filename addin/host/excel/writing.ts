/** Everything that writes into the workbook: not needed before there is a first result. */
export {applyChanges, revertChanges} from './edit-cells.js'
export {removeMarks, setMarks} from './highlight-cells.js'
export {addSheet, writeReport} from './write-sheet.js'
