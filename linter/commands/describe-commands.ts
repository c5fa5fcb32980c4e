import type {Command} from 'commander'
import type {Locale} from '../../shared/lint/finding.js'
import type {AnnotateFlags} from './annotate.js'
import type {CheckFlags} from './check.js'
import type {CommonOptions, Translate} from './common-options.js'
import type {Console} from './console.js'
import type {FixFlags} from './fix.js'
import type {InspectFlags} from './inspect.js'
import type {MergeFlags} from './merge.js'

/** What the descriptions of commands need; each command's own file is loaded when it is called. */
export interface ProgramParts {
  program: Command
  common: CommonOptions
  t: Translate
  locale: Locale
  console: Console
  /** Gets the exit status. */
  done: (status: number) => void
}

/** Describes every command, in the order of the help. */
export function describeCommands(parts: ProgramParts): void {
  describeCheck(parts)
  describeFix(parts)
  describeAnnotate(parts)
  describeMerge(parts)
  describeInspect(parts)
  describeRules(parts)
  describeExplain(parts)
  describeDemo(parts)
  describeInit(parts)
  describePrintConfig(parts)
}

function describeCheck({program, t, common, console, done}: ProgramParts): void {
  const command = common
    .addReporting(
      program
        .command('check', {isDefault: true})
        .description(t('检查工作簿（默认命令）', 'check workbooks (the default command)'))
        .argument('[paths...]', t('文件、文件夹或通配符', 'files, folders or patterns'))
    )
    .option(
      '--no-suppressions',
      t('文件自带的“忽略”不算数（审核时用）', 'do not honour suppressions inside the workbooks')
    )
    .option(
      '-j, --jobs <count>',
      t('同时用几个线程（默认自动）', 'threads to use (default: automatic)'),
      common.jobs
    )
    .option(
      '--baseline <file>',
      t('基线：文件里列出的已有问题不计', 'leave out the findings that this file lists')
    )
    .option('--update-baseline', t('按这次的结果更新基线文件', 'bring the baseline up to what is found now'))
    .option('--reason <text>', t('新列入基线的原因', 'reason given to new entries of the baseline'))
    .option(
      '--cache [file]',
      t(
        '内容没有变的文件用上次的结果（存在 .jixiao-cache）',
        'use the last result of files that have not changed (kept in .jixiao-cache)'
      )
    )
    .option(
      '--watch',
      t('工作簿、配置或插件一改动就重新检查', 'check again when workbooks, configuration or plugins change')
    )
    .option(
      '--shard <part>',
      t('多台机器分工，只查其中一份，例如 1/4', 'check one part of the files, e.g. 1/4')
    )
    .option('--timing', t('显示各阶段、各规则的用时', 'show the time of stages and rules'))
    .option('--stdin', t('检查标准输入的工作簿', 'check the workbook on the standard input'))
    .option(
      '--stdin-name <name>',
      t('标准输入的文件名，里面可带年度', 'name of the standard input; it may tell the year')
    )
    .action(async (paths: string[], flags: CheckFlags) => {
      const {check} = await import('./check.js')
      done(await check(paths, flags, console))
    })
  common.addChecking(command)
  common.addColors(command)
}

function describeFix({program, t, common, console, done}: ProgramParts): void {
  const command = program
    .command('fix')
    .description(
      t(
        '规范写法：先列出改动，加 --write 或 --output 才写入',
        'fix notation: lists the changes; writes only with --write or --output'
      )
    )
    .argument('<paths...>', t('文件、文件夹或通配符', 'files, folders or patterns'))
    .option('-w, --write', t('改原文件，旁边留 .bak 备份', 'change the files, with a .bak beside each'))
    .option('--no-backup', t('不留备份', 'keep no backup'))
    .option('-o, --output <folder>', t('把改好的副本写到文件夹', 'write changed copies to a folder'))
    .option(
      '--suggestions <rule>',
      t('也采用这条规则的建议，可重复', "apply this rule's suggestions too, repeatable"),
      common.collect
    )
    .action(async (paths: string[], flags: FixFlags) => {
      const {fix} = await import('./fix.js')
      done(await fix(paths, flags, console))
    })
  common.addChecking(command)
  common.addColors(command)
}

