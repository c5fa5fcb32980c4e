import {Badge, Button, makeStyles, tokens, typographyStyles} from '@fluentui/react-components'
import {ArrowLeft20Regular} from '@fluentui/react-icons/svg/arrow-left'
import {ArrowRight20Regular} from '@fluentui/react-icons/svg/arrow-right'
import {TableAdd20Regular} from '@fluentui/react-icons/svg/table-add'
import {useEffect, useMemo, useState, type ReactElement, type ReactNode} from 'react'
import type {Example} from '../../../shared/lint/define-rule.js'
import type {Finding} from '../../../shared/lint/finding.js'
import {groupNames, severityNames} from '../../../shared/locale/texts.js'
import {readLiteral} from '../../../shared/workbook/sheet-literal.js'
import {usePane, useSpeech} from '../components/pane-context.js'
import type {RulePageContent} from '../rule-pages.js'
import {ExampleTable} from './example-table.js'
import {Page} from './page.js'

const useStyles = makeStyles({
  badges: {display: 'flex', flexWrap: 'wrap', gap: '6px'},
  badge: {height: 'auto', minHeight: '20px'},
  section: {display: 'flex', flexDirection: 'column', gap: '4px'},
  heading: {margin: 0, ...typographyStyles.body1Strong},
  text: {margin: 0, overflowWrap: 'anywhere'},
  list: {margin: 0, paddingLeft: '20px'},
  wrong: {color: tokens.colorStatusDangerForeground1},
  right: {color: tokens.colorStatusSuccessForeground1},
  message: {
    margin: 0,
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere'
  },
  neighbours: {display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'stretch'},
  button: {alignSelf: 'flex-start'},
  hint: {margin: 0, ...typographyStyles.caption1, color: tokens.colorNeutralForeground3}
})

/** One rule: why, basis, when it stays silent, wrong and right examples drawn as sheets, and a sheet to practise on. */
export function RulePage({
  rule,
  previous,
  next,
  onBack
}: {
  rule: RulePageContent
  /** Its neighbours in the list. */
  previous: RulePageContent | undefined
  next: RulePageContent | undefined
  onBack: () => void
}): ReactElement {
  const styles = useStyles()
  const {pane, open} = usePane()
  const {t, pick} = useSpeech()
  const exercise = rule.examples.find(({wrong}) => wrong)?.wrong
  const insert = async (): Promise<void> => {
    if (!exercise) return
    open({name: 'findings'})
    await pane.insertExercise(readLiteral(exercise).sheets)
  }
  return (
    <Page title={pick(rule.title)} onBack={onBack}>
      <div className={styles.badges}>
        <Badge className={styles.badge} appearance="tint" color="informative">
          {pick(groupNames[rule.group])}
        </Badge>
        <Badge
          className={styles.badge}
          appearance="tint"
          color={
            rule.severity === 'error' ? 'danger' : rule.severity === 'warning' ? 'warning' : 'informative'
          }
        >
          {pick(severityNames[rule.severity])}
        </Badge>
        {rule.fix === 'safe' && (
          <Badge className={styles.badge} appearance="tint" color="brand">
            {t('safeFixable')}
          </Badge>
        )}
      </div>
      <p className={styles.text}>{pick(rule.why)}</p>
      <Section heading={t('basis')}>
        <ul className={styles.list}>
          {rule.basis.map((basis) => (
            <li key={basis}>{basis}</li>
          ))}
        </ul>
      </Section>
      {rule.traps && (
        <Section heading={t('stays')}>
          <p className={styles.text}>{pick(rule.traps)}</p>
        </Section>
      )}
      {rule.examples.map((example, index) => (
        <ExampleSection key={index} rule={rule} example={example} />
      ))}
      {exercise && (
        <Section>
          <Button className={styles.button} icon={<TableAdd20Regular />} onClick={() => void insert()}>
            {t('insertExercise')}
          </Button>
          <p className={styles.hint}>{t('insertExerciseHint')}</p>
        </Section>
      )}
      <nav className={styles.neighbours}>
        {previous && (
          <Button icon={<ArrowLeft20Regular />} onClick={() => open({name: 'learn', rule: previous.id})}>
            {t('previousRule', {title: pick(previous.title)})}
          </Button>
        )}
        {next && (
          <Button
            icon={<ArrowRight20Regular />}
            iconPosition="after"
            onClick={() => open({name: 'learn', rule: next.id})}
          >
            {t('nextRule', {title: pick(next.title)})}
          </Button>
        )}
      </nav>
    </Page>
  )
}

function ExampleSection({
  rule,
  example
}: {
  rule: RulePageContent
  example: Example
}): ReactElement | undefined {
  const styles = useStyles()
  const {pane} = usePane()
  const {t, pick, locale} = useSpeech()
  const literal = example.wrong ?? example.right
  const workbook = useMemo(() => literal && readLiteral(literal), [literal])
  const [findings, setFindings] = useState<Finding[]>([])
  useEffect(() => {
    let current = true
    if (workbook)
      void pane.checkExample({rule: rule.id, options: example.options, workbook}).then(
        (found) => current && setFindings(found),
        // Without what the rule says, the sheet is still worth looking at.
        () => undefined
      )
    return () => {
      current = false
    }
  }, [pane, workbook, rule, example, locale])
  if (!workbook) return undefined
  const name = t(example.wrong ? 'wrongExample' : 'rightExample')
  return (
    <Section
      heading={
        <>
          <span
            className={example.wrong ? styles.wrong : styles.right}
          >{`${example.wrong ? '✗' : '✓'} ${name}`}</span>
          {example.title && ` ${pick(example.title)}`}
        </>
      }
    >
      {workbook.sheets.map((sheet) => (
        <ExampleTable
          key={sheet.name}
          sheet={sheet}
          named={workbook.sheets.length > 1}
          label={`${name} ${sheet.name}`}
          marked={findings.filter((finding) => finding.sheet === sheet.name).map(({range}) => range)}
        />
      ))}
      {findings.map(({sheet, range, message}) => (
        <p key={`${sheet}!${range} ${message}`} className={styles.message}>
          {t('messageAt', {range, message})}
        </p>
      ))}
    </Section>
  )
}

function Section({heading, children}: {heading?: ReactNode; children: ReactNode}): ReactElement {
  const styles = useStyles()
  return (
    <section className={styles.section}>
      {heading && <h2 className={styles.heading}>{heading}</h2>}
      {children}
    </section>
  )
}
