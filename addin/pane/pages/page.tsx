import {Button, makeStyles, tokens, typographyStyles} from '@fluentui/react-components'
import {ArrowLeft20Regular} from '@fluentui/react-icons/svg/arrow-left'
import {useEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode} from 'react'
import {NoticeBar} from '../components/notice-bar.js'
import {useSpeech} from '../components/pane-context.js'

const useStyles = makeStyles({
  page: {display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0},
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    // The host lays its menu over the last pixels of the first line.
    padding: '8px 24px 8px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`
  },
  title: {margin: 0, ...typographyStyles.subtitle2, outlineStyle: 'none', overflowWrap: 'anywhere'},
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'scroll',
    scrollbarWidth: 'thin',
    padding: '12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '16px'
  }
})

/** A page over the findings: title, way back (also Escape), content. */
export function Page({
  title,
  onBack,
  children
}: {
  title: string
  onBack: () => void
  children: ReactNode
}): ReactElement {
  const styles = useStyles()
  const {t} = useSpeech()
  const heading = useRef<HTMLHeadingElement>(null)
  // Readers of the screen hear where they are.
  useEffect(() => heading.current?.focus(), [title])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) onBack()
  }
  return (
    <div className={styles.page} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={t('back')} onClick={onBack} />
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
      </header>
      <main className={styles.body}>
        <NoticeBar />
        {children}
      </main>
    </div>
  )
}
