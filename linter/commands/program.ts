import {Command, CommanderError} from 'commander'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {measureWidth, wrapText} from '../format/terminal-text.js'
import {isUsageError} from '../run/usage-error.js'
import {toolName, toolVersion} from '../version.js'
import {CommonOptions} from './common-options.js'
import type {Console} from './console.js'
import {describeCommands} from './describe-commands.js'
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
  describeCommands({program, common: new CommonOptions(t), t, locale, console, done})
  return program
}
