import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Switch,
  tokens,
  typographyStyles
} from '@fluentui/react-components'
import {lazy, Suspense, useState, type ReactElement} from 'react'
import type {PresetName, Rule} from '../../../shared/lint/define-rule.js'
import type {DocumentSettings} from '../../../shared/lint/document-decisions.js'
import type {Locale} from '../../../shared/lint/finding.js'
import {resolveRules} from '../../../shared/lint/resolve-rules.js'
import {groupNames} from '../../../shared/locale/texts.js'
import {rules} from '../../../shared/rules/index.js'
import {presetDefinitions} from '../../../shared/rules/presets.js'
import {lookUpDivision} from '../../../shared/vocabulary/divisions.js'
import {usePane, usePaneState, useSpeech} from '../components/pane-context.js'
import {ProblemDetails} from '../components/problem-details.js'
import {SeverityIcon} from '../components/severity-icon.js'
import {setOptions, switchRule, type RuleChoices, type UsualLevel} from '../options/rule-choices.js'
import {remember} from '../preferences.js'
import {groupBy} from '../group-by.js'
import {recallTextSize, setTextSize, type TextSize} from '../text-size.js'
import {Page} from './page.js'

const RuleOptions = lazy(() => import('../options/rule-options.js'))

const useStyles = makeStyles({
  // Fields are as wide as the pane and as high as their letters.
  field: {gridTemplateColumns: 'minmax(0, 1fr)'},
  input: {width: '100%', minWidth: 0, '& > input': {minWidth: 0, width: '100%'}},
  select: {minWidth: 0, '& > select': {height: 'auto', minHeight: '32px', minWidth: 0}},
  caption: {margin: 0, ...typographyStyles.caption1, color: tokens.colorNeutralForeground3},
  heading: {margin: 0, ...typographyStyles.body1Strong, flexGrow: 1},
  head: {display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap'},
  rule: {display: 'flex', alignItems: 'flex-start', gap: '8px', padding: '2px 0'},
  name: {flexGrow: 1, minWidth: 0, paddingTop: '6px', overflowWrap: 'anywhere'},
  icon: {paddingTop: '8px'},
  options: {marginTop: '5px', minWidth: 0},
  configuration: {display: 'flex', flexDirection: 'column', gap: '4px', alignItems: 'flex-start'},
  panel: {margin: '0 4px 8px'},
  count: {...typographyStyles.caption1, color: tokens.colorNeutralForeground3, marginLeft: '8px'}
})

const defaults = new Map(rules.map((rule) => [rule.id, rule.severity]))

/** Language, year, division, preset, and each rule on or off. */
export default function SettingsPage(): ReactElement {
  const styles = useStyles()
  const {pane, open} = usePane()
  const {t, locale} = useSpeech()
  const kept = usePaneState((state) => state.settings)
  const settings = knownPreset(kept)
  const change = (patch: Partial<DocumentSettings>, resting?: RuleChoices['resting']): void => {
    const next = {...settings, ...patch}
    void pane.changeSettings(
      Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)),
      resting
    )
  }
  return (
    <Page title={t('settings')} onBack={() => open({name: 'findings'})}>
      <Field className={styles.field} label={t('language')}>
        <RadioGroup
          layout="horizontal"
          value={locale}
          onChange={(_, {value}) => {
            remember('locale', value)
            void pane.setLocale(value as Locale)
          }}
        >
          <Radio value="zh-CN" label="中文" />
          <Radio value="en" label="English" />
        </RadioGroup>
      </Field>
      <TextSizeField />
      <YearField value={settings.year} onChange={(year) => change({year})} />
      <DivisionField value={settings.division} onChange={(division) => change({division})} />
      <PresetField value={settings.preset} onChange={(preset) => change({preset})} />
      <RuleSwitches
        settings={settings}
        onChange={({rules: table, resting}) =>
          change({rules: Object.keys(table).length > 0 ? table : undefined}, resting)
        }
      />
      <p className={styles.caption}>{t('settingsKept')}</p>
      <section className={styles.configuration}>
        <h2 className={styles.heading}>{t('forCommandLine')}</h2>
        <span className={styles.caption}>{t('forCommandLineHint')}</span>
        <ProblemDetails
          details={JSON.stringify(settings, undefined, 2)}
          label={t('forCommandLine')}
          action="copy"
        />
      </section>
    </Page>
  )
}

/** A document may come from a later version with other presets. */
function knownPreset({preset, ...others}: DocumentSettings): DocumentSettings {
  return preset !== undefined && Object.hasOwn(presetDefinitions, preset) ? {preset, ...others} : others
}

function TextSizeField(): ReactElement {
  const styles = useStyles()
  const {t} = useSpeech()
  const [size, setSize] = useState(recallTextSize)
  return (
    <Field className={styles.field} label={t('textSize')} hint={t('textSizeHint')}>
      <RadioGroup
        layout="horizontal"
        value={size}
        onChange={(_, {value}) => {
          setSize(value as TextSize)
          setTextSize(value as TextSize)
        }}
      >
        <Radio value="usual" label={t('textSizeUsual')} />
        <Radio value="large" label={t('textSizeLarge')} />
        <Radio value="largest" label={t('textSizeLargest')} />
      </RadioGroup>
    </Field>
  )
}

