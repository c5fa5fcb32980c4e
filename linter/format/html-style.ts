/** Style of the HTML report: the system's fonts, light and dark, and paper. */
export const htmlStyle = `
:root{color-scheme:light dark;--text:#1b1f24;--soft:#57606a;--page:#fff;--card:#f6f8fa;--line:#d0d7de;--error:#c62828;--warning:#b26a00;--info:#1565c0;--mark:#fff1a8}
@media(prefers-color-scheme:dark){:root{--text:#e6edf3;--soft:#9198a1;--page:#0d1117;--card:#161b22;--line:#3d444d;--error:#ff7b72;--warning:#e3b341;--info:#79c0ff;--mark:#5a4a00}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1rem 1.25rem 4rem;font:15px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif;color:var(--text);background:var(--page)}
h1{font-size:1.6rem;margin:.5rem 0 0}h2{font-size:1.15rem;margin:2rem 0 .5rem;padding-bottom:.3rem;border-bottom:2px solid var(--line);overflow-wrap:anywhere}h3{font-size:1rem;margin:1.2rem 0 .5rem}h4{font-size:.95rem;margin:0}
small,header p{color:var(--soft);font-weight:normal}
.totals{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;padding:0;margin:1rem 0}
.totals li{padding:.5rem 1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card)}
.totals b{font-size:1.5rem;margin-right:.25rem}
.totals .error b,.finding.error .level{color:var(--error)}.totals .warning b,.finding.warning .level{color:var(--warning)}.totals .info b,.finding.info .level{color:var(--info)}
.failed,.totals .failed b{color:var(--error)}.clean{color:var(--soft)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1.5rem;margin:1rem 0}
.chart{width:100%;border-collapse:collapse;font-size:.85rem;align-self:start}
.chart caption{text-align:left;font-weight:bold;padding-bottom:.3rem}
.chart th{font-weight:normal;text-align:left;padding:.1rem .5rem .1rem 0;max-width:11rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.chart td:last-child{text-align:right;padding-left:.5rem;width:1%}
.chart .bar{width:55%;white-space:nowrap;font-size:0}
.bar i{display:inline-block;height:.9rem;min-width:2px}.bar .error{background:var(--error)}.bar .warning{background:var(--warning)}.bar .info{background:var(--info)}
.filters{position:sticky;top:0;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;padding:.6rem 0;background:var(--page);border-bottom:1px solid var(--line);z-index:1}
.filters[hidden]{display:none}
.filters input[type=search],.filters select,.filters button{font:inherit;padding:.2rem .5rem;border:1px solid var(--line);border-radius:.3rem;background:var(--card);color:inherit;max-width:16rem}
.finding{margin:.6rem 0;padding:.6rem .9rem;border:1px solid var(--line);border-left:4px solid var(--line);border-radius:.4rem;background:var(--card)}
.finding.error{border-left-color:var(--error)}.finding.warning{border-left-color:var(--warning)}.finding.info{border-left-color:var(--info)}
.finding p{margin:.3rem 0;overflow-wrap:anywhere}.finding code{font-size:1em}
.expected ins{text-decoration:none;border-bottom:2px solid #2e9e4f}
.excerpt{overflow-x:auto;margin:.4rem 0}
.excerpt table{border-collapse:collapse;font-size:.8rem;background:var(--page)}
.excerpt td,.excerpt th{border:1px solid var(--line);padding:.15rem .4rem;min-width:2.5rem;max-width:16rem;vertical-align:top;white-space:pre-line;overflow-wrap:anywhere}
.excerpt th{color:var(--soft);font-weight:normal;background:var(--card);min-width:0;text-align:center}
.excerpt .gap>*{border-top:3px double var(--soft)}
.excerpt .marked{background:var(--mark);outline:2px solid var(--warning);outline-offset:-2px}
.finding.error .marked{outline-color:var(--error)}
details{font-size:.85rem;color:var(--soft)}summary{cursor:pointer}.rule{font-family:ui-monospace,monospace}
@media print{:root{--text:#000;--soft:#444;--page:#fff;--card:#fff;--line:#999;--error:#b00;--warning:#960;--info:#036;--mark:#ffe98a}body{max-width:none;padding:0;font-size:10pt}.filters,details{display:none!important}.finding,.chart tr{break-inside:avoid}h2,h3{break-after:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{size:A4;margin:14mm}}
`
