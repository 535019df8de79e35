import { damaged, PdfRefusal } from '../pdf/refusal.ts'
import type { Revision } from '../pdf/revision.ts'
import { isArray, isDict, nameOf, type PdfDict, PdfRef, PdfStream, textOf } from '../pdf/values.ts'

/** One signature field of a form. */
export interface SignatureField {
  readonly name: string
  /** Of the object that holds it; a field that is no object of its own is refused. */
  readonly ref: PdfRef
  readonly dict: PdfDict
  /** Objects that stand on pages for it: itself, or its kids. */
  readonly widgets: readonly PdfRef[]
  /** The signature; undefined while nobody has signed. */
  readonly value: PdfDict | undefined
}

export const refKey = (ref: PdfRef): string => `${ref.number} ${ref.generation}`

const MOST_FIELDS = 20_000

/** All signature fields of the form of a revision (ISO 32000-2, 12.7), in order. */
export function findSignatureFields(revision: Revision): SignatureField[] {
  const form = revision.dict(revision.catalog.get('AcroForm'))
  const top = form && revision.resolve(form.get('Fields'))
  if (!isArray(top)) return []
  const found: SignatureField[] = []
  const seen = new Set<string>()
  const open = top.map((value) => ({ value, path: '' })).reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next
    if (!(value instanceof PdfRef)) throw damaged('A field of the form is no object of its own')
    if (seen.has(refKey(value))) throw damaged('A field stands twice in the form')
    if (seen.size > MOST_FIELDS) throw new PdfRefusal('too-complex', 'Its form has too many fields')
    seen.add(refKey(value))
    const dict = revision.dict(value)
    if (!dict) continue
    const own = textOf(revision.resolve(dict.get('T')))
    const name = own === undefined ? path : path ? `${path}.${own}` : own
    const kids = revision.resolve(dict.get('Kids'))
    if (nameOf(revision.resolve(dict.get('FT'))) === 'Sig') {
      const widgets = isArray(kids) ? kids.filter((kid) => kid instanceof PdfRef) : [value]
      found.push({ name, ref: value, dict, widgets, value: revision.dict(dict.get('V')) })
    } else if (isArray(kids)) for (const kid of [...kids].reverse()) open.push({ value: kid, path: name })
  }
  return found
}

/** Something is drawn on the page for this field. */
export function isDrawn(revision: Revision, field: SignatureField): boolean {
  return field.widgets.some((ref) => {
    const appearance = revision.dict(revision.dict(ref)?.get('AP'))
    if (!appearance) return false
    return [...appearance.values()].some((one) => {
      const shown = revision.resolve(one)
      if (isDict(shown)) return true
      return shown instanceof PdfStream && shown.raw.length > 0
    })
  })
}
