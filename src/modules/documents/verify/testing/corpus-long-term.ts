import type { FileVerdict, SignatureLevel } from '../verdict.ts'
import { type Cast, crlOf, signAs, signedAt, stampBy } from './cast.ts'
import type { CorpusCase } from './corpus.ts'

import { type Form, forms } from './corpus-good.ts'
import { append, letter, type Objects, packed, stream, writePdf } from './make-pdf.ts'
import type { Identity } from './pki.ts'
import { type SignTestOptions, signTestPdf } from './sign-test-pdf.ts'

const stampedAt = new Date('2026-11-24')
const words = (text: string) => stream(Buffer.from(`BT /F1 14 Tf 60 760 Td (${text}) Tj ET`))
const stricter =
  'the bytes that each signature names are whole; the document that they stand for is not, or not any more'

/** Files with time stamps and validation data: good ones at every level, and each way of spoiling them. */
export function longTermCases(cast: Cast): CorpusCase[] {
  return forms.flatMap((form) => [...goodFiles(cast, form), ...spoiltFiles(cast, form)])
}

interface Steps {
  /** A letter whose signature has a time stamp. */
  readonly stamped: Buffer
  store(file: Buffer, lists: readonly Buffer[], more?: Objects): Buffer
  documentStamp(file: Buffer, more?: Partial<SignTestOptions> & { readonly clock?: Identity }): Buffer
}

function stepsOf(cast: Cast, form: Form): Steps {
  const stamp = stampBy(cast, cast.clock, signedAt)
  return {
    stamped: signTestPdf(writePdf(letter('Surat asli'), { form }), { make: signAs(cast, cast.head, { stamp }), form }),
    store(file, lists, more = {}) {
      const refs = lists.map((_, index) => `${501 + index} 0 R`).join(' ')
      const objects = {
        1: '<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R/DSS 500 0 R>>',
        500: `<</Type/DSS/Certs[520 0 R]/CRLs[${refs}]>>`,
        520: packed(cast.clock.certificate),
        ...Object.fromEntries(lists.map((list, index) => [501 + index, packed(list)])),
      }
      return append(file, { ...objects, ...more }, { form })
    },
    documentStamp(file, { clock = cast.clock, ...more } = {}) {
      const made = { form, field: 300, others: [100], type: 'DocTimeStamp', subFilter: 'ETSI.RFC3161' } as const
      return signTestPdf(file, { make: stampBy(cast, clock, stampedAt), ...made, ...more })
    },
  }
}

function goodFiles(cast: Cast, form: Form): CorpusCase[] {
  const { stamped, store, documentStamp } = stepsOf(cast, form)
  const list = crlOf(cast, stampedAt)
  const plain = signTestPdf(writePdf(letter('Surat asli'), { form }), { make: signAs(cast, cast.head), form })
  const archived = documentStamp(store(stamped, [list]))
  const later = { field: 320, others: [100, 300] }
  const of = (name: string, file: Buffer, level: SignatureLevel): CorpusCase => ({
    name: `long-term, good: ${name}, ${form}`,
    file,
    expect: ['genuine'],
    level,
  })
  const foreign = crlOf({ ...cast, authority: cast.strangers }, stampedAt)
  return [
    of('B-B', plain, 'B-B'),
    of('B-T', stamped, 'B-T'),
    of('B-LT', store(stamped, [list]), 'B-LT'),
    of('B-LTA', archived, 'B-LTA'),
    of('B-T by a document time stamp', documentStamp(plain), 'B-T'),
    of('a list of somebody else is no proof', store(stamped, [foreign]), 'B-T'),
    of('a document time stamp below the validation data', store(documentStamp(stamped), [list]), 'B-LT'),
    of('renewed', documentStamp(store(archived, [list, crlOf(cast, new Date('2026-11-30'))]), later), 'B-LTA'),
    of('without validation data', documentStamp(stamped), 'B-T'),
    of('a revoked stamp of another certificate', stampedBy(cast, form, cast.strangeClock), 'B-B'),
  ]
}

const stampedBy = (cast: Cast, form: Form, clock: Identity) =>
  signTestPdf(writePdf(letter('Surat asli'), { form }), {
    make: signAs(cast, cast.head, { stamp: stampBy(cast, clock, signedAt) }),
    form,
  })

