import { deflateSync } from 'node:zlib'
import type { FileVerdict } from '../verdict.ts'
import type { Cast } from './cast.ts'
import { type CorpusCase, randomFrom } from './corpus.ts'
import { signedLetter } from './corpus-good.ts'
import { append, letter, stream, writePdf } from './make-pdf.ts'

/** Files made to hang, crash or mislead a reader, and files that are no PDF. */
export function hostileCases(cast: Cast, seed: number): CorpusCase[] {
  const random = randomFrom(seed + 7)
  const refusals: readonly FileVerdict[] = ['not-pdf', 'damaged', 'too-complex', 'encrypted', 'not-signed']
  const of = (name: string, file: Buffer, expect = refusals): CorpusCase => ({ name: `hostile: ${name}`, file, expect })
  const plain = writePdf(letter('Surat'))
  const text = (body: string) => Buffer.from(`%PDF-1.7\n${body}`, 'latin1')
  const ending = (body: string, at = 9) => text(`${body}\nstartxref\n${at}\n%%EOF`)
  const deep = (open: string, count: number) => open.repeat(count)
  const withObject = (number: number, value: string | Buffer) => writePdf({ ...letter('Surat'), [number]: value })
  const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024))
  const once = signedLetter(cast)
  const noise = Buffer.from(Array.from({ length: 5000 }, () => random(256)))
  const fields = Array.from({ length: 30_000 }, (_, index) => `${1000 + index} 0 R`).join(' ')
  return [
    of('empty', Buffer.alloc(0)),
    of('one byte', Buffer.from('%')),
    of('noise', noise),
    of('noise behind the header', Buffer.concat([Buffer.from('%PDF-1.7\n'), noise])),
    of('HTML', Buffer.from('<html><body>surat</body></html>')),
    of('JPEG', Buffer.from('ffd8ffe000104a464946', 'hex')),
    of('a header only', text('')),
    of('an end only', ending('')),
    of('cross-reference in a circle', ending('xref\n0 0\ntrailer\n<</Root 1 0 R/Prev 9>>')),
    of('cross-reference outside', ending('xref\n0 0\ntrailer\n<</Root 1 0 R/Prev 999999>>')),
    of('negative Prev', ending('xref\n0 0\ntrailer\n<</Root 1 0 R/Prev -4>>')),
    of('huge cross-reference table', ending('xref\n0 9999999999\ntrailer\n<</Root 1 0 R>>')),
    of(
      'huge cross-reference stream',
      ending('1 0 obj\n<</Type/XRef/W[0 0 0]/Index[0 999999999]/Size 1/Length 0>>\nstream\n\nendstream\nendobj'),
    ),
    of('cross-reference stream bomb', crossReferenceBomb(bomb)),
    of('arrays nested a million deep', ending(`xref\n0 0\ntrailer\n<</A ${deep('[', 1_000_000)}`)),
    of('dictionaries nested deep', ending(`xref\n0 0\ntrailer\n${deep('<</A', 300_000)}`)),
    of('catalog that is itself', withObject(1, '1 0 R')),
    of('catalog in a circle', withObject(1, '<</Type/Catalog/AcroForm 1 0 R/Pages 1 0 R/Fields[1 0 R]>>')),
    of('form that holds itself', withObject(3, '<</Fields[3 0 R]/Kids[3 0 R]>>')),
    of(
      'fields that hold each other',
      writePdf({ ...letter('x'), 3: '<</Fields[6 0 R]>>', 6: '<</Kids[7 0 R]>>', 7: '<</Kids[6 0 R]>>' }),
    ),
    of('thirty thousand fields', withObject(3, `<</Fields[${fields}]>>`)),
    of('fields in place', withObject(3, '<</Fields[<</FT/Sig/V<</ByteRange[0 0 0 0]>>>>]>>')),
    of('length that needs itself', withObject(3, '<</Length 3 0 R>>\nstream\nx\nendstream')),
    of('object stream bomb', objectStreamBomb(bomb)),
    of('object stream in itself', withCompressed(8)),
    of('object stream that is missing', withCompressed(77)),
    of('a hundred revisions', hundred(plain)),
    of('a thousand revisions', hundred(hundred(plain, 500), 500)),
    of('a string without end', Buffer.concat([plain.subarray(0, 300), Buffer.from('(((((('.repeat(1000))])),
    of('encrypted', writePdf(letter('x'), { trailer: '/Encrypt<</Filter/Standard/V 5>>' }), ['encrypted']),
    {
      ...of('encrypted after it was signed', append(once, {}, { trailer: '/Encrypt<</Filter/Standard>>' }), [
        'encrypted',
      ]),
      stricter: 'an encrypted file is not opened, whatever its signatures are worth',
    },
    of('words that speak of signatures', withObject(11, stream(Buffer.from('BT (/ByteRange [0 1 2 3]) Tj ET'))), [
      'changed',
    ]),
    of('a thousand words of signatures', withObject(11, stream(Buffer.from('/ByteRange '.repeat(200_000)))), [
      'not-signed',
    ]),
    of(
      'a million lines of comment',
      Buffer.concat([plain.subarray(0, 15), Buffer.from('%\n'.repeat(1_000_000)), plain.subarray(15)]),
    ),
    of('a number of a million digits', ending(`xref\n0 ${'9'.repeat(1_000_000)}`)),
    of('a signed file as the catalog of another', Buffer.concat([once.subarray(0, -6), plain])),
  ]
}

function crossReferenceBomb(bomb: Buffer): Buffer {
  const head = `%PDF-1.7\n1 0 obj\n<</Type/XRef/W[1 4 2]/Size 9/Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`
  return Buffer.concat([Buffer.from(head), bomb, Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF')])
}

function objectStreamBomb(bomb: Buffer): Buffer {
  const file = withCompressed(7, stream(bomb, '/Type/ObjStm/N 1/First 4/Filter/FlateDecode'))
  return file
}

/** Object 3, the form, lies in an object stream that is not what it should be. */
function withCompressed(container: number, body: string | Buffer = '<</Type/ObjStm/N 1/First 4>>'): Buffer {
  const objects = { ...letter('x'), 7: body }
  const base = writePdf(objects)
  const rows = Buffer.alloc(7)
  rows.writeUInt8(2, 0)
  rows.writeUInt32BE(container, 1)
  const at = base.length
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(base.toString('latin1'))?.[1]
  const head = `9 0 obj\n<</Type/XRef/W[1 4 2]/Index[3 1]/Size 10/Root 1 0 R/Prev ${previous}/Length 7>>\nstream\n`
  return Buffer.concat([base, Buffer.from(head), rows, Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`)])
}

function hundred(file: Buffer, count = 100): Buffer {
  let grown = file
  for (let index = 0; index < count; index++) grown = append(grown, { 4: `<</Title(${index})>>` })
  return grown
}
