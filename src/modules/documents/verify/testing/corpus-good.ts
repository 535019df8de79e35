import { type Cast, crlOf, now, signAs, signedAt, stampBy } from './cast.ts'
import type { CorpusCase } from './corpus.ts'
import { append, letter, packed, stream, type WriteOptions, writePdf } from './make-pdf.ts'
import { signTestPdf } from './sign-test-pdf.ts'

export const forms = ['table', 'stream', 'object-streams'] as const
export type Form = NonNullable<WriteOptions['form']>

const good = (name: string, file: Buffer): CorpusCase => ({ name: `good: ${name}`, file, expect: ['genuine'] })

/** A letter with one good signature. */
export function signedLetter(cast: Cast, form: Form = 'table', pages = 1): Buffer {
  return signTestPdf(writePdf(letter('Surat asli', pages), { form }), { make: signAs(cast, cast.head), form })
}

/** Adds the store of validation data with these lists. */
export function withStore(file: Buffer, crls: readonly Buffer[], form: Form = 'table'): Buffer {
  const objects = Object.fromEntries(crls.map((crl, index) => [501 + index, packed(crl)]))
  const refs = crls.map((_, index) => `${501 + index} 0 R`).join(' ')
  return append(
    file,
    { 1: '<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R/DSS 500 0 R>>', 500: `<</Type/DSS/CRLs[${refs}]>>`, ...objects },
    { form },
  )
}

export function goodCases(cast: Cast): CorpusCase[] {
  const cases: CorpusCase[] = []
  for (const form of forms) {
    const plain = writePdf(letter('Surat asli'), { form })
    const make = signAs(cast, cast.head)
    const once = signedLetter(cast, form)
    const second = { make: signAs(cast, cast.secretary), form, field: 200, others: [100] }
    const twice = signTestPdf(once, second)
    const stamped = signTestPdf(plain, {
      make: signAs(cast, cast.head, { stamp: stampBy(cast, cast.clock, signedAt) }),
      form,
    })
    const stored = withStore(stamped, [crlOf(cast, signedAt)], form)
    const documentStamp = {
      make: stampBy(cast, cast.clock, new Date('2026-11-24')),
      form,
      field: 300,
      others: [100],
      type: 'DocTimeStamp' as const,
      subFilter: 'ETSI.RFC3161',
    }
    cases.push(
      good(`one signer, ${form}`, once),
      good(`two signers, ${form}`, twice),
      good(
        `three signers, ${form}`,
        signTestPdf(twice, { make: signAs(cast, cast.rsa), form, field: 300, others: [100, 200] }),
      ),
      good(`the same signer twice, ${form}`, signTestPdf(once, { ...second, make })),
      good(`visible field, ${form}`, signTestPdf(plain, { make, form, draw: '0 0 100 40 re S' })),
      good(`certified, ${form}`, signTestPdf(plain, { make, form, certify: 2 })),
      good(
        `certified, then signed as allowed, ${form}`,
        signTestPdf(signTestPdf(plain, { make, form, certify: 2 }), second),
      ),
      good(`time stamp, ${form}`, stamped),
      good(`time stamp and validation data, ${form}`, stored),
      good(`validation data and document time stamp, ${form}`, signTestPdf(stored, documentStamp)),
      good(
        `certified without any change, then validation data, ${form}`,
        append(
          signTestPdf(plain, { make, form, certify: 1 }),
          {
            1: '<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R/Perms<</DocMDP 101 0 R>>/DSS 500 0 R>>',
            500: '<</Type/DSS>>',
          },
          { form },
        ),
      ),
      good(`an empty field that was there, ${form}`, signTestPdf(withEmptyField(form), { make, form, existing: true })),
      good(`signed by an RSA key, ${form}`, signTestPdf(plain, { make: signAs(cast, cast.rsa), form })),
      good(
        `through a subordinate authority, ${form}`,
        signTestPdf(plain, { make: signAs(cast, cast.subordinate), form }),
      ),
      good(`SHA-512, ${form}`, signTestPdf(plain, { make: signAs(cast, cast.head, { hash: 'sha512' }), form })),
      good(`an older update before signing, ${form}`, afterUpdate(cast, plain, form)),
    )
  }
  cases.push(
    good('a plain CMS signature of another program', ordinaryCms(cast)),
    good('scan of 400 pages', scan(cast)),
    good('expired since, but time-stamped while valid', stampedInTime(cast)),
    { name: 'good: no signature at all', file: writePdf(letter('Tanpa tanda tangan')), expect: ['not-signed'] },
    { name: 'good: an empty signature field', file: withEmptyField('table'), expect: ['not-signed'] },
    {
      name: 'good: only a document time stamp',
      file: signTestPdf(writePdf(letter('Cap waktu')), {
        make: stampBy(cast, cast.clock, signedAt),
        type: 'DocTimeStamp',
        subFilter: 'ETSI.RFC3161',
      }),
      expect: ['not-signed'],
    },
  )
  return cases
}

export function withEmptyField(form: Form): Buffer {
  const objects = letter('Surat asli')
  objects[3] = '<</Fields[100 0 R]/SigFlags 1>>'
  objects[10] = String(objects[10]).replace('/Contents', '/Annots[100 0 R]/Contents')
  objects[100] = '<</Type/Annot/Subtype/Widget/FT/Sig/T(Tanda 100)/F 132/P 10 0 R/Rect[0 0 0 0]>>'
  return writePdf(objects, { form })
}

function afterUpdate(cast: Cast, plain: Buffer, form: Form): Buffer {
  const updated = append(plain, { 11: stream(Buffer.from('BT /F1 14 Tf 60 760 Td (Surat baru) Tj ET')) }, { form })
  return signTestPdf(updated, { make: signAs(cast, cast.head), form })
}

function ordinaryCms(cast: Cast): Buffer {
  const make = signAs(cast, cast.head, { names: 'nothing', signingTime: signedAt })
  return signTestPdf(writePdf(letter('Surat asli')), { make, subFilter: 'adbe.pkcs7.detached' })
}

function scan(cast: Cast): Buffer {
  const objects = letter('Halaman', 400)
  for (let page = 0; page < 400; page++) objects[11 + page * 2] = stream(Buffer.alloc(20_000, page))
  const page = String(objects[10]).replace('>>>>>>', '>>>>/Annots[')
  return signTestPdf(writePdf(objects), { make: signAs(cast, cast.head), field: 2000, page })
}

function stampedInTime(cast: Cast): Buffer {
  const at = new Date(now.getTime() - 20 * 86_400_000)
  const make = signAs(cast, cast.expired, { stamp: stampBy(cast, cast.clock, at) })
  return signTestPdf(writePdf(letter('Surat asli')), { make, signedAt: at })
}