function spoiltFiles(cast: Cast, form: Form): CorpusCase[] {
  const { stamped, store, documentStamp } = stepsOf(cast, form)
  const list = crlOf(cast, stampedAt)
  const stored = store(stamped, [list])
  const archived = documentStamp(stored)
  const edit = { 11: words('Surat palsu') }
  const of = (name: string, file: Buffer, expect: readonly FileVerdict[], why: string = stricter): CorpusCase => ({
    name: `long-term, spoilt: ${name}, ${form}`,
    file,
    expect,
    stricter: why,
  })
  const after: readonly FileVerdict[] = ['changed-after']
  const broken: readonly FileVerdict[] = ['changed', 'damaged']
  const revoked = crlOf(cast, stampedAt, [{ serial: cast.head.serial, at: new Date('2026-10-01') }])
  const compromised = crlOf(cast, stampedAt, [{ serial: cast.clock.serial, at: new Date('2026-11-25') }])
  const catalog = (more: string) => ({ 1: `<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R/DSS 500 0 R${more}>>` })

  const otherStamp = documentStamp(store(stampedBy(cast, form, cast.clock), [list, list]))
  return [
    of('edited after the validation data', append(stored, edit, { form }), after),
    of('edited along with the validation data', store(stamped, [list], edit), after),
    of('edited between validation data and stamp', documentStamp(append(stored, edit, { form })), after),
    of('edited along with the stamp', documentStamp(stored, { more: edit }), after),
    of('edited after the stamp', append(archived, edit, { form }), after),
    of(
      'a program brought with the validation data',
      store(stamped, [list], catalog('/OpenAction<</S/JavaScript/JS(x)>>')),
      after,
    ),
    of(
      'the store taken away',
      append(archived, { 1: '<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>' }, { form }),
      after,
    ),
    of('the store emptied', append(archived, { 500: '<</Type/DSS>>' }, { form }), after),
    of('the list exchanged', append(archived, { 501: packed(crlOf(cast, signedAt)) }, { form }), after),
    of(
      'the list of a revoked signer exchanged for a good one',
      append(documentStamp(store(stamped, [revoked])), { 501: packed(list) }, { form }),
      after,
    ),
    of(
      'another store in its place',
      append(archived, { 500: '<</Type/DSS/CRLs[560 0 R]>>', 560: packed(revoked) }, { form }),
      after,
    ),
    of('revoked before it was signed, as the store says', documentStamp(store(stamped, [revoked])), ['revoked']),
    of('a stamp over less', documentStamp(stored, { range: ([, a, b, c]) => `[0 ${a - 20} ${b} ${c}]` }), broken),
    of('a stamp over the beginning only', documentStamp(stored, { range: ([, a, b]) => `[0 ${a} ${b} 10]` }), broken),
    of(
      'a stamp of other bytes',
      documentStamp(stored, { make: () => stampBy(cast, cast.clock, stampedAt)(Buffer.from('x')) }),
      broken,
    ),
    of('the stamp of another file', withToken(archived, tokenOf(otherStamp)), broken),
    of('a digit of the stamp changed', flipped(archived), broken),
    of('a stamp of a forged authority of the same name', documentStamp(stored, { clock: cast.forgedClock }), [
      'unknown-signer',
    ]),
    of('a stamp of a foreign authority', documentStamp(stored, { clock: cast.strangeClock }), ['unknown-signer']),
    of('a stamp by an official', documentStamp(stored, { clock: cast.notAClock }), ['unknown-signer']),
    of('a stamp by one who may also do other things', documentStamp(stored, { clock: cast.looseClock }), [
      'unknown-signer',
    ]),
    of('a stamp from after the end of its certificate', documentStamp(stored, { clock: cast.expiredClock }), [
      'unknown-signer',
    ]),
    of('a stamp whose key was in other hands', documentStamp(store(stamped, [compromised])), ['unknown-signer']),
    of('a signature dressed up as a stamp', documentStamp(stored, { make: signAs(cast, cast.head) }), broken),
    of(
      'a stamp dressed up as a signature',
      documentStamp(stored, { type: 'Sig', subFilter: 'ETSI.CAdES.detached' }),
      broken,
    ),
  ]
}

const stampStart = (file: Buffer) => {
  const at = file.indexOf('/Contents<', file.lastIndexOf('/Type/DocTimeStamp'))
  return at + '/Contents<'.length
}

const tokenOf = (file: Buffer) => file.subarray(stampStart(file), file.indexOf('>', stampStart(file)))

function withToken(file: Buffer, token: Buffer): Buffer {
  const copy = Buffer.from(file)
  token.copy(copy, stampStart(copy))
  return copy
}

/** One digit within the signature value of the token, which is its last part. */
function flipped(file: Buffer): Buffer {
  const copy = Buffer.from(file)
  const start = stampStart(copy)
  const digits = copy.toString('latin1', start, copy.indexOf('>', start)).replace(/(00)+$/, '').length
  const at = start + digits - 20
  copy.write(copy.toString('latin1', at, at + 1).toLowerCase() === 'a' ? '3' : 'a', at, 'latin1')
  return copy
}
