import type { Revision } from '../pdf/revision.ts'
import {
  isArray,
  isDict,
  nameOf,
  type PdfDict,
  PdfName,
  PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
} from '../pdf/values.ts'
import { findSignatureFields, isDrawn, refKey, type SignatureField } from './find-fields.ts'
import type { Permissions } from './permissions.ts'

/** What was added after a signature. `changed` is everything that is neither of the others. */
export type Addition = 'signature' | 'time-stamp' | 'validation-data' | 'drawing' | 'changed'

export interface Comparison {
  readonly additions: ReadonlySet<Addition>
  /** Where the first unallowed difference is; for the log, in English. */
  readonly difference: string | undefined
}

class Difference extends Error {}

/** Keys that a field may have which came, or was signed, after an earlier signature. Actions are not among them. */
const FIELD_KEYS = new Set(
  'Type Subtype FT T TU V F Ff P Rect AP MK DA Q Border BS Parent Lock SV NM M StructParent'.split(' '),
)

/**
 * Compares the document that a signature saw with the one that there is now, by walking both from their catalogs:
 * whatever can be reached must be the same, save for what a later signature needs. Walking, rather than reading which
 * objects an update lists, sees through every way to swap content: replaced, freed or re-pointed objects, and
 * references that led nowhere when it was signed.
 */
export function compareRevisions(before: Revision, after: Revision, permissions: Permissions): Comparison {
  const walk = new Walk(before, after, permissions)
  try {
    walk.run()
  } catch (error) {
    if (!(error instanceof Difference)) throw error
    walk.additions.add('changed')
    return { additions: walk.additions, difference: error.message }
  }
  return { additions: walk.additions, difference: undefined }
}

class Walk {
  readonly additions = new Set<Addition>()
  private readonly before: Revision
  private readonly after: Revision
  private readonly open: { old: PdfValue; now: PdfValue; at: string }[] = []
  private readonly met = new Set<string>()
  /** Objects of signature fields that were filled after the signature, old ones and new ones. */
  private readonly signedSince = new Set<string>()
  private readonly newWidgets = new Set<string>()

  constructor(before: Revision, after: Revision, permissions: Permissions) {
    this.before = before
    this.after = after
    const known = new Map(findSignatureFields(before).map((field) => [refKey(field.ref), field]))
    for (const field of findSignatureFields(after)) {
      const old = known.get(refKey(field.ref))
      if (field.value && !old?.value) this.admit(field, old, permissions)
    }
  }

  private admit(field: SignatureField, old: SignatureField | undefined, permissions: Permissions): void {
    const stamp = nameOf(this.after.resolve(field.value?.get('Type'))) === 'DocTimeStamp'
    if (!stamp && !permissions.maySignIn(field.name)) return
    for (const key of field.dict.keys()) if (!FIELD_KEYS.has(key)) return
    if (isDrawn(this.after, field) && (!old || !isDrawn(this.before, old))) {
      // A picture that appears on a certified page may hide what is below it.
      if (permissions.level !== undefined) return
      this.additions.add('drawing')
    }
    this.additions.add(stamp ? 'time-stamp' : 'signature')
    this.signedSince.add(refKey(field.ref))
    if (!old) for (const ref of field.widgets) this.newWidgets.add(refKey(ref))
  }

  run(): void {
    const oldRoot = this.before.cross.trailer.get('Root')
    const root = this.after.cross.trailer.get('Root')
    if (!(oldRoot instanceof PdfRef) || !(root instanceof PdfRef) || refKey(oldRoot) !== refKey(root)) {
      throw new Difference('another catalog')
    }
    this.compareCatalogs(this.before.catalog, this.after.catalog)
    this.met.add(refKey(root))
    this.compareInfo()
    for (let next = this.open.pop(); next; next = this.open.pop()) {
      this.before.budget.spendStep()
      this.compare(next.old, next.now, next.at)
    }
  }

  private compareCatalogs(old: PdfDict, now: PdfDict): void {
    for (const key of new Set([...old.keys(), ...now.keys()])) {
      if (key === 'AcroForm') this.compareForms(old.get(key), now.get(key))
      else if (key === 'DSS') this.compareStores(old.get(key), now.get(key))
      // Names only which extensions of the format are used.
      else if (key !== 'Extensions') this.push(old.get(key), now.get(key), `/Root/${key}`)
    }
  }

  /** Title, author and the like are shown by viewers; when and by what the file was written is not what it says. */
  private compareInfo(): void {
    const old = this.before.dict(this.before.cross.trailer.get('Info')) ?? new Map()
    const now = this.after.dict(this.after.cross.trailer.get('Info')) ?? new Map()
    for (const key of new Set([...old.keys(), ...now.keys()])) {
      if (key !== 'ModDate' && key !== 'Producer') this.push(old.get(key), now.get(key), `/Info/${key}`)
    }
  }

