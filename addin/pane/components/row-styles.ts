import {createCustomFocusIndicatorStyle, makeStyles, tokens} from '@fluentui/react-components'

/** What all rows of the list share: a whole-width button with a focus ring inside it. */
export const rowStyles = makeStyles({
  button: {
    display: 'flex',
    width: '100%',
    boxSizing: 'border-box',
    margin: 0,
    padding: '8px 12px',
    border: 'none',
    outlineStyle: 'none',
    textAlign: 'left',
    cursor: 'pointer',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    ...createCustomFocusIndicatorStyle({
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px'
    })
  }
})
