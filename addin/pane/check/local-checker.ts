import type {Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import type {Finding} from '../../../shared/lint/finding.js'
import type {Checker, CheckReport, CheckSettings, ExampleToCheck} from './checker.js'
import {runCheck, runExample} from './run-check.js'

/** Checks where it is called: in tests, and where the page can have no worker. */
export class LocalChecker implements Checker {
  private workbook: Workbook = {format: 'excel', date1904: false, sheets: [], warnings: []}

  load(workbook: Workbook): Promise<void> {
    this.workbook = workbook
    return Promise.resolve()
  }

  replaceSheet(sheet: Sheet): Promise<void> {
    const {sheets} = this.workbook
    const at = sheets.findIndex(({name}) => name === sheet.name)
    if (at >= 0) sheets[at] = sheet
    return Promise.resolve()
  }

  async check(settings: CheckSettings): Promise<CheckReport> {
    // A rule's crash is a finding; anything else that throws rejects.
    await Promise.resolve()
    return runCheck(this.workbook, settings)
  }

  async checkExample(example: ExampleToCheck): Promise<Finding[]> {
    await Promise.resolve()
    return runExample(example)
  }

  close(): void {
    this.workbook = {format: 'excel', date1904: false, sheets: [], warnings: []}
  }
}
