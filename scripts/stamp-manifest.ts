/** Address in the repository's manifest: the development server. */
const developmentBase = 'https://localhost:3000'

/** The manifest with all addresses under `baseUrl` and the version as four numbers. Throws when the address is no use. */
export function stampManifest(xml: string, baseUrl: string, version: string): string {
  const base = toBase(baseUrl)
  const [numbers = ''] = /^\d+\.\d+\.\d+/.exec(version) ?? []
  if (numbers === '') throw new Error(`version ${version} is not of the form 1.2.3`)
  return (
    xml
      // A domain is an origin, without the folder.
      .replaceAll(`<AppDomain>${developmentBase}<`, `<AppDomain>${escapeXml(base.origin)}<`)
      .replaceAll(`"${developmentBase}/`, `"${escapeXml(base.href)}`)
      .replace(/<Version>[^<]*</, `<Version>${numbers}.0<`)
  )
}

function toBase(baseUrl: string): URL {
  if (!URL.canParse(baseUrl))
    throw new Error(
      `--base-url ${baseUrl}: 不是网址，应形如 https://服务器/目录。 Not an address; expected https://server/folder.`
    )
  const base = new URL(baseUrl)
  if (base.protocol !== 'https:')
    throw new Error(
      `--base-url ${baseUrl}: Excel 只打开 https 网址，请给服务器配置证书。 Excel opens https addresses only; give the server a certificate.`
    )
  if (base.search || base.hash || base.username)
    throw new Error(
      `--base-url ${baseUrl}: 只要服务器和目录，不要参数。 Only server and folder are wanted, no parameters.`
    )
  if (!base.pathname.endsWith('/')) base.pathname += '/'
  return base
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
}
