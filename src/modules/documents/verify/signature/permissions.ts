import type { Revision } from '../pdf/revision.ts'
import { integerOf, isArray, nameOf, type PdfDict, textOf } from '../pdf/values.ts'
import type { SignatureField } from './find-fields.ts'

/** What a signer still allows after the signature (ISO 32000-2, 12.8.2.2, 12.8.2.4 and table 236). */
export interface Permissions {
  /** 1 nothing, 2 sign and fill in, 3 also comment; undefined when the signature certifies nothing. */
  readonly level: 1 | 2 | 3 | undefined
  /** Whether somebody may still sign in a field of this name. */
  maySignIn(name: string): boolean
}

export function readPermissions(revision: Revision, field: SignatureField): Permissions {
  const levels: number[] = []
  const locks: ((name: string) => boolean)[] = []
  const references = revision.resolve(field.value?.get('Reference'))
  for (const one of isArray(references) ? references : []) {
    const reference = revision.dict(one)
    const method = nameOf(revision.resolve(reference?.get('TransformMethod')))
    const parameters = revision.dict(reference?.get('TransformParams'))
    if (method === 'DocMDP') levels.push(integerOf(revision.resolve(parameters?.get('P'))) ?? 2)
    if (method === 'FieldMDP' && parameters) locks.push(lockOf(revision, parameters))
  }
  const lock = revision.dict(field.dict.get('Lock'))
  if (lock) {
    locks.push(lockOf(revision, lock))
    const level = integerOf(revision.resolve(lock.get('P')))
    if (level !== undefined) levels.push(level)
  }
  const strictest = levels.length ? Math.min(...levels) : undefined
  const level = strictest === undefined ? undefined : strictest === 2 || strictest === 3 ? strictest : 1
  return { level, maySignIn: (name) => level !== 1 && !locks.some((locked) => locked(name)) }
}

function lockOf(revision: Revision, parameters: PdfDict): (name: string) => boolean {
  const action = nameOf(revision.resolve(parameters.get('Action')))
  const fields = revision.resolve(parameters.get('Fields'))
  const names = new Set((isArray(fields) ? fields : []).map((one) => textOf(revision.resolve(one))))
  if (action === 'Include') return (name) => names.has(name)
  if (action === 'Exclude') return (name) => !names.has(name)
  return () => true
}
