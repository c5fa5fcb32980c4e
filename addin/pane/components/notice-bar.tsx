import {lazy, Suspense, useEffect, type ReactElement} from 'react'
import {usePane, usePaneState} from './pane-context.js'

const NoticeMessage = lazy(() => import('./notice-message.js'))

/** What the pane says of the last action. Good news goes away by itself, the rest waits to be read. */
export function NoticeBar(): ReactElement | undefined {
  const {pane} = usePane()
  const notice = usePaneState((state) => state.notice)
  useEffect(() => {
    if (!notice || (notice.intent !== 'success' && notice.intent !== 'info') || notice.details)
      return undefined
    const timer = setTimeout(() => {
      if (pane.store.get().notice === notice) pane.dismissNotice()
    }, 12_000)
    return () => clearTimeout(timer)
  }, [notice, pane])
  return notice ? (
    <Suspense>
      <NoticeMessage notice={notice} />
    </Suspense>
  ) : undefined
}
