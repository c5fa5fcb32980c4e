import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {Command} from 'commander'
import {stampManifest} from './stamp-manifest.js'

const program = new Command('npm run manifest --')
  .description('Writes the manifest for a web server of your own. 为自己的服务器生成加载项清单。')
  .requiredOption('--base-url <url>', 'where dist/addin is served, e.g. https://oa.example.gov.cn/jixiao')
  .option('--output <file>', 'file to write', 'dist/addin/manifest.xml')
  .action(async ({baseUrl, output}: {baseUrl: string; output: string}) => {
    const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string}
    mkdirSync(path.dirname(output), {recursive: true})
    try {
      const stamped = stampManifest(readFileSync('manifest.xml', 'utf8'), baseUrl, version)
      writeFileSync(output, stamped)
      const {displayName, defaultSettings} = await readManifest(output)
      console.log(`${output}: ${displayName ?? ''} ${version}, ${defaultSettings?.sourceLocation ?? ''}`)
    } catch (error) {
      program.error(error instanceof Error ? error.message : String(error))
    }
  })

/** What Microsoft's own tool reads in the manifest; throws when it cannot. */
async function readManifest(
  file: string
): Promise<{displayName?: string; defaultSettings?: {sourceLocation?: string}}> {
  const {OfficeAddinManifest} = await import('office-addin-manifest')
  return OfficeAddinManifest.readManifestFile(file)
}

await program.parseAsync()
