import {Button, makeStyles, tokens, typographyStyles} from '@fluentui/react-components'
import {ArrowDown12Regular} from '@fluentui/react-icons/svg/arrow-down'
import type {ReactElement} from 'react'
import type {Edit, Fix} from '../../../shared/lint/finding.js'
import {usePane, usePaneState, useSpeech} from './pane-context.js'
import {compareTexts} from './text-change.js'

const useStyles = makeStyles({
  card: {
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px'
  },
  head: {display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px'},
  title: {...typographyStyles.body1Strong, overflowWrap: 'anywhere'},
  hint: {...typographyStyles.caption1, color: tokens.colorNeutralForeground3},
  line: {margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', ...typographyStyles.body1},
  cell: {...typographyStyles.caption1, color: tokens.colorNeutralForeground3, marginRight: '6px'},
  removed: {
    backgroundColor: tokens.colorStatusDangerBackground2,
    color: tokens.colorStatusDangerForeground2,
    textDecorationLine: 'line-through'
  },
  added: {
    backgroundColor: tokens.colorStatusSuccessBackground2,
    color: tokens.colorStatusSuccessForeground2,
    textDecorationLine: 'none',
    fontWeight: tokens.fontWeightSemibold
  },
  arrow: {color: tokens.colorNeutralForeground3, display: 'block'},
  button: {alignSelf: 'flex-start'}
})

/** A proposed change, each cell as before → after, with the button that carries it out. */
export function FixCard({fix}: {fix: Fix}): ReactElement {
  const styles = useStyles()
  const {pane} = usePane()
  const {t} = useSpeech()
  const writing = usePaneState(({activity}) => activity.kind === 'writing')
  return (
    <div className={styles.card} role="group" aria-label={fix.title}>
      <div className={styles.head}>
        <span className={styles.title}>{fix.title}</span>
        <span className={styles.hint}>{t(fix.safe ? 'fixSafeHint' : 'fixSuggestionHint')}</span>
      </div>
      {fix.edits.map((edit) => (
        <EditLines key={`${edit.sheet}!${edit.cell}`} edit={edit} named={fix.edits.length > 1} />
      ))}
      <Button
        size="small"
        appearance={fix.safe ? 'primary' : 'secondary'}
        className={styles.button}
        aria-label={t('applyFix', {title: fix.title})}
        disabledFocusable={writing}
        onClick={() => void pane.applyFix(fix)}
      >
        {t(fix.safe ? 'apply' : 'take')}
      </Button>
    </div>
  )
}

function EditLines({edit, named}: {edit: Edit; named: boolean}): ReactElement {
  const styles = useStyles()
  const {t} = useSpeech()
  const {start, removed, added, end} = compareTexts(edit.from, edit.to)
  const lead = cut(start, 'end')
  const tail = cut(end, 'start')
  return (
    <div>
      <p className={styles.line}>
        {named && <span className={styles.cell}>{edit.cell}</span>}
        <span className="visually-hidden">{t('before')} </span>
        {edit.from === '' ? (
          <span className={styles.cell}>{t('emptyCell')}</span>
        ) : (
          <>
            {lead}
            <del className={styles.removed}>{removed}</del>
            {tail}
          </>
        )}
      </p>
      <ArrowDown12Regular className={styles.arrow} aria-hidden />
      <p className={styles.line}>
        <span className="visually-hidden">{t('after')} </span>
        {edit.to === '' ? (
          <span className={styles.cell}>{t('emptyCell')}</span>
        ) : (
          <>
            {lead}
            <ins className={styles.added}>{added}</ins>
            {tail}
          </>
        )}
      </p>
    </div>
  )
}

/** Of a long text that stays, only the piece beside the change. */
function cut(text: string, keep: 'start' | 'end'): string {
  const characters = [...text]
  if (characters.length <= 32) return text
  return keep === 'end' ? `…${characters.slice(-30).join('')}` : `${characters.slice(0, 30).join('')}…`
}
