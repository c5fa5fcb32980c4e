/** Where office.js comes from, by build switch: the copy beside the page, Microsoft's address, or its one in China. */
export const officeSources = {
  local: 'office/office.js',
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  'cdn-21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js'
}

/** Fills the places of a page: the source of office.js and the origin that the security policy allows for it. */
export function fillPage(html, {office = 'local'} = {}) {
  const source = officeSources[office]
  const origin = source.startsWith('https:') ? ` ${new URL(source).origin}` : ''
  return html.replaceAll('%OFFICE_JS%', source).replaceAll(' %OFFICE_ORIGIN%', origin)
}
