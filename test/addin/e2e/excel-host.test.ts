import assert from 'node:assert/strict'
import {formatAddress, parseRange} from '../../../shared/workbook/address.js'
import {describeHost} from '../host-contract.js'
import {ExcelEmulator} from './excel-emulator.js'
import {openPage, openStage, type ExcelPage, type Stage} from './open-page.js'
import {RemoteHost} from './remote-host.js'

/** Volume-licensed Excel 2016, 2019, 2021 and 2024, and the newest. */
const levels = [1, 7, 14, 17, 20]

describe('through office.js', function () {
  this.timeout(60_000)
  let stage: Stage

  before(async function () {
    this.timeout(240_000)
    stage = await openStage()
  })

  after(async () => {
    await stage.close()
  })

  for (const level of levels) {
    let page: ExcelPage | undefined
    describeHost(`Excel with ExcelApi 1.${level}`, async (workbook, setup = {}) => {
      const emulator = new ExcelEmulator(workbook, {level, ...(setup.fileName && {fileName: setup.fileName})})
      for (const name of setup.protectedSheets ?? []) {
        const sheet = emulator.book.find(name)
        if (sheet) sheet.protected = true
      }
      // One page a level; every test has an Excel and a host of its own. The name of the file is told at the start.
      if (setup.fileName) {
        await page?.close()
        page = undefined
      }
      page ??= await openPage(stage, emulator, 'probe')
      page.use(emulator)
      const {faults} = page
      const host = await RemoteHost.open(page)
      return {
        host,
        selected: () => emulator.book.selection,
        async type(sheetName, cell, value) {
          // The page must have said that it listens.
          await host.listSheets()
          const place = parseRange(cell)
          if (place) emulator.type(sheetName, place.top, place.left, value, cell)
        },
        protect(name, on) {
          const sheet = emulator.book.find(name)
          if (sheet) sheet.protected = on
          return Promise.resolve()
        },
        marked: () =>
          emulator.book.sheets.flatMap(({name, conditionalFormats}) =>
            conditionalFormats
              .flatMap(({ranges}) => ranges.map(({top, left}) => `${name}!${formatAddress(top, left)}`))
              .sort()
          ),
        async close() {
          await host.close()
          assert.deepEqual(faults, [])
          assert.deepEqual(emulator.bridge.violations, [])
        }
      }
    })
  }
})
