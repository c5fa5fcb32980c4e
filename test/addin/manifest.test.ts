import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {OfficeAddinManifest} from 'office-addin-manifest'
import {stampManifest} from '../../scripts/stamp-manifest.js'

const xml = readFileSync('manifest.xml', 'utf8')
const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string}

const matches = (pattern: RegExp, text = xml): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found)
const addresses = (text: string): string[] => matches(/(?:DefaultValue="|>)(https?:[^"<]*)/g, text)

describe('the manifest', () => {
  it('says what Excel must know: id, version, host, permission, base level', async () => {
    const read = await OfficeAddinManifest.readManifestFile('manifest.xml')
    assert.match(read.id ?? '', /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    assert.equal(read.version, `${version}.0`)
    assert.deepEqual(read.hosts, ['Workbook'])
    assert.equal(read.permissions, 'ReadWriteDocument')
    assert.equal(read.defaultLocale, 'zh-CN')
    assert.equal(read.displayName, '绩效目标体检')
    assert.match(xml, /<Set Name="ExcelApi" MinVersion="1\.1"\/>/)
    assert.ok((read.displayName?.length ?? 0) <= 125 && (read.description?.length ?? 0) <= 250)
  })

  it('has its elements in the order that Excel wants', () => {
    const wanted = [
      'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl AppDomains Hosts',
      'Requirements DefaultSettings Permissions VersionOverrides'
    ]
      .join(' ')
      .split(' ')
    assert.deepEqual(matches(/^ {2}<(\w+)/gm), wanted)
    assert.deepEqual(matches(/^ {6}<(bt:\w+)>/gm), [
      'bt:Images',
      'bt:Urls',
      'bt:ShortStrings',
      'bt:LongStrings'
    ])
  })

  it('names every resource once, uses every one, and nothing that is not there', () => {
    const defined = matches(/<bt:\w+ id="([^"]+)"/g)
    const used = matches(/resid="([^"]+)"/g)
    assert.equal(new Set(defined).size, defined.length)
    assert.deepEqual([...new Set(used)].sort(), [...defined].sort())
    for (const id of defined) assert.ok(id.length <= 32, id)
    const ids = matches(/<(?:Group|Control)\b[^>]* id="([^"]+)"/g)
    assert.equal(new Set(ids).size, 2)
  })

  it('has every text in both languages and within its length', () => {
    for (const [list, limit] of [
      ['ShortStrings', 125],
      ['LongStrings', 250]
    ] as const) {
      const body = matches(new RegExp(`<bt:${list}>([\\s\\S]*?)</bt:${list}>`, 'g'))[0] ?? ''
      const strings = matches(/<bt:String ([\s\S]*?)<\/bt:String>/g, body)
      assert.ok(strings.length >= 2)
      for (const text of strings) {
        const [chinese = '', english = ''] = matches(/Value="([^"]*)"/g, text)
        assert.match(chinese, /[\u4e00-\u9fff]/)
        assert.match(english, /^[\x20-\x7e]+$/)
        assert.ok(chinese.length <= limit && english.length <= limit)
      }
    }
  })

  it('has addresses under one https base, and only files that are built', () => {
    const found = addresses(xml)
    assert.ok(found.length >= 7)
    for (const address of found) assert.equal(new URL(address).origin, 'https://localhost:3000')
    for (const address of found) {
      const {pathname} = new URL(address)
      if (pathname === '/') continue
      const source = pathname === '/pane.html' ? 'addin/pane/pane.html' : `addin${pathname}`
      assert.ok(existsSync(source), `${address} has no source ${source}`)
    }
  })

  it('has icons of the sizes it says', () => {
    for (const size of [16, 32, 64, 80, 128]) {
      const png = readFileSync(`addin/icons/icon-${size}.png`)
      assert.equal(png.toString('latin1', 1, 4), 'PNG')
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [size, size])
    }
    for (const [size, name] of xml.matchAll(/<bt:Image size="(\d+)" resid="Icon\.(\d+)"/g))
      assert.ok(size.includes(`"${name}"`))
  })
})

describe('the manifest for a server of one’s own', () => {
  it('has all addresses there and the version of the package', () => {
    const stamped = stampManifest(xml, 'https://oa.example.gov.cn/jixiao', '1.2.3-beta.1')
    assert.ok(!stamped.includes('localhost'))
    const [domain, ...others] = addresses(stamped).sort((a, b) => a.length - b.length)
    assert.equal(domain, 'https://oa.example.gov.cn')
    for (const address of others) assert.ok(address.startsWith('https://oa.example.gov.cn/jixiao/'), address)
    assert.match(stamped, /<Version>1\.2\.3\.0</)
  })

  it('is refused for addresses that Excel would not open', () => {
    assert.throws(() => stampManifest(xml, 'http://oa.example.gov.cn', version), /https/)
    assert.throws(() => stampManifest(xml, 'oa.example.gov.cn', version), /https:\/\//)
    assert.throws(() => stampManifest(xml, 'https://oa.example.gov.cn/?a=1', version), /参数/)
  })

  it('is written by the script and read by Microsoft’s tool', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'manifest-'))
    try {
      const output = path.join(folder, 'manifest.xml')
      const run = (...words: string[]) =>
        spawnSync(process.execPath, ['--import', 'tsx', 'scripts/manifest.ts', ...words], {encoding: 'utf8'})
      const written = run('--base-url', 'https://10.0.0.8:8443', '--output', output)
      assert.equal(written.status, 0, written.stderr)
      const read = await OfficeAddinManifest.readManifestFile(output)
      assert.equal(read.defaultSettings?.sourceLocation, 'https://10.0.0.8:8443/pane.html')
      const refused = run('--base-url', 'http://10.0.0.8')
      assert.equal(refused.status, 1)
      assert.match(refused.stderr, /https/)
    } finally {
      rmSync(folder, {recursive: true})
    }
  }).timeout(30_000)
})