  private compareStores(old: PdfValue | undefined, now: PdfValue | undefined): void {
    if (now === undefined) throw new Difference('the store of validation data was removed')
    const same =
      old instanceof PdfRef &&
      now instanceof PdfRef &&
      refKey(old) === refKey(now) &&
      JSON.stringify(this.before.entry(old.number)) === JSON.stringify(this.after.entry(now.number))
    if (!same) this.additions.add('validation-data')
    for (const key of ['Certs', 'CRLs', 'OCSPs']) {
      const kept = this.streamsOf(this.after, now, key)
      // A list that was there may say that somebody was revoked: the store only grows.
      const lost = this.streamsOf(this.before, old, key).some((one) => !kept.some((other) => other.equals(one)))
      if (lost) throw new Difference(`validation data was taken out of the store (${key})`)
    }
  }

  private streamsOf(revision: Revision, store: PdfValue | undefined, key: string): Buffer[] {
    const list = revision.resolve(revision.dict(store)?.get(key))
    return (isArray(list) ? list : []).flatMap((one) => {
      this.before.budget.spendStep()
      const stream = revision.resolve(one)
      return stream instanceof PdfStream ? [stream.raw] : []
    })
  }

  private compareForms(old: PdfValue | undefined, now: PdfValue | undefined): void {
    const oldForm = this.before.dict(old) ?? new Map()
    const form = this.after.dict(now)
    if (!form) {
      if (old !== undefined || now !== undefined) throw new Difference('the form was removed')
      return
    }
    if (old instanceof PdfRef) this.met.add(refKey(old))
    for (const key of new Set([...oldForm.keys(), ...form.keys()])) {
      if (key === 'SigFlags') continue
      const [left, right] = [oldForm.get(key), form.get(key)]
      if (key !== 'Fields') this.push(left, right, `/AcroForm/${key}`)
      else this.compareList(left, right, '/AcroForm/Fields', this.signedSince)
    }
  }

  /** The old members in their order, then only objects that are allowed to come. */
  private compareList(
    old: PdfValue | undefined,
    now: PdfValue | undefined,
    at: string,
    allowed: ReadonlySet<string>,
  ): void {
    const [left, right] = [this.before.resolve(old), this.after.resolve(now)]
    if ((left !== null && !isArray(left)) || !isArray(right)) {
      this.push(old, now, at)
      return
    }
    const earlier = left ?? []
    if (right.length < earlier.length) throw new Difference(`${at} became shorter`)
    for (const [index, item] of right.entries()) {
      const before = earlier[index]
      if (before !== undefined) this.push(before, item, `${at}[${index}]`)
      else if (!(item instanceof PdfRef) || !allowed.has(refKey(item))) throw new Difference(`${at} became longer`)
    }
  }

  private push(old: PdfValue | undefined, now: PdfValue | undefined, at: string): void {
    this.open.push({ old: old ?? null, now: now ?? null, at })
  }

  private compare(old: PdfValue, now: PdfValue, at: string): void {
    if (old instanceof PdfRef || now instanceof PdfRef) this.compareRefs(old, now, at)
    else if (isArray(old) && isArray(now)) {
      if (old.length !== now.length) throw new Difference(`${at} has another length`)
      for (const [index, item] of old.entries()) this.push(item, now[index], at)
    } else if (isDict(old) && isDict(now)) this.compareDicts(old, now, at)
    else if (old instanceof PdfStream && now instanceof PdfStream) {
      if (!old.raw.equals(now.raw)) throw new Difference(`the stream ${at} has other content`)
      this.compareDicts(old.dict, now.dict, at)
    } else if (!isSame(old, now)) throw new Difference(`${at} has another value`)
  }

  private compareRefs(old: PdfValue, now: PdfValue, at: string): void {
    if (!(old instanceof PdfRef) || !(now instanceof PdfRef)) {
      // Written in place here, as an object there: only the same when it says the same.
      this.push(this.before.resolve(old), this.after.resolve(now), at)
      return
    }
    const key = refKey(old)
    if (key !== refKey(now)) throw new Difference(`${at} leads to another object`)
    if (this.met.has(key)) return
    this.met.add(key)
    const [left, right] = [this.before.load(old), this.after.load(now)]
    if (this.signedSince.has(key) && isDict(left) && isDict(right)) this.compareFields(left, right, key)
    else this.push(left, right, `object ${key}`)
  }

  private compareDicts(old: PdfDict, now: PdfDict, at: string): void {
    const isPage = nameOf(old.get('Type')) === 'Page' && nameOf(now.get('Type')) === 'Page'
    for (const key of new Set([...old.keys(), ...now.keys()])) {
      const [left, right] = [old.get(key), now.get(key)]
      if (key === 'Annots' && isPage) this.compareList(left, right, `${at}/Annots`, this.newWidgets)
      else this.push(left, right, `${at}/${key}`)
    }
  }

  /** An empty signature field that was signed later: its value and its looks came, the rest stayed. */
  private compareFields(old: PdfDict, now: PdfDict, key: string): void {
    for (const name of new Set([...old.keys(), ...now.keys()])) {
      const looks = name === 'AP' || name === 'V' || name === 'M'
      if (!looks) this.push(old.get(name), now.get(name), `field ${key}/${name}`)
    }
  }
}

function isSame(old: PdfValue, now: PdfValue): boolean {
  if (old instanceof PdfName) return now instanceof PdfName && now.name === old.name
  if (old instanceof PdfString) return now instanceof PdfString && now.bytes.equals(old.bytes)
  return old === now
}
