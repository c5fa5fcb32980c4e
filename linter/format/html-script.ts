/** Script of the HTML report: filters and printing. The page is whole without it. */
export const htmlScript = `
(() => {
  const form = document.querySelector('.filters')
  const findings = [...document.querySelectorAll('.finding')]
  if (!form || findings.length === 0) return
  form.hidden = false
  const texts = findings.map((finding) => finding.closest('.file').querySelector('h2').textContent + ' ' + finding.closest('.sheet').querySelector('h3').textContent + ' ' + finding.textContent)
  const output = form.querySelector('output')
  const apply = () => {
    const text = form.elements.text.value.trim().toLowerCase()
    const rule = form.elements.rule.value
    const severities = new Set([...form.querySelectorAll('[name=severity]:checked')].map(({value}) => value))
    let shown = 0
    findings.forEach((finding, index) => {
      const {severity, rule: own} = finding.dataset
      finding.hidden = !severities.has(severity) || (rule !== '' && rule !== own) || !texts[index].toLowerCase().includes(text)
      if (!finding.hidden) shown++
    })
    const filtered = shown < findings.length
    for (const section of document.querySelectorAll('.sheet, .file'))
      section.hidden = filtered && !section.querySelector('.finding:not([hidden])')
    output.textContent = output.dataset.template.replace('%', String(shown))
  }
  form.addEventListener('input', apply)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.elements.print.addEventListener('click', () => print())
  apply()
})()
`