function describeAnnotate({program, t, common, console, done}: ProgramParts): void {
  const command = program
    .command('annotate')
    .description(
      t(
        '写出审核副本：标色、批注、首页为审核意见',
        'write copies with marks, notes and a sheet of all findings'
      )
    )
    .argument('<paths...>', t('文件、文件夹或通配符', 'files, folders or patterns'))
    .requiredOption('-o, --output <folder>', t('副本写到这个文件夹', 'folder for the copies'))
    .action(async (paths: string[], flags: AnnotateFlags) => {
      const {annotate} = await import('./annotate.js')
      done(await annotate(paths, flags, console))
    })
  common.addChecking(command)
}

function describeMerge({program, t, common, console, done}: ProgramParts): void {
  const command = common
    .addReporting(
      program
        .command('merge')
        .description(t('合并多台机器的 JSON 报告', 'put JSON reports of several machines together'))
        .argument('<reports...>', t('JSON 报告', 'JSON reports'))
    )
    .action(async (reports: string[], flags: MergeFlags) => {
      const {merge} = await import('./merge.js')
      done(await merge(reports, flags, console))
    })
  common.addLocale(command)
  common.addColors(command)
}

function describeInspect({program, t, common, console, done}: ProgramParts): void {
  const command = program
    .command('inspect')
    .description(
      t(
        '显示认出了什么：表、字段、资金、计划、指标',
        'show what is recognised: forms, fields, funds, plans, indicators'
      )
    )
    .argument('<files...>', t('文件', 'files'))
    .option('--json', t('以 JSON 输出', 'as JSON'))
    .action(async (files: string[], flags: InspectFlags) => {
      const {inspect} = await import('./inspect.js')
      done(await inspect(files, flags, console))
    })
  common.addConfiguration(command)
  common.addFacts(command)
  common.addLocale(command)
}

function describeRules({program, t, common, console, done, locale}: ProgramParts): void {
  const command = program
    .command('rules')
    .description(t('列出全部规则', 'list all rules'))
    .option('--json', t('以 JSON 输出', 'as JSON'))
    .option('--preset <name>', t('某个规则方案里的级别和理由', 'severities and reasons of a preset'))
    .action(async (flags: {json?: boolean; preset?: string}) => {
      const {listRules} = await import('./list-rules.js')
      done(listRules({...flags, locale}, console))
    })
  common.addLocale(command)
}

function describeExplain({program, t, common, console, done, locale}: ProgramParts): void {
  const command = program
    .command('explain')
    .description(t('说明一条规则，附正误示例', 'explain a rule, with a wrong and a right sheet'))
    .argument('<rule>', t('规则名', 'id of the rule'))
    .action(async (id: string) => {
      const {explain} = await import('./explain.js')
      done(await explain(id, {locale}, console))
    })
  common.addLocale(command)
}

function describeDemo({program, t, common, console, done, locale}: ProgramParts): void {
  const command = program
    .command('demo')
    .description(
      t(
        '写出培训用的示例、练习和幻灯页，或批改练习',
        'write example workbooks, an exercise and slides for courses, or grade the exercise'
      )
    )
    .argument('[folder]', t('存放的文件夹', 'folder to write to'))
    .option('--grade <file>', t('批改这份练习', 'grade this exercise'))
    .option('--force', t('覆盖已有的文件', 'overwrite existing files'))
    .action(async (folder: string | undefined, flags: {grade?: string; force?: boolean}) => {
      const {demo} = await import('./demo.js')
      done(await demo(folder, {...flags, locale}, console))
    })
  common.addLocale(command)
}

function describeInit({program, t, common, console, done, locale}: ProgramParts): void {
  const command = program
    .command('init')
    .description(t('写出带说明的配置文件', 'write a commented configuration file'))
    .action(async () => {
      const {init} = await import('./init.js')
      done(await init({locale}, console))
    })
  common.addLocale(command)
}

function describePrintConfig({program, t, common, console, done, locale}: ProgramParts): void {
  const command = program
    .command('print-config')
    .description(t('显示某个文件实际生效的设置', 'show the settings that hold for a file'))
    .argument('[file]', t('文件', 'file'))
    .action(async (file: string | undefined, flags: {config?: string | false; preset?: string}) => {
      const {printConfig} = await import('./print-config.js')
      done(await printConfig(file, {...flags, locale}, console))
    })
  common.addConfiguration(command)
  common.addPreset(command)
  common.addLocale(command)
}
