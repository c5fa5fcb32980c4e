import type {Bilingual, PresetName} from '../../../shared/lint/define-rule.js'

export const presetNames: Record<PresetName, Bilingual> = {
  recommended: {zh: '推荐', en: 'Recommended'},
  strict: {zh: '严格（建议也按问题报）', en: 'Strict'},
  teaching: {zh: '教学（全部规则）', en: 'Teaching (every rule)'},
  hebei: {zh: '河北', en: 'Hebei'},
  guangdong: {zh: '广东', en: 'Guangdong'},
  ningxia: {zh: '宁夏', en: 'Ningxia'},
  sichuan: {zh: '四川', en: 'Sichuan'},
  'central-2021': {zh: '中央（财预〔2021〕101号）', en: 'Central (2021)'}
}
