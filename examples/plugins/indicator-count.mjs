/**
 * 普通的 unified 插件：一张表的指标不超过规定条数。
 * A plain unified plugin: a form has no more than so many indicators.
 */
export default function indicatorCount({most = 20} = {}) {
  return (tree, file) => {
    for (const sheet of tree.children) {
      for (const form of sheet.children) {
        const count = form.children.filter(({type}) => type === 'indicator').length
        if (count > most)
          file.message(`这张表有 ${count} 条指标，超过 ${most} 条。请突出重点，合并或者删去次要的。`, form)
      }
    }
  }
}
