import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {formatNames} from '../format/names.js'
import {measureWidth, wrapText} from '../format/terminal-text.js'
import {isUsageError} from '../run/usage-error.js'
import {toolName, toolVersion} from '../version.js'
import type {AnnotateFlags} from './annotate.js'
import type {CheckFlags} from './check.js'
import type {Console} from './console.js'
import type {FixFlags} from './fix.js'
import type {InspectFlags} from './inspect.js'
import type {MergeFlags} from './merge.js'
import {translateHelp} from './translate-help.js'

/** Runs the command line on its arguments (without node and script) and gives the exit status. */
export async function runProgram(args: string[], console: Console): Promise<number> {
  const locale = findLocale(args)
  let status = 0
  const program = describeProgram(locale, console, (result) => {
    status = result
  })
  try {
    await program.parseAsync(args, {from: 'user'})
    return status
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version are no failures.
      return error.exitCode === 0 ? 0 : 2
    }
    if (isUsageError(error)) {
      console.writeError(`✗ ${say(error.text, locale)}\n`)
      return 2
    }
    throw error
  }
}

/** The language must be known before the arguments are parsed: the help is in it. */
function findLocale(args: string[]): Locale {
  const at = args.indexOf('--locale')
  const value =
    at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--locale='))?.slice('--locale='.length)
  return value === 'en' ? 'en' : 'zh-CN'
}

/** Stands below the list of commands. */
const helpEnding = {
  zh: `例如：
  jixiao-lint 申报材料/                      检查整个文件夹，选项见 check --help
  jixiao-lint annotate 申报材料/ -o 审核/    写出带批注的副本，退给填报单位
  jixiao-lint explain wrong-year             一条规则：什么错、为什么、怎么改

退出状态：0 通过；1 有问题；2 有文件读不了，或者用法、配置有误。
所有检查都在本机完成，不联网，不上传。`,
  en: `For example:
  jixiao-lint forms/                         check a folder; for options see check --help
  jixiao-lint annotate forms/ -o review/     copies with notes, to send back
  jixiao-lint explain wrong-year             a rule: what, why, what to do

Exit status: 0 passed, 1 findings, 2 an unreadable file, wrong usage or configuration.
Everything happens on this machine; nothing is sent anywhere.`
}

