import type {PresetChange} from './preset.js'

/** For every place but Hebei. */
export const hebeiCodesOnly: PresetChange = {
  rules: ['project-code-check'],
  to: 'off',
  reason: {
    zh: '校验位只在河北的编码上得到验证，其他省的末位是流水号。',
    en: 'The check character is known of codes of Hebei only; elsewhere the last place is a serial number.'
  }
}
