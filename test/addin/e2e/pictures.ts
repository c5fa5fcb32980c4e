import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'
import type {Locale} from '../../../shared/lint/finding.js'
import {ExcelEmulator} from './excel-emulator.js'
import {openPanePage} from './open-pane-page.js'
import {openStage, type Stage} from './open-page.js'
import {scenes, speak, workbookOf, type Scene} from './scenes.js'

/**
 * Takes the pictures of the pane that the manuals show, into docs/images. With `--all` every scene, in both languages,
 * light and dark, narrow and wide, into dist/pictures, to be looked at after a change; `--scene NAME` (repeatable) only
 * these, `--width N` and `--locale zh-CN|en` only so.
 */
const {values} = parseArgs({
  options: {
    all: {type: 'boolean', default: false},
    scene: {type: 'string', multiple: true},
    width: {type: 'string'},
    locale: {type: 'string'}
  }
})
const locales: Locale[] = values.locale === 'en' ? ['en'] : values.locale ? ['zh-CN'] : ['zh-CN', 'en']
const widths = values.width ? [Number(values.width)] : [320, 640]
const chosen = scenes.filter(({name, inManual}) =>
  values.scene ? values.scene.includes(name) : values.all || inManual
)

interface Look {
  locale: Locale
  dark: boolean
  width: number
}

const stage = await openStage()
try {
  for (const scene of chosen) {
    if (!values.all && !values.scene) {
      await take(stage, scene, {locale: 'zh-CN', dark: false, width: 350}, `docs/images/${scene.name}.png`)
      continue
    }
    for (const locale of locales)
      for (const dark of [false, true])
        for (const width of widths) {
          const look = [scene.name, locale, dark ? 'dark' : 'light', width].join('-')
          await take(stage, scene, {locale, dark, width}, `dist/pictures/${look}.png`)
        }
  }
} finally {
  await stage.close()
}

/** Acts a scene and writes its picture. */
async function take(on: Stage, scene: Scene, {locale, dark, width}: Look, file: string): Promise<void> {
  const excel = new ExcelEmulator(workbookOf(scene), {
    level: 17,
    locale: locale === 'en' ? 'en-US' : locale,
    dark
  })
  const pane = await openPanePage(on, excel, !scene.unseen)
  try {
    await pane.page.setViewport({width, height: 600})
    await scene.act?.({pane, excel, t: speak(locale)})
    // The pointer leaves no mark on a row, and what moves comes to rest.
    await pane.page.mouse.move(0, 0)
    await new Promise((resolve) => setTimeout(resolve, 500))
    mkdirSync(path.dirname(file), {recursive: true})
    await pane.page.screenshot({path: file})
    console.log(file)
  } finally {
    await pane.close()
  }
}
