import { type Kysely, sql } from 'kysely'
import { instantOf } from '../clock/clock.ts'
import type { AnyHandle, Database, WriteHandle } from '../db/database.ts'
import { newId } from '../ids.ts'
import { openCosignature, parseCheckpoint, parseNote, parseVerifierKey, signatureBy, type VerifierKey } from './note.ts'
import { headTag } from './seal.ts'
import { ProofRefused } from './verify.ts'

/** Somebody who may co-sign heads. */
export interface Witness {
  readonly id: string
  readonly name: string
  readonly key: string
  readonly registeredAt: Temporal.Instant
  readonly retiredAt: Temporal.Instant | undefined
  /** The largest head that it signed. */
  readonly latest: { readonly size: number; readonly at: Temporal.Instant } | undefined
}

interface WitnessRow {
  id: string
  name: string
  key: string
  registered_at: Date
  retired_at: Date | null
  size: number | null
  at: Date | null
}

export async function listWitnesses(db: AnyHandle): Promise<Witness[]> {
  const { rows } = await sql<WitnessRow>`
    select w.id, w.name, w.key, w.registered_at, w.retired_at, c.size, c.at from kernel.proof_witness w
    left join lateral (
      select size, at from journal.cosignature where witness_id = w.id order by size desc limit 1
    ) c on true
    order by w.registered_at, w.id limit 500`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    key: row.key,
    registeredAt: instantOf(row.registered_at),
    retiredAt: row.retired_at ? instantOf(row.retired_at) : undefined,
    latest: row.size !== null && row.at ? { size: row.size, at: instantOf(row.at) } : undefined,
  }))
}

/** Who co-signed one head, and when by its own word. */
export async function listCosigners(
  db: AnyHandle,
  size: number,
): Promise<{ readonly name: string; readonly at: Temporal.Instant }[]> {
  const { rows } = await sql<{ name: string; at: Date }>`
    select w.name, c.at from journal.cosignature c join kernel.proof_witness w on w.id = c.witness_id
    where c.size = ${size} order by c.received_at`.execute(db)
  return rows.map((row) => ({ name: row.name, at: instantOf(row.at) }))
}

/** @returns the id; undefined when a witness of this name or key is known already @throws ProofRefused for a key that is none */
export async function registerWitness(
  tx: WriteHandle,
  key: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const parsed = parseVerifierKey(key, 4)
  const id = newId(now.epochMilliseconds)
  const { rows } = await sql<{ id: string }>`
    insert into kernel.proof_witness (id, name, key, registered_at)
    values (${id}, ${parsed.name}, ${parsed.text}, ${now.toString()}) on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id
}

/** What a witness signed before stays; it signs no more. @returns its name; undefined when it is not there or had retired */
export async function retireWitness(tx: WriteHandle, id: string, now: Temporal.Instant): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    update kernel.proof_witness set retired_at = ${now.toString()}
    where id = ${id} and retired_at is null returning name`.execute(tx)
  return rows[0]?.name
}

/** A clock may be ahead by so much. */
const patienceSeconds = 300

/**
 * Stores what witnesses signed: a head of this log, word for word, with their lines below it. A repetition changes
 * nothing. These are records about the log and no events: each would otherwise make the next head to be witnessed.
 * @returns the names of the witnesses whose signatures are now stored
 * @throws ProofRefused
 */
export async function takeCosignatures(db: Kysely<Database>, text: string, now: Temporal.Instant): Promise<string[]> {
  const note = parseNote(text)
  const { size } = parseCheckpoint(note.body)
  const known = await sql<{ note: string }>`select note from journal.tree_head where size = ${size}`.execute(db)
  if (!known.rows[0]?.note.startsWith(`${note.body}\n`)) {
    throw new ProofRefused(`this log signed no such head of size ${size}`)
  }
  const taken: string[] = []
  for (const witness of await listWitnesses(db)) {
    if (witness.retiredAt) continue
    const key = parseVerifierKey(witness.key, 4)
    const at = openCosignature(note, key)
    if (at === undefined) continue
    await storeCosignature(db, { size, witnessId: witness.id, at, line: lineOf(note, key) }, now)
    taken.push(witness.name)
  }
  if (taken.length === 0) throw new ProofRefused('no registered witness signed this head')
  await sql`select pg_notify('balai_invalidate', ${JSON.stringify([headTag])})`.execute(db)
  return taken
}

function lineOf(note: ReturnType<typeof parseNote>, key: VerifierKey): string {
  return (signatureBy(note, key) as NonNullable<ReturnType<typeof signatureBy>>).line
}

async function storeCosignature(
  db: Kysely<Database>,
  given: { readonly size: number; readonly witnessId: string; readonly at: number; readonly line: string },
  now: Temporal.Instant,
): Promise<void> {
  if (given.at > now.epochMilliseconds / 1000 + patienceSeconds) {
    throw new ProofRefused('the witness signed at a time that is still to come')
  }
  const at = Temporal.Instant.fromEpochMilliseconds(given.at * 1000).toString()
  await sql`insert into journal.cosignature (size, witness_id, at, line, received_at)
    values (${given.size}, ${given.witnessId}, ${at}, ${given.line}, ${now.toString()})
    on conflict do nothing`.execute(db)
}
