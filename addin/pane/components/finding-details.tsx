import {Button, Link, makeStyles, tokens, typographyStyles} from '@fluentui/react-components'
import {BookOpen16Regular} from '@fluentui/react-icons/svg/book-open'
import {EyeOff16Regular} from '@fluentui/react-icons/svg/eye-off'
import {useLayoutEffect, useRef, type ReactElement, type ReactNode} from 'react'
import type {Finding} from '../../../shared/lint/finding.js'
import {describeVersions} from '../state/describe-problem.js'
import {FixCard} from './fix-card.js'
import {usePane, useSpeech} from './pane-context.js'
import {ProblemDetails} from './problem-details.js'
import {titleOf} from './rule-titles.js'
import {useRulePage} from './use-rule-page.js'

const useStyles = makeStyles({
  root: {
    padding: '0 12px 12px 36px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '10px'
  },
  message: {margin: 0, ...typographyStyles.body1, overflowWrap: 'anywhere'},
  cell: {
    margin: 0,
    padding: '6px 8px',
    maxHeight: '120px',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ...typographyStyles.body1
  },
  empty: {color: tokens.colorNeutralForeground3},
  section: {display: 'flex', flexDirection: 'column', gap: '2px'},
  heading: {margin: 0, ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2},
  text: {
    margin: 0,
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere'
  },
  list: {margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '2px'},
  actions: {display: 'flex', flexWrap: 'wrap', gap: '4px', marginLeft: '-8px'}
})

/** Everything about a finding: what, the cell's text, what to do, fixes, why, basis, related places. */
export default function FindingDetails({
  id,
  finding,
  onOpened,
  onIgnore
}: {
  id: string
  finding: Finding
  /** It is drawn. */
  onOpened: (details: HTMLElement) => void
  onIgnore: () => void
}): ReactElement {
  const styles = useStyles()
  const {pane, open} = usePane()
  const {pick, t} = useSpeech()
  const {ruleId, message, actual, fixes = [], expected = [], basis, related = [], group} = finding
  const rule = useRulePage(ruleId)
  const isInternal = group === 'internal'
  const isShownByFix = fixes.some(({edits}) => edits.length === 1 && edits[0]?.from === actual)
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (root.current) onOpened(root.current)
    // Once, when it appears.
  }, [])
  return (
    <div ref={root} id={id} role="region" aria-label={pick(titleOf(ruleId))} className={styles.root}>
      <p className={styles.message}>{message}</p>
      {actual !== undefined && !isInternal && !isShownByFix && (
        <Section heading={t('cellText')}>
          {/* Long texts scroll; the keyboard must reach them. */}
          <p className={styles.cell} tabIndex={actual.length > 150 ? 0 : undefined}>
            {actual.trim() === '' ? <span className={styles.empty}>{t('emptyCell')}</span> : actual}
          </p>
        </Section>
      )}
      {fixes.map((fix) => (
        <FixCard key={fix.title} fix={fix} />
      ))}
      {fixes.length === 0 && expected.length > 0 && (
        <Section heading={t('expected')}>
          <ul className={styles.list}>
            {expected.map((text) => (
              <li key={text} className={styles.text}>
                {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {rule && (
        <Section heading={t('why')}>
          <p className={styles.text}>{pick(rule.why)}</p>
        </Section>
      )}
      {basis.length > 0 && (
        <Section heading={t('basis')}>
          <ul className={styles.list}>
            {basis.map((text) => (
              <li key={text} className={styles.text}>
                {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {related.length > 0 && (
        <Section heading={t('related')}>
          <ul className={styles.list}>
            {related.map((place) => (
              <li key={`${place.sheet}!${place.range}`} className={styles.text}>
                <Link
                  inline
                  as="button"
                  aria-label={t('goTo', {place: `${place.sheet} ${place.range}`})}
                  onClick={() => void pane.goTo(place)}
                >
                  {place.sheet === finding.sheet ? place.range : `${place.sheet} ${place.range}`}
                </Link>
                {place.note && ` ${place.note}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isInternal ? (
        <Section heading={t('crashTodo')}>
          <p className={styles.text}>{t('crashHint')}</p>
          <ProblemDetails details={[...describeVersions(pane.host.info), message].join('\n')} />
        </Section>
      ) : (
        <div className={styles.actions}>
          <Button size="small" appearance="subtle" icon={<EyeOff16Regular />} onClick={onIgnore}>
            {t('ignore')}
          </Button>
          {rule && (
            <Button
              size="small"
              appearance="subtle"
              icon={<BookOpen16Regular />}
              onClick={() => open({name: 'learn', rule: ruleId})}
            >
              {t('learnRule')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Section({heading, children}: {heading: string; children: ReactNode}): ReactElement {
  const styles = useStyles()
  return (
    <div className={styles.section}>
      <h2 className={styles.heading}>{heading}</h2>
      {children}
    </div>
  )
}
