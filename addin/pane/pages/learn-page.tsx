import {
  createCustomFocusIndicatorStyle,
  Input,
  makeStyles,
  tokens,
  typographyStyles
} from '@fluentui/react-components'
import {ChevronRight16Regular} from '@fluentui/react-icons/svg/chevron-right'
import {Search16Regular} from '@fluentui/react-icons/svg/search'
import {useEffect, useRef, useState, type ReactElement} from 'react'
import {groupNames} from '../../../shared/locale/texts.js'
import {rulePages} from '../rule-pages.js'
import {usePane, useSpeech} from '../components/pane-context.js'
import {SeverityIcon} from '../components/severity-icon.js'
import {groupBy} from '../group-by.js'
import {Page} from './page.js'
import {RulePage} from './rule-page.js'

const useStyles = makeStyles({
  intro: {margin: 0, color: tokens.colorNeutralForeground2},
  group: {display: 'flex', flexDirection: 'column', gap: '4px'},
  heading: {margin: 0, ...typographyStyles.body1Strong},
  list: {margin: 0, padding: 0, listStyleType: 'none'},
  rule: {
    display: 'flex',
    width: '100%',
    alignItems: 'center',
    gap: '8px',
    padding: '6px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    cursor: 'pointer',
    ...typographyStyles.body1,
    ':hover': {backgroundColor: tokens.colorNeutralBackground1Hover},
    ...createCustomFocusIndicatorStyle({outline: `2px solid ${tokens.colorStrokeFocus2}`})
  },
  name: {flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere'}
})

/** All rules by group; each opens its page. */
export default function LearnPage(): ReactElement {
  const styles = useStyles()
  const {open, page} = usePane()
  const {t, pick} = useSpeech()
  const [search, setSearch] = useState('')
  const [cameFrom] = useState(page.name === 'learn' ? page.rule : undefined)
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const fitting = [...rulePages.values()].filter(({id, title, why}) => {
    const text = `${id} ${pick(title)} ${pick(why)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const groups = groupBy(fitting, ({group}) => group)
  const chosen = page.name === 'learn' && page.rule !== undefined ? rulePages.get(page.rule) : undefined
  const read = useRef<string>()
  useEffect(() => {
    if (chosen) read.current = chosen.id
    // Whoever comes back goes on where the list was left.
    else if (read.current !== undefined) document.getElementById(`learn-${read.current}`)?.focus()
  }, [chosen])
  if (chosen) {
    const listed = [...groups.values()].flat()
    const at = listed.indexOf(chosen)
    return (
      <RulePage
        key={chosen.id}
        rule={chosen}
        previous={listed[at - 1]}
        next={listed[at + 1]}
        onBack={() => open(cameFrom === chosen.id ? {name: 'findings'} : {name: 'learn'})}
      />
    )
  }
  return (
    <Page title={t('learn')} onBack={() => open({name: 'findings'})}>
      <p className={styles.intro}>{t('learnIntro')}</p>
      <Input
        value={search}
        placeholder={t('searchRules')}
        aria-label={t('searchRules')}
        contentBefore={<Search16Regular />}
        onChange={(_, {value}) => setSearch(value)}
      />
      {groups.size === 0 && <p className={styles.intro}>{t('noRuleFits')}</p>}
      {[...groups].map(([group, members]) => (
        <section key={group} className={styles.group}>
          <h2 className={styles.heading}>{pick(groupNames[group])}</h2>
          <ul className={styles.list}>
            {members.map(({id, title, severity}) => (
              <li key={id}>
                <button
                  id={`learn-${id}`}
                  type="button"
                  className={styles.rule}
                  onClick={() => open({name: 'learn', rule: id})}
                >
                  <SeverityIcon severity={severity} />
                  <span className={styles.name}>{pick(title)}</span>
                  <ChevronRight16Regular aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}
