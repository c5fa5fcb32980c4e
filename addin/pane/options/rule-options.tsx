import {Button, Checkbox, Field, Input, makeStyles, Switch, tokens} from '@fluentui/react-components'
import {useMemo, useState, type ReactElement} from 'react'
import type {Rule} from '../../../shared/lint/define-rule.js'
import {useSpeech} from '../components/pane-context.js'
import {checkOptions, type Options} from './check-options.js'
import {optionFields, type OptionField} from './option-fields.js'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '4px 8px 8px 24px',
    borderLeft: `2px solid ${tokens.colorBrandStroke2}`
  },
  field: {gridTemplateColumns: 'minmax(0, 1fr)'},
  input: {width: '100%', minWidth: 0, '& > input': {minWidth: 0, width: '100%'}},
  choices: {display: 'flex', flexDirection: 'column'},
  reset: {alignSelf: 'flex-start'}
})

/** A form for the options of a rule. Only values that the rule accepts are handed on; the others are explained. */
export default function RuleOptions({
  rule,
  values,
  onChange
}: {
  rule: Rule
  values: Options
  /** `undefined` when all are as usual. */
  onChange: (values: Options | undefined) => void
}): ReactElement {
  const styles = useStyles()
  const {t, pick} = useSpeech()
  const usual = rule.options?.default as Options
  const fields = useMemo(() => optionFields(rule), [rule])
  const [draft, setDraft] = useState(values)
  const [resets, setResets] = useState(0)
  const problems = checkOptions(rule, draft)
  const nameOf = (word: string): string => {
    const name = rule.options?.names?.[word]
    return name ? pick(name) : word
  }
  const set = (key: string, value: unknown): void => {
    const {[key]: _, ...others} = draft
    const next = value === undefined || isSame(value, usual[key]) ? others : {...others, [key]: value}
    setDraft(next)
    if (checkOptions(rule, next).size === 0) onChange(Object.keys(next).length > 0 ? next : undefined)
  }
  return (
    <div role="group" aria-label={t('optionsOf', {title: pick(rule.title)})} className={styles.form}>
      {fields.map((field) => {
        const {key} = field
        const problem = problems.get(key)
        return (
          <Field
            key={`${key} ${resets}`}
            className={styles.field}
            label={nameOf(key)}
            {...(problem ? {validationMessage: pick(problem)} : hintOf(field))}
          >
            {control(field, draft[key] ?? usual[key])}
          </Field>
        )
      })}
      {Object.keys(draft).length > 0 && (
        <Button
          size="small"
          className={styles.reset}
          onClick={() => {
            setDraft({})
            setResets(resets + 1)
            onChange(undefined)
          }}
        >
          {t('optionsReset')}
        </Button>
      )}
    </div>
  )

  function hintOf({kind, key}: OptionField): {hint?: string} {
    const value = usual[key]
    if (kind === 'choices' || kind === 'switch') return {}
    const shown = Array.isArray(value) ? value.join('、') : String(value)
    return {hint: t(kind === 'numbers' || kind === 'words' ? 'optionListHint' : 'optionHint', {value: shown})}
  }

  function control(field: OptionField, value: unknown): ReactElement {
    const {key} = field
    if (field.kind === 'switch')
      return <Switch checked={value === true} onChange={(_, {checked}) => set(key, checked)} />
    if (field.kind === 'choices') {
      const chosen = value as string[]
      return (
        <div role="group" className={styles.choices}>
          {field.choices.map((choice) => (
            <Checkbox
              key={choice}
              label={nameOf(choice)}
              checked={chosen.includes(choice)}
              onChange={(_, {checked}) =>
                set(
                  key,
                  field.choices.filter((one) => (one === choice ? checked === true : chosen.includes(one)))
                )
              }
            />
          ))}
        </div>
      )
    }
    return (
      <Input
        className={styles.input}
        defaultValue={Array.isArray(value) ? value.join('、') : String(value)}
        {...(field.kind === 'number' && {inputMode: 'decimal' as const})}
        onChange={(_, {value: text}) => set(key, parse(field.kind, text.trim()))}
      />
    )
  }
}

/** What was typed as a value of the option; what is no number stays a text, which the rule refuses. */
function parse(kind: OptionField['kind'], text: string): unknown {
  const number = (word: string): unknown => (Number.isFinite(Number(word)) ? Number(word) : word)
  if (text === '') return undefined
  if (kind === 'number') return number(text)
  const words = text.split(/[\s、，,；;]+/).filter(Boolean)
  return kind === 'numbers' ? words.map(number) : kind === 'words' ? words : text
}

function isSame(value: unknown, other: unknown): boolean {
  const sorted = (list: unknown): unknown =>
    Array.isArray(list) && list.every((item) => typeof item === 'string') ? [...list].sort() : list
  return JSON.stringify(sorted(value)) === JSON.stringify(sorted(other))
}
