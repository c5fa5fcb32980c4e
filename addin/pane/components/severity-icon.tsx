import {makeStyles, mergeClasses, tokens} from '@fluentui/react-components'
import {ErrorCircle16Filled} from '@fluentui/react-icons/svg/error-circle'
import {Info16Filled} from '@fluentui/react-icons/svg/info'
import {Warning16Filled} from '@fluentui/react-icons/svg/warning'
import type {ReactElement} from 'react'
import type {Severity} from '../../../shared/lint/finding.js'
import {severityNames} from '../../../shared/locale/texts.js'
import {useSpeech} from './pane-context.js'

const useStyles = makeStyles({
  icon: {display: 'inline-flex', flexShrink: 0, '@media (forced-colors: active)': {color: 'CanvasText'}},
  error: {color: tokens.colorStatusDangerForeground1},
  warning: {color: tokens.colorStatusWarningForeground3},
  info: {color: tokens.colorPaletteBlueForeground2}
})

const icons = {error: ErrorCircle16Filled, warning: Warning16Filled, info: Info16Filled}

/** A sign for a severity: shape and colour, and its name unless that stands beside it. */
export function SeverityIcon({severity, named}: {severity: Severity; named?: boolean}): ReactElement {
  const styles = useStyles()
  const {pick} = useSpeech()
  const Icon = icons[severity]
  return (
    <span
      className={mergeClasses(styles.icon, styles[severity])}
      {...(named ? {'aria-hidden': true} : {role: 'img', 'aria-label': pick(severityNames[severity])})}
    >
      <Icon />
    </span>
  )
}
