import {mkdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {ElementHandle, JSHandle, Page} from 'puppeteer-core'
import type {ExcelPage} from './open-page.js'

const screenshots = path.resolve('dist/screenshots')

/** The pane in a browser as its user works with it: by names and by keys. */
export class PanePage {
  readonly page: Page

  constructor(private readonly opened: ExcelPage) {
    this.page = opened.page
  }

  /** What went wrong in the page behind the user's back. */
  get faults(): string[] {
    return this.opened.faults
  }

  /** Waits until a text stands in the pane (or in a menu or dialog of it). */
  async sees(text: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.body.innerText.includes(wanted),
      {timeout: 15_000},
      text
    )
  }

  async seesNot(text: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => !document.body.innerText.includes(wanted),
      {timeout: 15_000},
      text
    )
  }

  /** Waits until rows of findings are drawn. */
  async seesRows(timeout = 15_000): Promise<void> {
    await this.page.waitForSelector('[data-row]', {timeout})
  }

  /** Presses the button, menu item or option of this name. */
  async press(name: string): Promise<void> {
    await this.page.locator(`::-p-aria([name="${name}"])`).setTimeout(15_000).click()
  }

  /** Waits until a dialog is gone, and its veil, which takes clicks while it fades. */
  async seesNoDialog(): Promise<void> {
    await this.page.waitForFunction(
      () => !document.querySelector('[role="dialog"], [class*="DialogSurface__backdrop"]'),
      {timeout: 15_000}
    )
  }

  /** Opens the menu and chooses an item. */
  async choose(item: string): Promise<void> {
    await this.press('更多')
    await this.page.locator(`[role^="menuitem"] ::-p-text(${item})`).setTimeout(15_000).click()
  }

  /** Presses the row of a finding at this place. */
  async pressFinding(range: string): Promise<void> {
    const row: JSHandle<unknown> = await this.page.waitForFunction(
      (place) =>
        [...document.querySelectorAll<HTMLElement>('[data-list="findings"] [data-row]')].find((button) =>
          [...button.querySelectorAll('span')].some((span) => span.textContent === place)
        ),
      {timeout: 15_000},
      range
    )
    await (row.asElement() as ElementHandle<HTMLElement> | null)?.click()
  }

  /** Number of findings that the pane counts, from what it says to readers of the screen. */
  async count(): Promise<number> {
    const text = await this.page.$eval('[role="status"]', (status) => status.textContent ?? '')
    return Number(/\d+/.exec(text)?.[0] ?? NaN)
  }

  /** Waits until the pane counts so many findings. */
  async counts(expected: number, timeout = 15_000): Promise<void> {
    await this.page.waitForFunction(
      (wanted) =>
        /\d+/.exec(document.querySelector('[role="status"]')?.textContent ?? '')?.[0] === String(wanted),
      {timeout},
      expected
    )
  }

  /** What has the keyboard: its row in the list, or its name. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      return element?.dataset.row ?? element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
  }

  /**
   * Watches how long the page lets its user wait for the next frame. What is returned ends the watch and gives the waits
   * in milliseconds, longest first.
   */
  async watchStalls(): Promise<() => Promise<number[]>> {
    await this.page.evaluate(() => {
      const waits: number[] = []
      let last = performance.now()
      const watch = (now: number): void => {
        waits.push(Math.round(now - last))
        last = now
        if (!watched.ended) requestAnimationFrame(watch)
      }
      const watched = {waits, ended: false}
      Object.assign(window, {watched})
      requestAnimationFrame(watch)
    })
    return () =>
      this.page.evaluate(() => {
        const {watched} = window as unknown as {watched: {waits: number[]; ended: boolean}}
        watched.ended = true
        return watched.waits.sort((a, b) => b - a)
      })
  }

  /** Violations that axe finds in the page, as `rule: element`. */
  async violations(): Promise<string[]> {
    // As the inspector would: the page's policy is for its own scripts.
    if (!(await this.page.evaluate(() => 'axe' in window)))
      await this.page.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'))
    return this.page.evaluate(async () => {
      const {axe} = window as unknown as {
        axe: {run(): Promise<{violations: {id: string; nodes: {html: string}[]}[]}>}
      }
      // Colours on their way from one to another are nobody's colours.
      await Promise.all(
        document
          .getAnimations()
          .filter(({effect}) => effect?.getTiming().iterations !== Infinity)
          .map((animation) => animation.finished.catch(() => undefined))
      )
      const {violations} = await axe.run()
      return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 160)}`))
    })
  }

  /** Elements that stand out to the right of the pane, unless something around them scrolls. */
  cutOff(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((element) => {
          const {right, width} = element.getBoundingClientRect()
          if (width === 0 || right <= window.innerWidth + 1) return false
          for (let around = element.parentElement; around; around = around.parentElement)
            if (
              /auto|scroll|hidden/.test(getComputedStyle(around).overflowX) &&
              around.clientWidth < window.innerWidth
            )
              return false
          return true
        })
        .map((element) => element.outerHTML.slice(0, 120))
    )
  }

  /** Keeps a picture of the pane among the output of the tests. */
  async picture(name: string): Promise<void> {
    mkdirSync(screenshots, {recursive: true})
    // Menus and notices come in with a movement.
    await new Promise((resolve) => setTimeout(resolve, 350))
    await this.page.screenshot({path: path.join(screenshots, `${name}.png`)})
  }

  close(): Promise<void> {
    return this.opened.close()
  }
}
