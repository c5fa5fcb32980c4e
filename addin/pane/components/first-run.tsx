import {Button, makeStyles, tokens, typographyStyles} from '@fluentui/react-components'
import {Cursor20Regular} from '@fluentui/react-icons/svg/cursor'
import {ShieldCheckmark20Regular} from '@fluentui/react-icons/svg/shield-checkmark'
import {Wand20Regular} from '@fluentui/react-icons/svg/wand'
import type {ReactElement} from 'react'
import {Centered} from './centered.js'
import {useSpeech} from './pane-context.js'

const useStyles = makeStyles({
  list: {
    margin: '8px 0',
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    textAlign: 'left'
  },
  item: {display: 'flex', gap: '10px', alignItems: 'flex-start', ...typographyStyles.body1},
  icon: {display: 'inline-flex', flexShrink: 0, color: tokens.colorBrandForeground1},
  logo: {width: '56px', height: '56px'}
})

/** The first screen of the first session: what this is, and one thing to do. */
export function FirstRun({onStart}: {onStart: () => void}): ReactElement {
  const styles = useStyles()
  const {t} = useSpeech()
  return (
    <Centered
      main
      picture={<img src="icons/icon-64.png" alt="" className={styles.logo} />}
      title={t('firstTitle')}
      text={t('firstText')}
      actions={
        <Button appearance="primary" size="large" onClick={onStart}>
          {t('firstStart')}
        </Button>
      }
    >
      <ul className={styles.list}>
        {(
          [
            [<Cursor20Regular key="go" />, 'firstPoint1'],
            [<Wand20Regular key="fix" />, 'firstPoint2'],
            [<ShieldCheckmark20Regular key="safe" />, 'firstPoint3']
          ] as const
        ).map(([icon, key]) => (
          <li key={key} className={styles.item}>
            <span className={styles.icon} aria-hidden>
              {icon}
            </span>
            {t(key)}
          </li>
        ))}
      </ul>
    </Centered>
  )
}
