import { isArray, isDict, nameOf, type PdfDict, PdfRef, textOf } from '../verify/pdf/values.ts'
import { findSignatureFields, refKey } from '../verify/signature/find-fields.ts'
import type { PdfUpdate } from './pdf-update.ts'
import { SignPdfError } from './sign-pdf-error.ts'
import { pdfDict, pdfName, pdfStream, pdfText, type WritableDict, type WritableValue } from './write-pdf-value.ts'

/**
 * Where viewers show the signature, in points from the lower left of a page (from 0). The widget is transparent:
 * the typeset page already carries the signature block.
 */
export interface FieldPlacement {
  readonly page: number
  readonly rect: readonly [number, number, number, number]
}

/** Print, so that the widget is a legal PDF/A annotation (ISO 19005-2, 6.3.2), and Locked. */
const WIDGET_FLAGS = 4 + 128
const MOST_PAGES = 5000

export const officialFields = 'Tanda Tangan'
export const timeStampFields = 'Cap Waktu'

/**
 * Puts a signature into a field: the one of this name, or the first empty one of the series, or a new one. Empty fields
 * for those who sign later are made with the first signature, so that their signing changes neither form nor page.
 */
export function fillSignatureField(
  update: PdfUpdate,
  value: PdfRef,
  options: {
    readonly series: string
    readonly name?: string | undefined
    readonly placement?: FieldPlacement | undefined
    readonly further?: number | undefined
  },
): void {
  const fields = findSignatureFields(update.before)
  const { name, series } = options
  const known = fields.find((field) =>
    name === undefined ? !field.value && field.name.startsWith(`${series} `) : field.name === name,
  )
  if (known?.value) throw new SignPdfError(`The field ${known.name} is signed already`)
  if (known) update.set(known.ref, new Map<string, WritableValue>(known.dict).set('V', value))
  else {
    const taken = namesOf(update)
    const names = [name ?? nextName(taken, series)]
    while (names.length <= (options.further ?? 0)) names.push(nextName(new Set([...taken, ...names]), series))
    addSignatureFields(update, names, { value, placement: options.placement })
  }
}

/** Adds fields to the form and to a page, the first one with a value, the others empty. */
function addSignatureFields(
  update: PdfUpdate,
  names: readonly string[],
  first: { readonly value?: PdfRef | undefined; readonly placement?: FieldPlacement | undefined } = {},
): void {
  const taken = namesOf(update)
  const page = findPage(update, first.placement?.page ?? 0)
  if (!page) throw new SignPdfError('The file has no such page')
  const refs = names.map((name, index) => {
    if (taken.has(name)) throw new SignPdfError(`The file already has a field named ${name}`)
    taken.add(name)
    return update.add(widget(update, name, page.ref, index === 0 ? first : {}))
  })
  extendForm(update, refs)
  extendList(update, page.ref, page.dict, 'Annots', refs)
}

function widget(
  update: PdfUpdate,
  name: string,
  page: PdfRef,
  { value, placement }: { readonly value?: PdfRef | undefined; readonly placement?: FieldPlacement | undefined },
): WritableDict {
  const rect = placement?.rect ?? [0, 0, 0, 0]
  // PDF/A wants an appearance for every annotation that has a size (ISO 19005-2, 6.3.3).
  const size = [0, 0, rect[2] - rect[0], rect[3] - rect[1]]
  const looks = placement
    ? pdfDict({
        N: update.add(pdfStream(Buffer.alloc(0), { Type: pdfName('XObject'), Subtype: pdfName('Form'), BBox: size })),
      })
    : undefined
  return pdfDict({
    Type: pdfName('Annot'),
    Subtype: pdfName('Widget'),
    FT: pdfName('Sig'),
    T: pdfText(name),
    V: value,
    F: WIDGET_FLAGS,
    P: page,
    Rect: [...rect],
    AP: looks,
  })
}

function extendForm(update: PdfUpdate, refs: readonly PdfRef[]): void {
  const root = update.before.cross.trailer.get('Root') as PdfRef
  const catalog = currentDict(update, root) ?? new Map()
  const place = catalog.get('AcroForm')
  const form = new Map<string, WritableValue>(currentDict(update, place as PdfRef | undefined) ?? [])
  // SignaturesExist and AppendOnly (ISO 32000-2, table 225).
  form.set('SigFlags', 3)
  const list = form.get('Fields')
  if (list instanceof PdfRef) update.set(list, [...listOf(update, list), ...refs])
  else form.set('Fields', [...listOf(update, list), ...refs])
  if (place instanceof PdfRef) update.set(place, form)
  else update.set(root, new Map(catalog).set('AcroForm', place === undefined ? update.add(form) : form))
}

function extendList(update: PdfUpdate, ref: PdfRef, dict: WritableDict, key: string, refs: readonly PdfRef[]): void {
  const list = dict.get(key)
  if (list instanceof PdfRef) update.set(list, [...listOf(update, list), ...refs])
  else update.set(ref, new Map(dict).set(key, [...listOf(update, list), ...refs]))
}

function listOf(update: PdfUpdate, value: WritableValue | undefined): readonly WritableValue[] {
  const list = update.current(value as PdfRef | undefined)
  return Array.isArray(list) ? list : []
}

function currentDict(update: PdfUpdate, value: PdfRef | PdfDict | undefined): WritableDict | undefined {
  const found = update.current(value)
  return found instanceof Map ? found : undefined
}

function findPage(
  update: PdfUpdate,
  wanted: number,
): { readonly ref: PdfRef; readonly dict: WritableDict } | undefined {
  const { before } = update
  const open: PdfRef[] = []
  const seen = new Set<string>()
  const top = before.catalog.get('Pages')
  if (top instanceof PdfRef) open.push(top)
  let index = 0
  for (let ref = open.pop(); ref; ref = open.pop()) {
    if (seen.has(refKey(ref)) || seen.size > MOST_PAGES) return undefined
    seen.add(refKey(ref))
    const dict = before.dict(ref)
    if (!dict) continue
    const kids = before.resolve(dict.get('Kids'))
    if (nameOf(dict.get('Type')) === 'Page' || !isArray(kids)) {
      if (index++ === wanted) return { ref, dict: currentDict(update, ref) ?? dict }
    } else for (const kid of kids.toReversed()) if (kid instanceof PdfRef) open.push(kid)
  }
  return undefined
}

function namesOf({ before }: PdfUpdate): Set<string> {
  const form = before.dict(before.catalog.get('AcroForm'))
  const fields = form && before.resolve(form.get('Fields'))
  const names = (isArray(fields) ? fields : []).map((one) => {
    const dict = before.resolve(one)
    return isDict(dict) ? (textOf(before.resolve(dict.get('T'))) ?? '') : ''
  })
  return new Set(names)
}

function nextName(names: ReadonlySet<string>, series: string): string {
  for (let number = 1; ; number++) if (!names.has(`${series} ${number}`)) return `${series} ${number}`
}
