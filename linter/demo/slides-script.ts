/**
 * Turns the page into slides: each mistake is shown bare, then marked and explained, then beside the right table. Without
 * scripts, and on paper, everything is shown at once.
 */
export const slidesScript = `
const slides = [...document.querySelectorAll('section')]
document.documentElement.classList.add('js')
let at = 0
const last = (slide) => (slide.dataset.step === undefined ? 0 : 2)
function show(index, step) {
  at = Math.max(0, Math.min(slides.length - 1, index))
  slides.forEach((slide, number) => slide.classList.toggle('now', number === at))
  const slide = slides[at]
  if (slide.dataset.step !== undefined) slide.dataset.step = step
  slide.scrollTop = 0
  fit(slide)
  history.replaceState(null, '', '#' + (at + 1))
}
function fit(slide) {
  for (let scale = 1; scale >= 0.6; scale -= 0.05) {
    slide.style.setProperty('--scale', scale)
    if (slide.scrollHeight <= slide.clientHeight) return
  }
}
function forward() {
  const slide = slides[at]
  const step = Number(slide.dataset.step ?? 0)
  if (step < last(slide)) slide.dataset.step = step + 1
  else if (at < slides.length - 1) show(at + 1, 0)
}
function back() {
  const slide = slides[at]
  const step = Number(slide.dataset.step ?? 0)
  if (step > 0) slide.dataset.step = step - 1
  else if (at > 0) show(at - 1, last(slides[at - 1]))
}
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const pressed = event.target.closest?.('button, a') && (event.key === ' ' || event.key === 'Enter')
  if (pressed) return
  const action = {ArrowRight: forward, ArrowDown: forward, PageDown: forward, ' ': forward, ArrowLeft: back, ArrowUp: back, PageUp: back,
    Home: () => show(0, 0), End: () => show(slides.length - 1, 0)}[event.key]
  if (!action) return
  event.preventDefault()
  action()
})
document.getElementById('back').addEventListener('click', back)
document.getElementById('forward').addEventListener('click', forward)
addEventListener('resize', () => fit(slides[at]))
addEventListener('hashchange', () => show(Number(location.hash.slice(1)) - 1 || 0, 0))
show(Number(location.hash.slice(1)) - 1 || 0, 0)
`
