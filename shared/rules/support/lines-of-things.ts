/** Things that cannot stand for each other; words of one line may. All words have two characters. */
const lines = [
  '培训 学员 参训 考试 授课 讲座 教学 课程',
  '设备 仪器 器材 机具 电脑',
  '工程 施工 建设 项目 标段 改造 修缮 维修',
  '案件 诉讼 审判 立案 办案 调解',
  '资金 补助 补贴 发放 拨付 款项 救助 津贴 经费',
  '道路 公路 硬化 桥梁 里程',
  '就业 上岗 招聘 失业 岗位',
  '河道 巡河 水库 渠道 堤防',
  '图书 借阅 馆藏',
  '演出 展览 观众 文艺',
  '疫苗 接种 体检 诊疗 患者 救治',
  '树木 苗木 造林 绿化 栽植',
  '传单 手册 资料'
]

/** The line of each word, as a bit, by the codes of its two characters. */
const lineOfPair = new Map<number, number>()
for (const [index, words] of lines.entries())
  for (const word of words.split(' '))
    lineOfPair.set((word.charCodeAt(0) << 16) | word.charCodeAt(1), 1 << index)

/** The lines of things that a text names, as a set of bits. */
export function linesOfThings(text: string): number {
  let found = 0
  let before = text.charCodeAt(0)
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    found |= lineOfPair.get((before << 16) | code) ?? 0
    before = code
  }
  return found
}
