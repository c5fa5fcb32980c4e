/** Grades of an evaluation, best first. */
export const grades = ['优', '良', '中', '差'] as const
export type Grade = (typeof grades)[number]

const words: Record<string, Grade> = {
  优: '优',
  优秀: '优',
  良: '良',
  良好: '良',
  中: '中',
  中等: '中',
  一般: '中',
  合格: '中',
  差: '差',
  较差: '差',
  不合格: '差'
}
const word = '优秀|优|良好|良|中等|中|一般|不合格|合格|较差|差'
const whole = new RegExp(`^[“"「]?(${word})[”"」]?(?:等|级|档|等级|等次)?[。.]?$`)
const option = new RegExp(`([√☑✓✔■□☐○●])?(${word})(?=([√☑✓✔■□☐○●])?)`, 'g')
const tick = /[√☑✓✔■●]/g

/** The grade a cell gives: `优`, `“良好”`, or the ticked one of `优□ 良☑ 中□ 差□`. Takes plain text. */
export function readGrade(plain: string): Grade | undefined {
  const match = whole.exec(plain)
  if (match) return words[match[1] ?? '']
  if (plain.length > 40 || plain.match(tick)?.length !== 1) return undefined
  const isBefore = /^[√☑✓✔■□☐○●]/.test(plain)
  for (const [, before = '', name = '', after = ''] of plain.matchAll(option)) {
    if (/[√☑✓✔■●]/.test(isBefore ? before : after)) return words[name]
  }
  return undefined
}

const stated = new RegExp(
  `(?<![\\d.至到~—\\-])(\\d{2,3}(?:\\.\\d{1,2})?)分(?![以及(含\\-~—至])[^\\d。；;]{0,24}?(?:等级|等次|级别|评级|结论|结果|档次|评定|评价)[^\\d。；;,，]{0,12}?(?:为|是|属于?|[:：])[“"「]?(${word})(?=$|[”"」,，。；;、)等级档的])`
)

/** A score with its grade in running text: `自评得分95.5分，评价等级为“优”`. Takes plain text. */
export function findGrade(plain: string): {score: number; grade: Grade; written: string} | undefined {
  const match = stated.exec(plain)
  const grade = words[match?.[2] ?? '']
  const score = Number(match?.[1])
  return match && grade && score <= 100 ? {score, grade, written: match[2] ?? ''} : undefined
}
