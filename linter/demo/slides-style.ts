/** Looks of the slides: on a screen one at a time (when scripts run), on paper one a page. */
export const slidesStyle = `
:root { --wrong: #b3261e; --wrong-fill: #fde4e1; --right: #1b6e35; --right-fill: #ddf3e3; --line: #9aa5b1; --ink: #1c2733; --soft: #52606d; }
* { box-sizing: border-box; }
html { font-family: "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif; color: var(--ink); background: #e9edf2; }
body { margin: 0; }
section { background: #fff; max-width: 1280px; min-height: 680px; margin: 24px auto; padding: 36px 48px 64px; position: relative; }
h1 { font-size: 44px; margin: 40px 0 12px; }
h2 { font-size: 30px; line-height: 1.25; margin: 0 0 2px; position: relative; }
.question { display: none; }
.tag { color: var(--soft); font-size: 15px; line-height: 1.3; margin: 0 0 8px; }
.lead { font-size: 22px; color: var(--soft); }
.pair { display: grid; gap: 10px 28px; grid-template-columns: minmax(0, 1fr); }
.pair.narrow { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
h3 { font-size: 17px; line-height: 1.3; margin: 0 0 4px; }
.wrong h3 { color: var(--wrong); }
.right h3 { color: var(--right); }
table { border-collapse: collapse; width: 100%; font-size: calc(clamp(15px, 1.4vw, 26px) * var(--scale, 1)); margin-bottom: 8px; }
td { border: 1px solid var(--line); padding: 3px 8px; line-height: 1.3; white-space: pre-wrap; overflow-wrap: anywhere; }
td.alone { text-align: center; font-weight: 600; }
tr.head td { background: #eef2f7; font-weight: 600; text-align: center; }
td.bad { background: var(--wrong-fill); color: var(--wrong); font-weight: 700; outline: 2px solid var(--wrong); outline-offset: -2px; }
td.good { background: var(--right-fill); color: var(--right); font-weight: 700; }
.sheet { color: var(--soft); font-size: 14px; margin: 4px 0 2px; }
ul.messages { margin: 4px 0 0; padding: 0; line-height: 1.35; list-style: none; font-size: calc(clamp(15px, 1.4vw, 26px) * var(--scale, 1)); color: var(--wrong); }
ul.messages li::before { content: "✗ "; }
.why { font-size: calc(clamp(15px, 1.4vw, 26px) * var(--scale, 1)); line-height: 1.4; border-left: 4px solid var(--right); padding-left: 14px; margin: 10px 0 0; }
.basis { font-size: 14px; line-height: 1.35; color: var(--soft); margin: 6px 0 0; padding-left: 18px; }
ol.contents { columns: 2; font-size: 18px; line-height: 1.8; column-gap: 48px; }
ol.contents a { color: inherit; }
.page { position: absolute; right: 48px; bottom: 12px; margin: 0; color: var(--soft); font-size: 14px; }
.keys, nav { display: none; }
.js body { overflow: hidden; }
.js section { display: none; margin: 0; max-width: none; min-height: 0; height: calc(100vh - 48px); overflow: auto; padding: 2.5vh 4vw 8px; }
.js .page { position: fixed; right: 4vw; bottom: 14px; z-index: 1; }
.js section[data-step="0"] .question { display: inline; position: absolute; left: 0; top: 0; visibility: visible; }
.js section.now { display: block; }
.js section[data-step="0"] .answer, .js section[data-step="1"] .solution { visibility: hidden; }
.js section[data-step="0"] td.bad { background: none; color: inherit; font-weight: inherit; outline: none; }
.js .keys { display: block; color: var(--soft); font-size: 16px; }
.js nav { position: fixed; left: 0; right: 0; bottom: 0; height: 48px; display: flex; gap: 8px; align-items: center; justify-content: center; background: #fff; border-top: 1px solid var(--line); }
nav button { font: inherit; font-size: 18px; padding: 4px 20px; border: 1px solid var(--line); border-radius: 6px; background: #fff; color: var(--ink); cursor: pointer; }
nav button:focus-visible, a:focus-visible { outline: 3px solid #1a73e8; }
@media screen and (max-width: 900px) { section { padding: 20px 16px 64px; } .pair.narrow { grid-template-columns: minmax(0, 1fr); } h1 { margin-top: 20px; } ol.contents { columns: 1; } }
@media print {
  @page { size: A4 landscape; margin: 10mm; }
  html { background: none; }
  .js body { overflow: visible; }
  section, .js section { display: block; height: auto; min-height: 0; margin: 0; padding: 0 0 8mm; max-width: none; break-after: page; break-inside: avoid; overflow: visible; }
  section:last-of-type { break-after: auto; }
  .js section .answer, .js section .solution { visibility: visible !important; }
  .js section .question { display: none !important; }
  h1 { margin-top: 0; } .lead { font-size: 16px; } ol.contents { font-size: 14px; }
  .js section td.bad { background: var(--wrong-fill) !important; color: var(--wrong) !important; font-weight: 700 !important; }
  td, tr.head td { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  table { font-size: 11px; } td { padding: 2px 6px; } .why, ul.messages { font-size: 12px; } .basis { font-size: 11px; } h2 { font-size: 22px; } .tag { margin-bottom: 8px; } .pair { gap: 10px 20px; }
  nav, .keys { display: none !important; }
  .page, .js .page { position: static; text-align: right; margin: 4px 0 0; }
}
`
