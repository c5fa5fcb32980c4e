import {memoise} from '../../vocabulary/memoise.js'

/** Words that say that money is spent, not on what. */
const general =
  /项目|资金|经费|支出|费用|补助|补贴|专项|转移支付|转移|支付|预算|绩效|目标|工作|业务|用于|主要|方面|相关|开展|保障|实施|建设|管理|年度|中央|省级|市级|县级|区级|本级|财政|提前下达|下达|通知|关于|的|和|与|及|等|20\d\d年?|[^\u4e00-\u9fff]/g

/** What a project is about, as pairs of characters of its name or purpose without the general words. */
export const subjectPairs = memoise((text: string): Set<string> => {
  const pairs = new Set<string>()
  for (const piece of text.replace(general, ' ').split(' ')) {
    for (let at = 0; at + 1 < piece.length; at++) pairs.add(piece.slice(at, at + 2))
  }
  return pairs
})

/** Whether two names or purposes surely have nothing in common; not known for names of general words only. */
export function areUnrelated(a: string, b: string): boolean {
  const [left, right] = [subjectPairs(a), subjectPairs(b)]
  if (left.size === 0 || right.size === 0) return false
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared++
  return shared === 0
}
