import { PdfUpdate } from '../signing/pdf-update.ts'
import { pdfDict, pdfName, pdfStream, type WritableDict, type WritableValue } from '../signing/write-pdf-value.ts'
import { Budget } from '../verify/pdf/refusal.ts'
import { unfilter } from '../verify/pdf/unfilter.ts'
import { isArray, PdfRef, PdfStream } from '../verify/pdf/values.ts'

/** What a file needs to be checked without asking anybody: certificates and lists, DER. */
export interface ValidationData {
  readonly certificates: readonly Uint8Array[]
  readonly lists: readonly Uint8Array[]
}

/**
 * Adds a store of validation data (ETSI EN 319 142-1, 5.4.2) as an incremental update, beside what an earlier one holds.
 * Entries by signature (VRI) are left out: the standard makes them optional, and every verifier looks into the store.
 * @returns undefined when all of it is there already
 */
export function addValidationData(file: Uint8Array, data: ValidationData): Buffer | undefined {
  const update = new PdfUpdate(file)
  const { before } = update
  const root = before.cross.trailer.get('Root') as PdfRef
  const place = before.catalog.get('DSS')
  const store = new Map<string, WritableValue>(before.dict(place) ?? [['Type', pdfName('DSS')]])
  let added = false
  for (const [key, items] of [
    ['Certs', data.certificates],
    ['CRLs', data.lists],
  ] as const) {
    const stored = before.resolve(before.dict(place)?.get(key))
    const refs: WritableValue[] = isArray(stored) ? [...stored] : []
    const known = (isArray(stored) ? stored : []).flatMap((one) => {
      const stream = before.resolve(one)
      return stream instanceof PdfStream ? [unfilter(stream, new Budget())] : []
    })
    for (const item of items) {
      if (known.some((one) => one.equals(item))) continue
      known.push(Buffer.from(item))
      refs.push(update.add(pdfStream(item)))
      added = true
    }
    if (refs.length) store.set(key, refs)
  }
  if (!added) return undefined
  if (place instanceof PdfRef) update.set(place, store)
  else update.set(root, catalogWith(before.catalog, update.add(store)))
  return update.save()
}

/** The store is of ISO 32000-2; a file of an earlier version says which extension it uses. */
function catalogWith(catalog: WritableDict, store: PdfRef): WritableDict {
  const extension = pdfDict({ Type: pdfName('DeveloperExtensions'), BaseVersion: pdfName('1.7'), ExtensionLevel: 5 })
  const changed = new Map(catalog).set('DSS', store)
  return changed.has('Extensions') ? changed : changed.set('Extensions', pdfDict({ ESIC: extension }))
}
