/** Numbers that measure nothing: years, dates, document numbers, telephone numbers, numbering, names with numbers. */
const unmeasured =
  /[〔[【(（]?(?:19|20)\d{2}[〕\]】)）]?(?:[-—~至]+(?:20)?\d{2})?(?:年度?|\d{0,4}号)?|第?\d{1,5}号|\d{1,2}月(?:\d{1,2}日|底|份)?|[“"《][^”"》]*[”"》]|第\d+|(?:目标|任务|指标|内容)\d{1,2}|1?2\d{3,4}(?=热线|平台|电话)|(?:^|[。；;:：,，、\s])[(（]?\d{1,2}[)）.、．](?!\d)/g

const digits = /\d/
const numerals =
  /[一二三四五六七八九十百千万两零]+(?:多|余)?(?:个|场|次|件|人|名|户|项|所|座|处|公里|亩|期|份|册|台|套|辆|批|条|村|万|元|%|批次|人次)|百分之|零(?:事故|投诉|发生|差错|案件|伤亡|失误)|全覆盖|全部|翻番/

/** Whether a text (plain) states any quantity: a number that is no date, no numbering and no document number. */
export function statesQuantity(plain: string): boolean {
  const rest = digits.test(plain) ? plain.replace(unmeasured, '') : plain
  return digits.test(rest) || numerals.test(rest)
}
