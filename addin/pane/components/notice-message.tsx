import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens
} from '@fluentui/react-components'
import {Dismiss16Regular} from '@fluentui/react-icons/svg/dismiss'
import type {ReactElement} from 'react'
import type {Notice} from '../state/pane-state.js'
import {usePane, useSpeech} from './pane-context.js'

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    borderRadius: 0,
    borderLeft: 'none',
    borderRight: 'none',
    maxHeight: '40vh',
    overflowY: 'auto'
  },
  list: {
    margin: '2px 0 0',
    paddingLeft: '16px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200
  },
  item: {overflowWrap: 'anywhere'}
})

/** What the pane says of the last action, with the ways on. */
export default function NoticeMessage({notice}: {notice: Notice}): ReactElement {
  const styles = useStyles()
  const {pane} = usePane()
  const {t, pick} = useSpeech()
  const {intent, text, details, undoable, suppressionsBefore} = notice
  return (
    <MessageBar
      intent={intent}
      layout={details ? 'multiline' : 'auto'}
      className={styles.bar}
      politeness={intent === 'error' ? 'assertive' : 'polite'}
    >
      <MessageBarBody>
        {pick(text)}
        {details && (
          <ul className={styles.list}>
            {details.slice(0, 20).map((detail, index) => (
              <li key={index} className={styles.item}>
                {pick(detail)}
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            aria-label={t('close')}
            icon={<Dismiss16Regular />}
            onClick={() => pane.dismissNotice()}
          />
        }
      >
        {(undoable || suppressionsBefore) && (
          <Button size="small" onClick={() => void pane.takeBack(notice)}>
            {t('undo')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  )
}
