import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens
} from '@fluentui/react-components'
import {Dismiss16Regular} from '@fluentui/react-icons/svg/dismiss'
import {useEffect, type ReactElement} from 'react'
import {usePane, usePaneState, useSpeech} from './pane-context.js'

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

/** What the pane says of the last action. Good news goes away by itself, the rest waits to be read. */
export function NoticeBar(): ReactElement | undefined {
  const styles = useStyles()
  const {pane} = usePane()
  const {t, pick} = useSpeech()
  const notice = usePaneState((state) => state.notice)
  useEffect(() => {
    if (!notice || (notice.intent !== 'success' && notice.intent !== 'info') || notice.details)
      return undefined
    const timer = setTimeout(() => {
      if (pane.store.get().notice === notice) pane.dismissNotice()
    }, 12_000)
    return () => clearTimeout(timer)
  }, [notice, pane])
  if (!notice) return undefined
  const {intent, text, details, undoable} = notice
  return (
    <MessageBar
      intent={intent}
      layout="multiline"
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
        {undoable && (
          <Button size="small" onClick={() => void pane.undo()}>
            {t('undo')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  )
}
