import {FluentProvider, makeStyles, tokens} from '@fluentui/react-components'
import {lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore, type ReactElement} from 'react'
import type {Pane} from '../state/pane.js'
import {remember, recall} from '../preferences.js'
import {themeFor} from '../theme.js'
import {focusList} from './findings-list.js'
import {FindingsPage} from './findings-page.js'
import {FirstRun} from './first-run.js'
import {PaneBoundary} from './pane-boundary.js'
import {PaneContext, type Page} from './pane-context.js'
import {loadRulePages} from './use-rule-page.js'

const SettingsPage = lazy(() => import('../pages/settings-page.js'))
const LearnPage = lazy(() => import('../pages/learn-page.js'))
const IgnoredPage = lazy(() => import('../pages/ignored-page.js'))
const LimitsPage = lazy(() => import('../pages/limits-page.js'))

const useStyles = makeStyles({
  root: {
    height: '100vh',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1
  }
})

/** The whole pane in the host's theme. */
export function App({pane}: {pane: Pane}): ReactElement {
  const styles = useStyles()
  const [page, setPage] = useState<Page>({name: 'findings'})
  const [started, setStarted] = useState(() => recall('started') !== undefined)
  const prefersDark = useMedia('(prefers-color-scheme: dark)')
  const theme = useMemo(() => themeFor(pane.host.info.theme, prefersDark), [pane, prefersDark])
  const locale = useSyncExternalStore(pane.store.subscribe, () => pane.store.get().locale)
  const context = useMemo(
    () => ({
      pane,
      page,
      open: (next: Page) => {
        pane.dismissNotice()
        setPage(next)
        if (next.name === 'findings') focusList()
      }
    }),
    [pane, page]
  )
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  useEffect(() => {
    if (started && !pane.store.get().outcome) void pane.check().then(preload)
  }, [started, pane])
  return (
    <FluentProvider theme={theme}>
      {/* Not on the provider itself: menus and dialogs take its class along. */}
      <div className={styles.root}>
        <PaneContext.Provider value={context}>
          <PaneBoundary>
            {started ? (
              <>
                {/* The list keeps its place while another page is open. */}
                <div
                  hidden={page.name !== 'findings'}
                  className={page.name === 'findings' ? styles.root : undefined}
                >
                  <FindingsPage />
                </div>
                <Suspense>
                  {page.name === 'settings' && <SettingsPage />}
                  {page.name === 'learn' && <LearnPage />}
                  {page.name === 'ignored' && <IgnoredPage />}
                  {page.name === 'limits' && <LimitsPage />}
                </Suspense>
              </>
            ) : (
              <FirstRun
                onStart={() => {
                  remember('started', 'yes')
                  setStarted(true)
                }}
              />
            )}
          </PaneBoundary>
        </PaneContext.Provider>
      </div>
    </FluentProvider>
  )
}

/** Loads what the next press will need, once there is something to look at. */
async function preload(): Promise<void> {
  // Whoever needs a part that could not be loaded loads it again.
  await Promise.all([loadRulePages(), import('./finding-details.js'), import('./notice-message.js')]).catch(
    () => undefined
  )
}

function useMedia(query: string): boolean {
  const media = useMemo(() => window.matchMedia(query), [query])
  return useSyncExternalStore(
    (listener) => {
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => media.matches
  )
}
