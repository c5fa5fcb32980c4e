import {existsSync} from 'node:fs'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import pc from 'picocolors'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {exerciseName, listDemoFiles, slidesName} from '../demo/demo-files.js'
import {gradeExercise} from '../demo/grade.js'
import {formatGrade} from '../format/grade.js'
import {ReadError} from '../read/read-error.js'
import {readWorkbook} from '../read/read-workbook.js'
import {loadConfiguration} from '../run/load-configuration.js'
import {UsageError} from '../run/usage-error.js'
import type {Console} from './console.js'

export interface DemoFlags {
  grade?: string
  force?: boolean
  locale?: Locale
}

/** Writes the demo files into a folder, or grades a learner's exercise: 0 all repaired, 1 not all, 2 not readable. */
export async function demo(folder: string | undefined, flags: DemoFlags, console: Console): Promise<number> {
  const locale = flags.locale ?? 'zh-CN'
  if (flags.grade !== undefined) return gradeFile(flags.grade, locale, console)
  if (folder === undefined) {
    throw new UsageError({
      zh: '请给出存放示例的文件夹，例如：jixiao-lint demo 培训；批改练习用 --grade 文件。',
      en: 'Name a folder for the files, such as: jixiao-lint demo course; to grade an exercise use --grade FILE.'
    })
  }
  const target = path.resolve(console.cwd, folder)
  const files = listDemoFiles(locale)
  const existing = [...files.keys()].filter((name) => existsSync(path.join(target, name)))
  if (existing.length > 0 && !flags.force) {
    throw new UsageError({
      zh: `“${folder}”里已经有 ${existing.join('、')}，没有写任何文件。换一个文件夹，或者加 --force 覆盖。`,
      en: `"${folder}" already holds ${existing.join(', ')}; nothing was written. Choose another folder, or overwrite with --force.`
    })
  }
  try {
    await mkdir(target, {recursive: true})
    for (const [name, make] of files)
      await writeFile(path.join(target, name), make(), {flag: flags.force ? 'w' : 'wx'})
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError({zh: `无法写入“${folder}”：${reason}`, en: `Cannot write to "${folder}": ${reason}`})
  }
  const names = [...files.keys()].map((name) => `  ${path.join(folder, name)}`).join('\n')
  console.write(
    say(
      {
        zh: '已写出 {n} 个文件：\n{names}\n\n{slides} 用浏览器打开，按 → 逐步讲解，也可打印。\n练习改好后：jixiao-lint demo --grade "{exercise}"\n',
        en: '{n} files written:\n{names}\n\nOpen {slides} in a browser and press →; it prints well, too.\nWhen the exercise is done: jixiao-lint demo --grade "{exercise}"\n'
      },
      locale,
      {n: files.size, names, slides: slidesName(locale), exercise: path.join(folder, exerciseName(locale))}
    )
  )
  return 0
}

async function gradeFile(file: string, locale: Locale, console: Console): Promise<number> {
  const grade = gradeExercise(await readExercise(file, console.cwd), locale)
  if (!grade) {
    throw new UsageError({
      zh: `“${file}”不是练习工作簿（找不到练习的工作表）。请用 jixiao-lint demo 写出的练习文件，不要改工作表名称。`,
      en: `"${file}" is not the exercise (none of its sheets was found). Use the file that jixiao-lint demo writes and keep the names of the sheets.`
    })
  }
  console.write(formatGrade(grade, locale, Math.min(console.width, 100), pc.createColors(console.color)))
  const done = grade.mistakes.every(({state}) => state === 'repaired')
  return done && grade.broken.length === 0 && grade.lost.length === 0 ? 0 : 1
}

async function readExercise(file: string, cwd: string): Promise<ReturnType<typeof readWorkbook>> {
  const {limits} = (await loadConfiguration({cwd})).configuration
  try {
    return readWorkbook(await readFile(path.resolve(cwd, file)), {limits})
  } catch (error) {
    if (error instanceof ReadError)
      throw new UsageError({zh: `“${file}”：${error.text.zh}`, en: `"${file}": ${error.text.en}`})
    throw new UsageError({zh: `找不到或读不了“${file}”。`, en: `"${file}" cannot be found or read.`})
  }
}
