const classifiers =
  '个|台|套|件|份|册|本|批|批次|户|家|只|条|项|场|场次|期|篇|幅|块|座|间|辆|处|所|部|张|组|艘|架|头|株|名|人|人次|次|起|宗|例|笔|班|支|栋|幢|盏|口|眼|单|村|点|站'

/** A count followed by its measure word, e.g. `37个`. */
export const countPattern = new RegExp(`(\\d+(?:\\.\\d+)?)(?:余|多)?[万千]?(${classifiers})(?![/每·])`)

const known = new Set(classifiers.split('|'))

/** Whether a unit is a plain measure word for things or persons. */
export function isClassifier(unit: string | undefined): boolean {
  return unit !== undefined && known.has(unit.replace(/^[万千百]/, ''))
}
