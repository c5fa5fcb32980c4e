import type {Finding} from '../../../shared/lint/finding.js'
import type {Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import type {Checker, CheckReport, CheckSettings, ExampleToCheck} from './checker.js'
import {loadMessages} from './load-messages.js'
import {runExample, WorkbookCheck} from './workbook-check.js'

/** Checks where it is called: in tests, and where the page can have no worker. */
export class LocalChecker implements Checker {
  private work = new WorkbookCheck()

  load(workbook: Workbook): Promise<void> {
    this.work.load(workbook)
    return Promise.resolve()
  }

  replaceSheet(sheet: Sheet): Promise<void> {
    this.work.replaceSheet(sheet)
    return Promise.resolve()
  }

  async check(settings: CheckSettings): Promise<CheckReport> {
    // A rule's crash is a finding; anything else that throws rejects.
    await loadMessages(settings.locale)
    return this.work.run(settings)
  }

  async checkExample(example: ExampleToCheck): Promise<Finding[]> {
    await loadMessages(example.locale)
    return runExample(example)
  }

  close(): void {
    this.work = new WorkbookCheck()
  }
}
