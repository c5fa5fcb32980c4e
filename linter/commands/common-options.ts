import {InvalidArgumentError, Option, type Command} from 'commander'
import {formatNames} from '../format/names.js'

/** One of two texts, in the user's language. */
export type Translate = (zh: string, en: string) => string

/** Values of options, and options that several commands have, described in one language. */
export class CommonOptions {
  constructor(private readonly t: Translate) {}

  /** Collects a repeatable option. */
  readonly collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]

  readonly year = (value: string): number => {
    if (!/^20\d\d$/.test(value))
      throw new InvalidArgumentError(
        this.t('年度应为四位数字，例如 2024。', 'The year is a number of four digits, e.g. 2024.')
      )
    return Number(value)
  }

  readonly count = (value: string): number => {
    if (!/^\d+$/.test(value)) throw new InvalidArgumentError(this.t('应为非负整数。', 'Give a whole number.'))
    return Number(value)
  }

  readonly jobs = (value: string): number => {
    if (!/^[1-9]\d?$/.test(value))
      throw new InvalidArgumentError(this.t('应为 1 到 99 的整数。', 'Give a whole number from 1 to 99.'))
    return Number(value)
  }

  /** The language of messages. */
  addLocale(command: Command): Command {
    return command.addOption(
      new Option('--locale <locale>', this.t('消息语言', 'language of messages')).choices(['zh-CN', 'en'])
    )
  }

  /** Where the configuration comes from. */
  addConfiguration(command: Command): Command {
    return command
      .option('-c, --config <file>', this.t('配置文件', 'configuration file'))
      .option('--no-config', this.t('不用配置文件', 'use no configuration file'))
  }

  /** What the user knows of the workbooks. */
  addFacts(command: Command): Command {
    return command
      .option(
        '--year <year>',
        this.t('表里没写年度时，按这个年度检查', 'fiscal year when the sheets do not say'),
        this.year
      )
      .option('--division <code>', this.t('填报单位的行政区划代码', 'division code of the reporting unit'))
  }

  /** Which set of rules. */
  addPreset(command: Command): Command {
    return command.option(
      '--preset <name>',
      this.t(
        '使用哪一组规则，例如 strict、hebei；默认 recommended',
        'which set of rules, e.g. strict, hebei (default: recommended)'
      )
    )
  }

  /** What the commands that run rules have in common. */
  addChecking(command: Command): Command {
    this.addFacts(this.addConfiguration(command)).option(
      '--rule <rule>',
      this.t('只用这条规则，可写“规则:级别”，可重复', 'only this rule, "rule:severity", repeatable'),
      this.collect
    )
    return this.addLocale(this.addPreset(command))
  }

  /** What the commands that report a run have in common. */
  addReporting(command: Command): Command {
    const {t} = this
    return command
      .option(
        '-f, --format <format>',
        t(
          `结果格式：${formatNames.join('、')}；可写“格式:文件”，可重复`,
          `format of the report: ${formatNames.join(', ')}; "format:file", repeatable`
        ),
        this.collect
      )
      .option('-o, --output <file>', t('结果写入文件', 'write the report to a file'))
      .option('-q, --quiet', t('只显示错误', 'show errors only'))
      .option(
        '--max-warnings <count>',
        t('警告超过这个数也算不通过', 'fail when there are more warnings'),
        this.count
      )
      .addOption(
        new Option(
          '--fail-on <severity>',
          t('达到哪一级算不通过（默认 error）', 'the level that fails (default: error)')
        ).choices(['error', 'warning', 'info'])
      )
  }

  /** Colours of what is written to the screen. */
  addColors(command: Command): Command {
    return command
      .option('--color', this.t('总是用颜色', 'always use colours'))
      .option('--no-color', this.t('不用颜色', 'use no colours'))
  }
}
