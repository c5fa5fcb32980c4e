import assert from 'node:assert/strict'
import {deflateSync as packRaw, strToU8} from 'fflate'
import type {ReadLimits} from '../../linter/read/limits.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'
import {ReadError, type ReadErrorCode} from '../../linter/read/read-error.js'
import {readWorkbookWith} from '../../linter/read/read-workbook-with.js'
import {nodeCodec} from '../../linter/read/xlsx/inflate-node.js'
import {streamCodec} from '../../linter/read/xlsx/inflate-stream.js'
import {encodeUtf16, makeBinary, makeCompound, wordDocument} from './make-other-formats.js'
import {oneSheet, relationships, workbookPart, worksheet, zipParts} from './make-xlsx.js'

const plain = zipParts(oneSheet(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')))
const target = readLiteral(sheet`
  项目名称 | 普法宣传经费
  指标值 | #0.95 0%
`)
const xls = makeBinary(target, 'biff8')
const sheetPart = 'xl/worksheets/sheet1.xml'

/** A copy of the package with two or four bytes of the directory record of a part changed. */
function patchDirectory(
  bytes: Uint8Array,
  part: string,
  offset: number,
  change: (view: DataView, at: number) => void
): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const name = strToU8(part)
  for (let at = 0; at + 46 + name.length <= copy.length; at++) {
    if (
      view.getUint32(at, true) === 0x02014b50 &&
      name.every((byte, index) => copy[at + 46 + index] === byte)
    ) {
      change(view, at + offset)
      return copy
    }
  }
  throw new Error(`no ${part}`)
}

function withSheet(sheet: string | Uint8Array): Uint8Array {
  return zipParts(oneSheet('', {[sheetPart]: sheet}))
}

/** Bytes that look random but are the same in every run. */
function noise(length: number): Uint8Array {
  let state = 42
  return Uint8Array.from({length}, () => (state = (state * 1103515245 + 12345) % 2147483648) >> 16)
}

/** Records of a binary workbook without content. */
function biff(...records: [type: number, size: number][]): Uint8Array {
  return Uint8Array.from(
    records.flatMap(([type, size]) => [
      ...[type & 255, type >> 8, size & 255, size >> 8],
      ...Array.from({length: size}, () => 0)
    ])
  )
}

interface Refusal {
  title: string
  bytes: Uint8Array
  code: ReadErrorCode
  part?: string
  limits?: Partial<ReadLimits>
}

const refusals: Refusal[] = [
  {title: 'an empty file', bytes: new Uint8Array(), code: 'empty-file'},
  {title: 'random bytes', bytes: noise(5000), code: 'not-a-workbook'},
  {title: 'the first half of a package', bytes: plain.slice(0, plain.length / 2), code: 'damaged'},
  {title: 'a package without its last bytes', bytes: plain.slice(0, -10), code: 'damaged'},
  {title: 'four bytes of a package', bytes: plain.slice(0, 4), code: 'damaged'},
  {title: 'an old binary workbook', bytes: xls, code: 'unsupported-format'},
  {
    title: 'a workbook of the time before compound files',
    bytes: Uint8Array.of(9, 8, 8, 0, 0, 5, 16, 0, 10, 0, 0, 0),
    code: 'unsupported-format'
  },
  {
    title: 'a new workbook with a password',
    bytes: makeCompound({EncryptionInfo: 'x', EncryptedPackage: 'x'}),
    code: 'encrypted'
  },
  {
    title: 'an old workbook with a password',
    bytes: makeCompound({Workbook: biff([0x809, 16], [0x2f, 54], [0x85, 12], [0x0a, 0])}),
    code: 'encrypted'
  },
  {
    title: 'an .ods with a password',
    bytes: zipParts({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': 'noise',
      'META-INF/manifest.xml':
        '<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>'
    }),
    code: 'encrypted'
  },
  {
    title: 'an .ods with a password as newer programs write it',
    bytes: zipParts({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'encrypted-package': 'noise',
      'META-INF/manifest.xml':
        '<manifest><file-entry full-path="encrypted-package"><encryption-data/></file-entry></manifest>'
    }),
    code: 'encrypted'
  },
  {
    title: 'a zip with a password',
    bytes: patchDirectory(wordDocument(''), 'word/document.xml', 8, (view, at) =>
      view.setUint16(at, 1, true)
    ),
    code: 'encrypted'
  },
  {
    title: 'an old Word document',
    bytes: makeCompound({WordDocument: 'x', 'ObjectPool/_1/Workbook': 'x'}),
    code: 'unsupported-format'
  },
  {
    title: 'an old presentation',
    bytes: makeCompound({'PowerPoint Document': 'x'}),
    code: 'unsupported-format'
  },
  {title: 'a compound file of something else', bytes: makeCompound({Contents: 'x'}), code: 'not-a-workbook'},
  {title: 'the first third of an old workbook', bytes: xls.slice(0, xls.length / 3), code: 'damaged'},
  {title: 'an old workbook without its last sectors', bytes: xls.slice(0, -2000), code: 'damaged'},
  {title: 'four bytes of an old workbook', bytes: xls.slice(0, 4), code: 'damaged'},
  {
    title: 'an old workbook whose records end in the middle',
    bytes: makeCompound({Workbook: biff([0x809, 16], [0x85, 12], [0x31, 9000]).slice(0, 300)}),
    code: 'damaged'
  },
  {
    title: 'an old workbook without sheets',
    bytes: makeCompound({Workbook: biff([0x809, 16], [0x0a, 0])}),
    code: 'damaged'
  },
  {title: 'RTF', bytes: strToU8('{\\rtf1\\ansi;a;b;c}'), code: 'unsupported-format'},
  {title: 'a PDF', bytes: strToU8('%PDF-1.7\n1 0 obj;<</Type/Catalog>>;'), code: 'unsupported-format'},
  {
    title: 'a single-file web page',
    bytes: strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x;a;b'),
    code: 'unsupported-format'
  },
  {
    title: 'an Excel 2003 XML workbook without sheets',
    bytes: strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    code: 'not-a-workbook'
  },
  {
    title: 'a document type declaration in Excel 2003 XML',
    bytes: strToU8(
      '<?xml version="1.0"?><!DOCTYPE x><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
    ),
    code: 'unsafe-xml'
  },
  {title: 'UTF-16 that is no table', bytes: encodeUtf16('全年宣传十二次。'), code: 'not-a-workbook'},
  {
    title: 'a web page',
    bytes: strToU8('\ufeff <html><table><tr><td>指标</td></tr></table></html>'),
    code: 'unsupported-format'
  },
  {title: 'bare XML', bytes: strToU8('<?xml version="1.0"?><Workbook/>'), code: 'unsupported-format'},
  {title: 'text without a table', bytes: strToU8('全年宣传十二次。\n'), code: 'not-a-workbook'},
  {title: 'a zip without a workbook', bytes: zipParts({'说明.txt': '甲'}), code: 'not-a-workbook'},
  {
    title: 'an .ods of something else',
    bytes: zipParts({mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>'}),
    code: 'not-a-workbook'
  },
  {
    title: 'a .docx of something else',
    bytes: zipParts({
      '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
      'word/document.xml': '<x/>'
    }),
    code: 'not-a-workbook'
  },
  {
    title: 'an .xlsb of something else',
    bytes: zipParts({
      '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.bin']]),
      'xl/workbook.bin': 'x'
    }),
    code: 'damaged'
  },
  {
    title: 'a workbook without sheets',
    bytes: zipParts(oneSheet('', {'xl/workbook.xml': workbookPart('')})),
    code: 'damaged',
    part: 'xl/workbook.xml'
  },
  {
    title: 'a document type declaration',
    bytes: withSheet('<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'),
    code: 'unsafe-xml',
    part: sheetPart
  },
  {
    title: 'wrongly nested elements',
    bytes: withSheet('<worksheet><sheetData><row></sheetData></row></worksheet>'),
    code: 'bad-xml',
    part: sheetPart
  },
  {
    title: 'XML that ends in the middle',
    bytes: withSheet(worksheet('<row r="1"/>').slice(0, -20)),
    code: 'bad-xml',
    part: sheetPart
  },
  {
    title: 'XML that ends inside a tag',
    bytes: withSheet('<worksheet><sheetData><row r="1'),
    code: 'bad-xml',
    part: sheetPart
  },
  {
    title: 'XML that ends inside a comment',
    bytes: withSheet('<worksheet/><!-- '),
    code: 'bad-xml',
    part: sheetPart
  },
  {
    title: 'an end tag too many',
    bytes: withSheet('<worksheet/></worksheet>'),
    code: 'bad-xml',
    part: sheetPart
  },
  {
    title: 'an attribute without quotes',
    bytes: withSheet('<worksheet a=1/>'),
    code: 'bad-xml',
    part: sheetPart
  },
  {title: 'a stray <', bytes: withSheet('<worksheet> 1 < 2 </worksheet>'), code: 'bad-xml', part: sheetPart},
  {
    title: 'text behind the end of the XML',
    bytes: withSheet('<worksheet/>more'),
    code: 'bad-xml',
    part: sheetPart
  },
  {
    title: 'two root elements',
    bytes: withSheet('<worksheet/><worksheet/>'),
    code: 'bad-xml',
    part: sheetPart
  },
  {title: 'an empty part', bytes: withSheet(''), code: 'bad-xml', part: sheetPart},
  {
    title: 'bytes that are no UTF-8',
    bytes: withSheet(new Uint8Array([...strToU8('<worksheet>'), 0xc3, 0x28, ...strToU8('</worksheet>')])),
    code: 'bad-xml',
    part: sheetPart
  },
  {
    title: 'an impossible cell address',
    bytes: withSheet(worksheet('<row r="1"><c r="A1e1"><v>1</v></c></row>')),
    code: 'bad-xml',
    part: sheetPart
  },
  {
    title: 'a column beyond XFD',
    bytes: withSheet(worksheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')),
    code: 'bad-xml',
    part: sheetPart
  },
  {
    title: 'a row beyond the last',
    bytes: withSheet(worksheet('<row r="1048577"/>')),
    code: 'bad-xml',
    part: sheetPart
  },
  {
    title: 'elements nested too deeply',
    bytes: withSheet(`<worksheet>${'<a>'.repeat(300)}`),
    code: 'bad-xml',
    part: sheetPart
  },
  {
    title: 'a wrong checksum',
    bytes: patchDirectory(plain, sheetPart, 16, (view, at) =>
      view.setUint32(at, view.getUint32(at, true) ^ 1, true)
    ),
    code: 'damaged',
    part: sheetPart
  },
  {
    title: 'a size in the directory that is too small',
    bytes: patchDirectory(plain, sheetPart, 24, (view, at) =>
      view.setUint32(at, view.getUint32(at, true) - 1, true)
    ),
    code: 'damaged',
    part: sheetPart
  },
  {
    title: 'a size in the directory that is too large',
    bytes: patchDirectory(plain, sheetPart, 24, (view, at) =>
      view.setUint32(at, view.getUint32(at, true) + 1, true)
    ),
    code: 'damaged',
    part: sheetPart
  },
  {
    title: 'parts that overlap',
    bytes: patchDirectory(plain, sheetPart, 42, (view, at) =>
      view.setUint32(at, view.getUint32(at, true) - 40, true)
    ),
    code: 'damaged'
  },
  {
    title: 'two parts of one name',
    bytes: patchDirectory(
      zipParts({...oneSheet(worksheet('')), 'xl/worksheets/sheet2.xml': worksheet('')}),
      'xl/worksheets/sheet2.xml',
      46 + 19,
      (view, at) => view.setUint8(at, 0x31)
    ),
    code: 'damaged',
    part: sheetPart
  },
  {
    title: 'a packed part with a password',
    bytes: patchDirectory(plain, sheetPart, 8, (view, at) => view.setUint16(at, 1, true)),
    code: 'encrypted'
  },
  {
    title: 'an unknown way of packing',
    bytes: patchDirectory(plain, sheetPart, 10, (view, at) => view.setUint16(at, 93, true)),
    code: 'unsupported-format',
    part: sheetPart
  },
  {
    title: 'a part that expands too far',
    bytes: withSheet(worksheet(' '.repeat(50000))),
    code: 'too-large',
    part: sheetPart,
    limits: {ratio: 20, ratioFloor: 1000}
  },
  {
    title: 'a part that is too large',
    bytes: withSheet(worksheet(' '.repeat(5000))),
    code: 'too-large',
    part: sheetPart,
    limits: {partSize: 4000}
  },
  {title: 'parts that are too large together', bytes: plain, code: 'too-large', limits: {totalSize: 500}},
  {title: 'too many parts', bytes: plain, code: 'too-large', limits: {entries: 2}},
  {
    title: 'too many cells',
    bytes: withSheet(worksheet('<row r="1"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>')),
    code: 'too-large',
    part: sheetPart,
    limits: {cells: 2}
  },
  {
    title: 'too many merges',
    bytes: withSheet(
      worksheet('', '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/></mergeCells>')
    ),
    code: 'too-large',
    part: sheetPart,
    limits: {merges: 1}
  },
  {
    title: 'too many sheets',
    bytes: zipParts(
      oneSheet(worksheet(''), {
        'xl/workbook.xml': workbookPart('<sheet name="甲" r:id="rId1"/><sheet name="乙" r:id="rId1"/>')
      })
    ),
    code: 'too-large',
    limits: {sheets: 1}
  },
  {
    title: 'too many strings',
    bytes: zipParts(oneSheet(worksheet(''), {'xl/sharedStrings.xml': '<sst><si/><si/><si/></sst>'})),
    code: 'too-large',
    part: 'xl/sharedStrings.xml',
    limits: {cells: 2}
  }
]

for (const [platform, codec] of Object.entries({Node: nodeCodec, 'the browser': streamCodec})) {
  describe(`refusing what is no readable workbook, inflating as in ${platform}`, () => {
    for (const {title, bytes, code, part, limits} of refusals) {
      it(`refuses ${title} (${code}) in both languages`, () => {
        const started = performance.now()
        assert.throws(
          () => readWorkbookWith({codec}, bytes, {limits}),
          (error) => {
            assert.ok(error instanceof ReadError, String(error))
            assert.equal(error.code, code)
            if (part !== undefined) assert.equal(error.part, part)
            assert.match(error.text.zh, /\p{Script=Han}.*。$/u)
            assert.match(error.text.en, /^[A-Z].*\.$/s)
            assert.equal(error.message, error.text.en)
            return true
          }
        )
        assert.ok(performance.now() - started < 500)
      })
    }
  })

  describe(`inflating as in ${platform}`, () => {
    const content = strToU8('绩效目标'.repeat(20000))
    const packed = packRaw(content)

    it('gives the content', () =>
      assert.deepEqual(new Uint8Array(codec.inflate(packed, content.length)), content))
    it('stops when there is more than expected', () =>
      assert.throws(() => codec.inflate(packed, content.length - 1)))
    it('gives what there is when more was expected', () =>
      assert.equal(codec.inflate(packed, content.length + 9).length, content.length))
    it('throws for data cut off in the middle', () =>
      assert.throws(() => codec.inflate(packed.subarray(0, packed.length / 2), content.length)))
    it('throws for no data at all', () => assert.throws(() => codec.inflate(new Uint8Array(), 5)))
    it('computes the checksum of zip', () => assert.equal(codec.crc32(strToU8('123456789')), 0xcbf43926))

    it('does not inflate a bomb beyond its stated size', () => {
      const bomb = packRaw(new Uint8Array(64 * 2 ** 20))
      const before = process.memoryUsage().arrayBuffers
      assert.throws(() => codec.inflate(bomb, 1000))
      assert.ok(process.memoryUsage().arrayBuffers - before < 32 * 2 ** 20)
    })
  })
}
