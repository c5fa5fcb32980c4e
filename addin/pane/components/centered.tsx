import {makeStyles, mergeClasses, tokens, typographyStyles} from '@fluentui/react-components'
import type {ReactElement, ReactNode} from 'react'

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    flexBasis: 0,
    overflowY: 'auto',
    padding: '16px 20px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    textAlign: 'center',
    gap: '8px'
  },
  picture: {display: 'inline-flex', color: tokens.colorBrandForeground1, marginBottom: '4px'},
  failed: {color: tokens.colorStatusDangerForeground1},
  title: {margin: 0, ...typographyStyles.subtitle2, overflowWrap: 'anywhere'},
  text: {margin: 0, ...typographyStyles.body1, color: tokens.colorNeutralForeground2, maxWidth: '36em'},
  actions: {display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px', marginTop: '8px'}
})

/** A state that fills the pane: picture, title, a sentence, what to do, and more to read. */
export function Centered({
  picture,
  title,
  main,
  failed,
  text,
  children,
  actions,
  below
}: {
  picture?: ReactNode
  title: string
  text?: string
  /** It is the whole page. */
  main?: boolean
  /** Something went wrong. */
  failed?: boolean
  children?: ReactNode
  actions?: ReactNode
  below?: ReactNode
}): ReactElement {
  const styles = useStyles()
  const Root = main ? 'main' : 'div'
  const Heading = main ? 'h1' : 'h2'
  return (
    <Root className={styles.root}>
      {picture && (
        <span className={mergeClasses(styles.picture, failed && styles.failed)} aria-hidden>
          {picture}
        </span>
      )}
      <Heading className={styles.title}>{title}</Heading>
      {text && <p className={styles.text}>{text}</p>}
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
      {below}
    </Root>
  )
}