function describeProgram(locale: Locale, console: Console, done: (status: number) => void): Command {
  const t = (zh: string, en: string): string => say({zh, en}, locale)
  const program = new Command(toolName)
    .description(
      t('检查预算绩效目标表、部门整体绩效目标和绩效自评表', 'Checks budget performance-target workbooks')
    )
    .version(toolVersion, '-v, --version', t('显示版本', 'show the version'))
    .helpOption('-h, --help', t('显示帮助', 'show this help'))
    .helpCommand(false)
    .showHelpAfterError(t('（用 --help 查看用法）', '(see --help)'))
    .exitOverride()
    .configureHelp({
      displayWidth: measureWidth,
      subcommandTerm: (command) => command.name(),
      boxWrap: (text, width) => wrapText(text, width).join('\n'),
      optionDescription: ({description, argChoices}) =>
        argChoices
          ? t(`${description}：${argChoices.join('、')}`, `${description}: ${argChoices.join(', ')}`)
          : description
    })
    .configureOutput({
      getOutHelpWidth: () => console.width,
      getErrHelpWidth: () => console.width,
      writeOut: (text) => console.write(translateHelp(text, locale)),
      writeErr: (text) => console.writeError(translateHelp(text, locale))
    })
    .addHelpText('after', `\n${say(helpEnding, locale)}`)
  const localeOption = (): Option =>
    new Option('--locale <locale>', t('消息语言', 'language of messages')).choices(['zh-CN', 'en'])
  const year = (value: string): number => {
    const number = Number(value)
    if (!/^20\d\d$/.test(value))
      throw new InvalidArgumentError(
        t('年度应为四位数字，例如 2024。', 'The year is a number of four digits, e.g. 2024.')
      )
    return number
  }
  const count = (value: string): number => {
    if (!/^\d+$/.test(value)) throw new InvalidArgumentError(t('应为非负整数。', 'Give a whole number.'))
    return Number(value)
  }
  const jobs = (value: string): number => {
    if (!/^[1-9]\d?$/.test(value))
      throw new InvalidArgumentError(t('应为 1 到 99 的整数。', 'Give a whole number from 1 to 99.'))
    return Number(value)
  }
  const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]

  /** What the commands that run rules have in common. */
  const addCheckingOptions = (command: Command): Command =>
    command
      .option('-c, --config <file>', t('配置文件', 'configuration file'))
      .option('--no-config', t('不用配置文件', 'use no configuration file'))
      .option(
        '--year <year>',
        t('表里没写年度时，按这个年度检查', 'fiscal year when the sheets do not say'),
        year
      )
      .option('--division <code>', t('填报单位的行政区划代码', 'division code of the reporting unit'))
      .option(
        '--rule <rule>',
        t('只用这条规则，可写“规则:级别”，可重复', 'only this rule, "rule:severity", repeatable'),
        collect
      )
      .option(
        '--preset <name>',
        t(
          '使用哪一组规则，例如 strict、hebei；默认 recommended',
          'which set of rules, e.g. strict, hebei (default: recommended)'
        )
      )
      .addOption(localeOption())

  /** What the commands that report a run have in common. */
  const addReportingOptions = (command: Command): Command =>
    command
      .option(
        '-f, --format <format>',
        t(
          `结果格式：${formatNames.join('、')}；可写“格式:文件”，可重复`,
          `format of the report: ${formatNames.join(', ')}; "format:file", repeatable`
        ),
        collect
      )
      .option('-o, --output <file>', t('结果写入文件', 'write the report to a file'))
      .option('-q, --quiet', t('只显示错误', 'show errors only'))
      .option(
        '--max-warnings <count>',
        t('警告超过这个数也算不通过', 'fail when there are more warnings'),
        count
      )
      .addOption(
        new Option(
          '--fail-on <severity>',
          t('达到哪一级算不通过（默认 error）', 'the level that fails (default: error)')
        ).choices(['error', 'warning', 'info'])
      )

  const addColorOptions = (command: Command): Command =>
    command
      .option('--color', t('总是用颜色', 'always use colours'))
      .option('--no-color', t('不用颜色', 'use no colours'))

  addReportingOptions(
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
      jobs
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

  program
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
      collect
    )
    .action(async (paths: string[], flags: FixFlags) => {
      const {fix} = await import('./fix.js')
      done(await fix(paths, flags, console))
    })

  program
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

  addReportingOptions(
    program
      .command('merge')
      .description(t('合并多台机器的 JSON 报告', 'put JSON reports of several machines together'))
      .argument('<reports...>', t('JSON 报告', 'JSON reports'))
  )
    .addOption(localeOption())
    .action(async (reports: string[], flags: MergeFlags) => {
      const {merge} = await import('./merge.js')
      done(await merge(reports, flags, console))
    })

  program
    .command('inspect')
    .description(
      t(
        '显示认出了什么：表、字段、资金、计划、指标',
        'show what is recognised: forms, fields, funds, plans, indicators'
      )
    )
    .argument('<files...>', t('文件', 'files'))
    .option('--json', t('以 JSON 输出', 'as JSON'))
    .option('-c, --config <file>', t('配置文件', 'configuration file'))
    .option('--no-config', t('不用配置文件', 'use no configuration file'))
    .option(
      '--year <year>',
      t('表里没写年度时，按这个年度检查', 'fiscal year when the sheets do not say'),
      year
    )
    .option('--division <code>', t('填报单位的行政区划代码', 'division code of the reporting unit'))
    .addOption(localeOption())
    .action(async (files: string[], flags: InspectFlags) => {
      const {inspect} = await import('./inspect.js')
      done(await inspect(files, flags, console))
    })

  program
    .command('rules')
    .description(t('列出全部规则', 'list all rules'))
    .option('--json', t('以 JSON 输出', 'as JSON'))
    .option('--preset <name>', t('某个预设里的级别和理由', 'severities and reasons of a preset'))
    .addOption(localeOption())
    .action(async (flags: {json?: boolean; preset?: string}) => {
      const {listRules} = await import('./list-rules.js')
      done(listRules({...flags, locale}, console))
    })

  program
    .command('explain')
    .description(t('说明一条规则，附正误示例', 'explain a rule, with a wrong and a right sheet'))
    .argument('<rule>', t('规则名', 'id of the rule'))
    .addOption(localeOption())
    .action(async (id: string) => {
      const {explain} = await import('./explain.js')
      done(await explain(id, {locale}, console))
    })

  program
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
    .addOption(localeOption())
    .action(async (folder: string | undefined, flags: {grade?: string; force?: boolean}) => {
      const {demo} = await import('./demo.js')
      done(await demo(folder, {...flags, locale}, console))
    })

  program
    .command('init')
    .description(t('写出带说明的配置文件', 'write a commented configuration file'))
    .addOption(localeOption())
    .action(async () => {
      const {init} = await import('./init.js')
      done(await init({locale}, console))
    })

  program
    .command('print-config')
    .description(t('显示某个文件实际生效的设置', 'show the settings that hold for a file'))
    .argument('[file]', t('文件', 'file'))
    .option('-c, --config <file>', t('配置文件', 'configuration file'))
    .option('--no-config', t('不用配置文件', 'use no configuration file'))
    .option(
      '--preset <name>',
      t(
        '使用哪一组规则，例如 strict、hebei；默认 recommended',
        'which set of rules, e.g. strict, hebei (default: recommended)'
      )
    )
    .addOption(localeOption())
    .action(async (file: string | undefined, flags: {config?: string | false; preset?: string}) => {
      const {printConfig} = await import('./print-config.js')
      done(await printConfig(file, {...flags, locale}, console))
    })

  for (const command of program.commands) {
    const name = command.name()
    if (['check', 'fix', 'annotate'].includes(name)) addCheckingOptions(command)
    if (['check', 'merge', 'fix'].includes(name)) addColorOptions(command)
    command
      .helpOption('-h, --help', t('显示帮助', 'show this help'))
      .exitOverride()
      .configureOutput(program.configureOutput())
  }
  return program
}
