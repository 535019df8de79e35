import { digestOf, type Json, type JsonObject } from './disclosures.ts'

/** Why disclosures cannot be put into a card. */
export type DisclosureFault = 'unreadable' | 'repeated' | 'foreign' | 'reserved-name' | 'name-taken' | 'unknown-hash'

export class DisclosureError extends Error {
  readonly fault: DisclosureFault
  constructor(fault: DisclosureFault) {
    super(fault)
    this.fault = fault
  }
}

export interface Revealed {
  readonly claims: JsonObject
  /** Paths of the claims that were hidden and are shown. */
  readonly shown: readonly (readonly string[])[]
}

type Disclosure = { readonly name: string | undefined; readonly value: Json }
type Mutable = { [name: string]: Json }

const deepest = 16

/**
 * Puts the disclosures where their digests stand and takes out everything of the mechanism (RFC 9901, 7.1 step 3 to 5).
 * @throws DisclosureError when a disclosure belongs nowhere, stands twice, or would hide another claim
 */
export function reveal(payload: JsonObject, disclosures: readonly string[]): Revealed {
  const hash = payload['_sd_alg']
  if (hash !== undefined && hash !== 'sha-256') throw new DisclosureError('unknown-hash')
  const known = new Map<string, Disclosure>()
  for (const text of disclosures) {
    const digest = digestOf(text)
    if (known.has(digest)) throw new DisclosureError('repeated')
    known.set(digest, read(text))
  }
  const state: State = { known, seen: new Set(), used: new Set(), shown: [] }
  const claims = openObject(payload, [], state, 0) as Mutable
  if (state.used.size !== known.size) throw new DisclosureError('foreign')
  delete claims['_sd_alg']
  return { claims, shown: state.shown }
}

interface State {
  readonly known: ReadonlyMap<string, Disclosure>
  /** Every digest met: none may stand twice, used or not. */
  readonly seen: Set<string>
  readonly used: Set<string>
  readonly shown: string[][]
}

function read(text: string): Disclosure {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64url')))
  } catch {
    throw new DisclosureError('unreadable')
  }
  // Another spelling of the same bytes would have another digest, so only one spelling is read.
  if (Buffer.from(text, 'base64url').toString('base64url') !== text) throw new DisclosureError('unreadable')
  if (!Array.isArray(parsed) || typeof parsed[0] !== 'string') throw new DisclosureError('unreadable')
  if (parsed.length === 2) return { name: undefined, value: parsed[1] as Json }
  if (parsed.length !== 3 || typeof parsed[1] !== 'string') throw new DisclosureError('unreadable')
  if (parsed[1] === '_sd' || parsed[1] === '...') throw new DisclosureError('reserved-name')
  return { name: parsed[1], value: parsed[2] as Json }
}

function take(digest: unknown, state: State): Disclosure | undefined {
  if (typeof digest !== 'string') throw new DisclosureError('unreadable')
  if (state.seen.has(digest)) throw new DisclosureError('repeated')
  state.seen.add(digest)
  const found = state.known.get(digest)
  if (found) state.used.add(digest)
  return found
}

function open(value: Json, path: readonly string[], state: State, depth: number): Json {
  if (depth > deepest) throw new DisclosureError('unreadable')
  if (Array.isArray(value)) return openArray(value, path, state, depth)
  if (typeof value === 'object' && value !== null) return openObject(value as JsonObject, path, state, depth)
  return value
}

function openObject(object: JsonObject, path: readonly string[], state: State, depth: number): JsonObject {
  const result: Mutable = Object.create(null) as Mutable
  for (const [name, value] of Object.entries(object)) {
    if (name === '_sd') continue
    if (name === '...') throw new DisclosureError('reserved-name')
    result[name] = open(value, [...path, name], state, depth + 1)
  }
  const digests = object['_sd']
  if (digests !== undefined && !Array.isArray(digests)) throw new DisclosureError('unreadable')
  for (const digest of (digests ?? []) as readonly Json[]) {
    const found = take(digest, state)
    if (!found) continue
    if (found.name === undefined) throw new DisclosureError('unreadable')
    if (Object.hasOwn(result, found.name) || Object.hasOwn(object, found.name)) throw new DisclosureError('name-taken')
    const place = [...path, found.name]
    state.shown.push(place)
    result[found.name] = open(found.value, place, state, depth + 1)
  }
  return { ...result }
}

function openArray(array: readonly Json[], path: readonly string[], state: State, depth: number): Json[] {
  const result: Json[] = []
  for (const [index, item] of array.entries()) {
    const isPlace = typeof item === 'object' && item !== null && !Array.isArray(item) && Object.hasOwn(item, '...')
    if (!isPlace) {
      result.push(open(item, [...path, String(index)], state, depth + 1))
      continue
    }
    if (Object.keys(item).length !== 1) throw new DisclosureError('unreadable')
    const found = take((item as JsonObject)['...'], state)
    if (!found) continue
    if (found.name !== undefined) throw new DisclosureError('unreadable')
    const place = [...path, String(index)]
    state.shown.push(place)
    result.push(open(found.value, place, state, depth + 1))
  }
  return result
}
