import {mkdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

/**
 * Certificate for https://localhost. Where Excel runs (Windows, macOS) it is made trusted, which the system asks the
 * user about once; elsewhere it is only made, for a browser that is told to accept it.
 */
export async function readDevCertificates() {
  const {default: certificates} = await import('office-addin-dev-certs')
  if (process.platform === 'win32' || process.platform === 'darwin')
    return certificates.getHttpsServerOptions()
  const folder = path.resolve('.cache/certificates')
  mkdirSync(folder, {recursive: true})
  const [ca, cert, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => path.join(folder, name))
  await certificates.generateCertificates(ca, cert, key)
  return {ca: readFileSync(ca), cert: readFileSync(cert), key: readFileSync(key)}
}
