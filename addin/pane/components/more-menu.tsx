import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger
} from '@fluentui/react-components'
import {BookOpen20Regular} from '@fluentui/react-icons/svg/book-open'
import {DocumentTable20Regular} from '@fluentui/react-icons/svg/document-table'
import {EyeOff20Regular} from '@fluentui/react-icons/svg/eye-off'
import {Highlight20Regular} from '@fluentui/react-icons/svg/highlight'
import {Info20Regular} from '@fluentui/react-icons/svg/info'
import {MoreHorizontal20Regular} from '@fluentui/react-icons/svg/more-horizontal'
import {PulseSquare20Regular} from '@fluentui/react-icons/svg/pulse-square'
import {Settings20Regular} from '@fluentui/react-icons/svg/settings'
import type {ReactElement} from 'react'
import {usePane, usePaneState, useSpeech} from './pane-context.js'

/** Everything that is not needed all the time. */
export default function MoreMenu(): ReactElement {
  const {pane, open} = usePane()
  const {t} = useSpeech()
  const {live, highlighted} = usePaneState((state) => state)
  const ignored = usePaneState(({suppressions}) => suppressions.length)
  const hasOutcome = usePaneState(({outcome}) => outcome !== undefined)
  const {capabilities} = pane.host
  const checked = [...(live ? ['live'] : []), ...(highlighted ? ['highlight'] : [])]
  return (
    <Menu
      defaultOpen
      positioning="below-end"
      hasIcons
      hasCheckmarks
      checkedValues={{options: checked}}
      onCheckedValueChange={(_, {checkedItems}) => {
        if (checkedItems.includes('highlight') !== highlighted) void pane.setHighlights(!highlighted)
        if (checkedItems.includes('live') !== live) void pane.setLive(!live)
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<MoreHorizontal20Regular />}
          aria-label={t('more')}
          title={t('more')}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemCheckbox
            name="options"
            persistOnClick={false}
            value="highlight"
            icon={<Highlight20Regular />}
            disabled={!capabilities.highlight || !hasOutcome}
          >
            {t('highlight')}
          </MenuItemCheckbox>
          <MenuItemCheckbox
            name="options"
            persistOnClick={false}
            value="live"
            icon={<PulseSquare20Regular />}
            disabled={!capabilities.changeEvents}
          >
            {t('liveOn')}
          </MenuItemCheckbox>
          <MenuItem
            icon={<DocumentTable20Regular />}
            disabled={!hasOutcome}
            onClick={() => void pane.writeReport()}
          >
            {t('writeReport')}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<EyeOff20Regular />} onClick={() => open({name: 'ignored'})}>
            {ignored > 0 ? `${t('ignoredList')} (${ignored})` : t('ignoredList')}
          </MenuItem>
          <MenuItem icon={<BookOpen20Regular />} onClick={() => open({name: 'learn'})}>
            {t('learn')}
          </MenuItem>
          <MenuItem icon={<Settings20Regular />} onClick={() => open({name: 'settings'})}>
            {t('settings')}
          </MenuItem>
          <MenuItem icon={<Info20Regular />} onClick={() => open({name: 'limits'})}>
            {t('limitsTitle')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
