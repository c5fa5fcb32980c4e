import {readFileSync, writeFileSync} from 'node:fs'
import puppeteer from 'puppeteer-core'
import {findBrowser} from './find-browser.js'

/** Sizes that the manifest names, in pixels; small ones have a drawing of their own. */
const drawings: Record<string, number[]> = {
  'icon-small.svg': [16],
  'icon.svg': [32, 64, 80, 128]
}

const browser = await puppeteer.launch({
  executablePath: await findBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
})
const page = await browser.newPage()
for (const [drawing, sizes] of Object.entries(drawings)) {
  const svg = readFileSync(`addin/icons/${drawing}`, 'utf8')
  for (const size of sizes) {
    await page.setViewport({width: size, height: size})
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
    writeFileSync(`addin/icons/icon-${size}.png`, await page.screenshot({omitBackground: true}))
  }
}
await browser.close()