function YearField({
  value,
  onChange
}: {
  value: number | undefined
  onChange: (year: number | undefined) => void
}): ReactElement {
  const styles = useStyles()
  const {t} = useSpeech()
  const known = usePaneState(({outcome}) => outcome?.forms.find(({year}) => year !== undefined)?.year)
  const [written, setWritten] = useState(value === undefined ? '' : String(value))
  const wrong = written !== '' && !/^20\d\d$/.test(written)
  return (
    <Field
      className={styles.field}
      label={t('year')}
      {...(wrong
        ? {validationMessage: t('yearWrong')}
        : {
            hint:
              value === undefined && known !== undefined ? t('sourceOfYear', {value: known}) : t('yearHint')
          })}
    >
      <Input
        className={styles.input}
        value={written}
        inputMode="numeric"
        maxLength={4}
        onChange={(_, {value: text}) => {
          setWritten(text.trim())
          if (text.trim() === '') onChange(undefined)
          else if (/^20\d\d$/.test(text.trim())) onChange(Number(text))
        }}
      />
    </Field>
  )
}

function DivisionField({
  value,
  onChange
}: {
  value: string | undefined
  onChange: (division: string | undefined) => void
}): ReactElement {
  const styles = useStyles()
  const {t} = useSpeech()
  const known = usePaneState(
    ({outcome}) => outcome?.forms.find(({division}) => division !== undefined)?.division
  )
  const [written, setWritten] = useState(value ?? '')
  const complete = /^\d{6}$/.test(written)
  const place = complete ? lookUpDivision(written)?.fullName : undefined
  const problem =
    written === '' || (complete && place !== undefined)
      ? undefined
      : t(complete ? 'divisionUnknown' : 'divisionWrong')
  return (
    <Field
      className={styles.field}
      label={t('division')}
      {...(problem
        ? {validationMessage: problem, validationState: complete ? 'warning' : 'error'}
        : {hint: place ?? (known !== undefined ? t('sourceOfYear', {value: known}) : t('divisionHint'))})}
    >
      <Input
        className={styles.input}
        value={written}
        inputMode="numeric"
        maxLength={6}
        onChange={(_, {value: text}) => {
          setWritten(text.trim())
          if (text.trim() === '') onChange(undefined)
          else if (/^\d{6}$/.test(text.trim())) onChange(text.trim())
        }}
      />
    </Field>
  )
}

function PresetField({
  value = 'recommended',
  onChange
}: {
  value: PresetName | undefined
  onChange: (preset: PresetName | undefined) => void
}): ReactElement {
  const styles = useStyles()
  const {t, pick} = useSpeech()
  return (
    <Field className={styles.field} label={t('preset')} hint={pick(presetDefinitions[value].about)}>
      <Select
        className={styles.select}
        value={value}
        onChange={(_, {value: chosen}) =>
          onChange(chosen === 'recommended' ? undefined : (chosen as PresetName))
        }
      >
        {(Object.keys(presetDefinitions) as PresetName[]).map((name) => (
          <option key={name} value={name}>
            {pick(presetDefinitions[name].title)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function RuleSwitches({
  settings,
  onChange
}: {
  settings: DocumentSettings
  onChange: (choices: RuleChoices) => void
}): ReactElement {
  const styles = useStyles()
  const {t, pick} = useSpeech()
  const [opened, setOpened] = useState<string>()
  const table = settings.rules ?? {}
  const enabled = resolveRules(settings, {defaults})
  const byPreset = resolveRules({...settings, rules: {}}, {defaults})
  const groups = groupBy(rules, ({group}) => group)
  const resting = usePaneState((state) => state.resting)
  const usual = ({id, severity}: Rule): UsualLevel => ({own: severity, preset: byPreset.get(id)?.severity})
  const choices = {rules: table, resting}
  return (
    <section>
      <div className={styles.head}>
        <h2 className={styles.heading}>{t('rules')}</h2>
        <span className={styles.caption}>{t('rulesOn', {on: enabled.size, total: rules.length})}</span>
        {Object.keys(table).length > 0 && (
          <Button size="small" onClick={() => onChange({rules: {}, resting: {}})}>
            {t('resetRules')}
          </Button>
        )}
      </div>
      <Accordion multiple collapsible>
        {[...groups].map(([group, members]) => (
          <AccordionItem key={group} value={group}>
            <AccordionHeader>
              {pick(groupNames[group])}
              <span className={styles.count}>
                {`${members.filter(({id}) => enabled.has(id)).length} / ${members.length}`}
              </span>
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              {members.map((rule) => (
                <div key={rule.id}>
                  <div className={styles.rule}>
                    <span className={styles.icon}>
                      <SeverityIcon severity={enabled.get(rule.id)?.severity ?? rule.severity} />
                    </span>
                    <label htmlFor={`rule-${rule.id}`} className={styles.name}>
                      {pick(rule.title)}
                    </label>
                    {rule.options && enabled.has(rule.id) && (
                      <Button
                        size="small"
                        appearance="subtle"
                        className={styles.options}
                        aria-label={t('optionsOf', {title: pick(rule.title)})}
                        aria-expanded={opened === rule.id}
                        onClick={() => setOpened(opened === rule.id ? undefined : rule.id)}
                      >
                        {t('options')}
                      </Button>
                    )}
                    <Switch
                      id={`rule-${rule.id}`}
                      checked={enabled.has(rule.id)}
                      onChange={(_, {checked}) =>
                        onChange(switchRule(choices, rule.id, checked, usual(rule)))
                      }
                    />
                  </div>
                  {opened === rule.id && enabled.has(rule.id) && (
                    <Suspense>
                      <RuleOptions
                        rule={rule}
                        values={(enabled.get(rule.id)?.options ?? {}) as Record<string, unknown>}
                        onChange={(values) => onChange(setOptions(choices, rule.id, values, usual(rule)))}
                      />
                    </Suspense>
                  )}
                </div>
              ))}
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </section>
  )
}
