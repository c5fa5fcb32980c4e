import {
  createCustomFocusIndicatorStyle,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles
} from '@fluentui/react-components'
import type {KeyboardEvent, ReactElement} from 'react'
import type {PaneState} from '../state/pane-state.js'
import {usePane, usePaneState, useSpeech} from './pane-context.js'

const useStyles = makeStyles({
  group: {
    display: 'inline-flex',
    padding: '2px',
    gap: '2px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3
  },
  option: {
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    padding: '3px 8px',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ...typographyStyles.body1,
    ':hover': {color: tokens.colorNeutralForeground1},
    ...createCustomFocusIndicatorStyle({outline: `2px solid ${tokens.colorStrokeFocus2}`})
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: tokens.shadow2,
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none'
    }
  }
})

const scopes: PaneState['scope'][] = ['sheet', 'workbook']

/** 本表 or 全部: which findings are looked at. */
export function ScopeSwitch(): ReactElement {
  const styles = useStyles()
  const {pane} = usePane()
  const {t} = useSpeech()
  const chosen = usePaneState(({scope}) => scope)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!/^Arrow/.test(event.key)) return
    event.preventDefault()
    pane.setScope(chosen === 'sheet' ? 'workbook' : 'sheet')
    const group = event.currentTarget
    requestAnimationFrame(() => group.querySelector<HTMLElement>('[aria-checked=true]')?.focus())
  }
  return (
    <div role="radiogroup" aria-label={t('scope')} className={styles.group} onKeyDown={onKeyDown}>
      {scopes.map((scope) => (
        <button
          key={scope}
          type="button"
          role="radio"
          aria-checked={scope === chosen}
          tabIndex={scope === chosen ? 0 : -1}
          className={mergeClasses(styles.option, scope === chosen && styles.chosen)}
          onClick={() => pane.setScope(scope)}
        >
          {t(scope === 'sheet' ? 'scopeSheet' : 'scopeWorkbook')}
        </button>
      ))}
    </div>
  )
}
