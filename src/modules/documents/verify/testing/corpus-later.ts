import { type Cast, signAs } from './cast.ts'
import type { CorpusCase } from './corpus.ts'
import { type Form, forms, signedLetter, withEmptyField } from './corpus-good.ts'
import { append, letter, type Objects, stream, writePdf } from './make-pdf.ts'
import { signTestPdf } from './sign-test-pdf.ts'

const words = (text: string) => stream(Buffer.from(`BT /F1 14 Tf 60 760 Td (${text}) Tj ET`))
const page = (more: string) =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 11 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[100 0 R${more}]>>`
const stricter = 'the signed bytes are whole; only a comparison of the revisions shows that the document is another'

/** Updates after a good signature, each of which makes another document of it. */
const UPDATES: Readonly<Record<string, Objects>> = {
  'words replaced': { 11: words('Surat palsu') },
  'words freed': { 11: undefined },
  'page led to other words': {
    10: page('').replace('11 0 R', '400 0 R'),
    400: words('Surat palsu'),
  },
  'page added': {
    2: '<</Type/Pages/Kids[10 0 R 400 0 R]/Count 2>>',
    400: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 401 0 R>>',
    401: words('Lampiran palsu'),
  },
  'page removed': { 2: '<</Type/Pages/Kids[]/Count 0>>' },
  'other pages in the catalog': {
    1: '<</Type/Catalog/Pages 400 0 R/AcroForm 3 0 R>>',
    400: '<</Type/Pages/Kids[10 0 R]/Count 1>>',
  },
  'font replaced': { 5: '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]>>' },
  'comment laid over the words': {
    10: page(' 400 0 R'),
    400: '<</Type/Annot/Subtype/FreeText/Rect[60 740 300 780]/Contents(Palsu)>>',
  },
  'stamp laid over the words': {
    10: page(' 400 0 R'),
    400: '<</Type/Annot/Subtype/Stamp/Rect[60 740 300 780]/AP<</N 401 0 R>>>>',
    401: stream(Buffer.from('1 g 0 0 240 40 re f'), '/Type/XObject/Subtype/Form/BBox[0 0 240 40]'),
  },
  'text field laid over the words': {
    3: '<</Fields[100 0 R 400 0 R]/SigFlags 3>>',
    10: page(' 400 0 R'),
    400: '<</Type/Annot/Subtype/Widget/FT/Tx/T(x)/V(Palsu)/Rect[60 740 300 780]/P 10 0 R>>',
  },
  'a field that pretends to be signed': {
    3: '<</Fields[100 0 R 400 0 R]/SigFlags 3>>',
    10: page(' 400 0 R'),
    400: '<</Type/Annot/Subtype/Widget/FT/Sig/T(y)/Rect[60 740 300 780]/P 10 0 R/AP<</N 401 0 R>>>>',
    401: stream(Buffer.from('1 g 0 0 240 40 re f'), '/Type/XObject/Subtype/Form/BBox[0 0 240 40]'),
  },
  'looks of the signature replaced': {
    100: '<</Type/Annot/Subtype/Widget/FT/Sig/T(Tanda 100)/F 132/P 10 0 R/Rect[0 0 300 300]/V 101 0 R/AP<</N 401 0 R>>>>',
    401: stream(Buffer.from('1 g 0 0 240 40 re f'), '/Type/XObject/Subtype/Form/BBox[0 0 240 40]'),
  },
  'a program when opened': {
    1: '<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R/OpenAction<</S/JavaScript/JS(app.alert)>>>>',
  },
  'layers that hide': { 1: '<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R/OCProperties<</OCGs[]/D<<>>>>>>' },
  'viewers told to draw fields anew': { 3: '<</Fields[100 0 R]/SigFlags 3/NeedAppearances true>>' },
  'page turned': { 10: page('').replace('/Annots', '/Rotate 180/Annots') },
  'page cropped': { 10: page('').replace('/Annots', '/CropBox[0 0 595 300]/Annots') },
  'title replaced': { 4: '<</Title(Surat lain)>>' },
  'nothing but an empty update': {},
}
/** Updates that leave the document what it was. */
const HARMLESS = new Set(['nothing but an empty update'])

export function laterCases(cast: Cast): CorpusCase[] {
  const cases: CorpusCase[] = []
  const add = (name: string, file: Buffer, expect: CorpusCase['expect'] = ['changed-after'], why = stricter) =>
    cases.push({ name: `later: ${name}`, file, expect, stricter: why })
  for (const form of forms) {
    const once = signedLetter(cast, form)
    for (const [name, objects] of Object.entries(UPDATES)) {
      add(`${name}, ${form}`, append(once, objects, { form }), HARMLESS.has(name) ? ['genuine'] : ['changed-after'])
    }
    const second = { make: signAs(cast, cast.secretary), form, field: 200, others: [100] }
    const changed = append(once, { 11: words('Surat palsu') }, { form })
    add(`a change between two signers, ${form}`, signTestPdf(changed, second))
    add(
      `a change brought by the second signer, ${form}`,
      signTestPdf(once, { ...second, more: { 11: words('Palsu') } }),
    )
    add(`a change after two signers, ${form}`, append(signTestPdf(once, second), { 11: words('Palsu') }, { form }))
    add(`another catalog, ${form}`, append(once, { 400: '<</Type/Catalog/Pages 2 0 R>>' }, { form, root: '400 0 R' }), [
      'changed',
    ])
    add(`the form without its field, ${form}`, append(once, { 3: '<</Fields[]>>' }, { form }), ['changed'])
    add(`the first of two fields removed, ${form}`, removedFirst(cast, form))
    add(`a field freed, ${form}`, append(once, { 100: undefined }, { form }), ['changed'])
    for (const [name, file] of Object.entries(shadows(cast, form))) add(`shadow: ${name}, ${form}`, file)
    for (const [name, file] of Object.entries(certified(cast, form))) add(`certified: ${name}, ${form}`, file)
    add(`an untrusted signature drawn over the words, ${form}`, drawnOver(cast, once, form), ['unknown-signer'])
  }
  return cases
}

function removedFirst(cast: Cast, form: Form): Buffer {
  const twice = signTestPdf(signedLetter(cast, form), {
    make: signAs(cast, cast.secretary),
    form,
    field: 200,
    others: [100],
  })
  return append(twice, { 3: '<</Fields[200 0 R]/SigFlags 3>>' }, { form })
}

/** Content prepared before signing and switched afterwards (shadow attacks: hide, replace, hide-and-replace). */
function shadows(cast: Cast, form: Form): Record<string, Buffer> {
  const make = signAs(cast, cast.head)
  const sign = (objects: Objects, pageText?: string) =>
    signTestPdf(writePdf(objects, { form }), { make, form, ...(pageText ? { page: pageText } : {}) })
  const open = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents'
  const dangling = sign(letter('Surat asli'), `${open}[11 0 R 600 0 R]/Resources<</Font<</F1 5 0 R>>>>/Annots[`)
  const cover = {
    ...letter('Surat palsu'),
    600: stream(Buffer.from('1 g 0 0 595 842 re f BT /F1 14 Tf 60 760 Td (Asli) Tj ET')),
  }
  const covered = sign(cover, `${open}[11 0 R 600 0 R]/Resources<</Font<</F1 5 0 R>>>>/Annots[`)
  const hidden = sign({
    ...letter('Surat asli'),
    600: words('Surat palsu'),
    601: '<</Type/Pages/Kids[10 0 R]/Count 1>>',
  })
  const shown = { ...letter('Surat asli'), 600: '<</Type/XObject/Subtype/Form>>' }
  return {
    'hide: the covering picture freed': append(covered, { 600: undefined }, { form }),
    'hide: the covering picture emptied': append(covered, { 600: stream(Buffer.alloc(0)) }, { form }),
    'replace: a reference that led nowhere now leads to words': append(dangling, { 600: words('Palsu') }, { form }),
    'replace: font drawn otherwise': append(
      sign(shown),
      { 5: '<</Type/Font/Subtype/Type1/BaseFont/Symbol>>' },
      { form },
    ),
    'hide and replace: pages that were prepared': append(
      hidden,
      { 1: '<</Type/Catalog/Pages 601 0 R/AcroForm 3 0 R>>' },
      { form },
    ),
    'hide and replace: words that were prepared': append(
      hidden,
      { 10: page('').replace('11 0 R', '600 0 R') },
      { form },
    ),
  }
}

function certified(cast: Cast, form: Form): Record<string, Buffer> {
  const make = signAs(cast, cast.head)
  const plain = writePdf(letter('Surat asli'), { form })
  const level = (certify: 1 | 2 | 3) => signTestPdf(plain, { make, form, certify })
  const second = { make: signAs(cast, cast.secretary), form, field: 200, others: [100] }
  const note = { 10: page(' 400 0 R'), 400: '<</Type/Annot/Subtype/Text/Rect[60 740 300 780]/Contents(x)>>' }
  const locked = signTestPdf(withEmptyField(form), {
    make,
    form,
    field: 200,
    others: [100],
    lock: '/Lock<</Type/SigFieldLock/Action/All>>',
  })
  return {
    'signed again where nothing was allowed': signTestPdf(level(1), second),
    'words replaced': append(level(2), { 11: words('Palsu') }, { form }),
    'evil annotation': append(level(3), note, { form }),
    'sneaky signature that draws over the words': signTestPdf(level(2), { ...second, draw: '1 g 0 0 240 60 re f' }),
    'sneaky signature where comments are allowed': signTestPdf(level(3), { ...second, draw: '1 g 0 0 240 60 re f' }),
    'a locked field signed after all': signTestPdf(locked, { ...second, field: 100, existing: true }),
  }
}

function drawnOver(cast: Cast, once: Buffer, form: Form): Buffer {
  const make = signAs(cast, cast.stranger)
  return signTestPdf(once, { make, form, field: 200, others: [100], draw: '1 g 0 0 240 60 re f' })
}
