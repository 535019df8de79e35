import { sql } from 'kysely'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { newId } from '#kernel/ids.ts'
import {
  allocateKkNumber,
  allocateNik,
  findFamilyByKkNumber,
  findPersonByNik,
  type NumberSource,
  type NumberWanted,
  type Sex,
} from '#modules/people/index.ts'
import { firstTwelve, pauseSeconds, waitingForNumber } from '../domain.ts'
import { readSettings } from '../settings.ts'
import { openDifference } from './difference-row.ts'
import { exchangeTask } from './differences.ts'

export const numberContext = 'national_register.number_request.number'

/** What a case asks for; under the same key it is the same number, however often it is asked. */
export interface NumberFor {
  /** For instance `case:0197…:child-1`. */
  readonly key: string
  readonly caseId?: string | undefined
  /** Dotted code of the district. */
  readonly districtCode: string
}
export interface NikFor extends NumberFor {
  readonly birthOn: string
  readonly sex: Sex
}
export interface KkFor extends NumberFor {
  readonly issuedOn: string
}

export type NumberGrant =
  | {
      readonly kind: 'given'
      readonly number: string
      readonly source: 'own' | 'national' | 'block'
      /** From a block while the national register is away: it is told of it afterwards. */
      readonly isProvisional: boolean
    }
  | { readonly kind: 'waiting'; readonly requestId: string; readonly reason: LocalText }

type Context = Pick<CommandContext, 'tenant' | 'now' | 'enqueue'>
interface Wanted extends NumberFor {
  readonly kind: 'nik' | 'kk'
  readonly day: string
  readonly sex?: Sex | undefined
}

/**
 * A NIK for somebody whom a case enters, in the command that enters him. Where the region gives out its own, at once. Where
 * the national register does: the one that it granted, or while it is away one of a block that it left to the region, or
 * else `waiting`; then `national-register.number-granted.v1` is announced when it is there, and the same call gives it.
 */
export function allocateNikFor(tx: WriteHandle, context: Context, wanted: NikFor): Promise<NumberGrant> {
  return allocate(tx, context, { ...wanted, kind: 'nik', day: wanted.birthOn }, true)
}

/** The same for the number of a family card. */
export function allocateKkFor(tx: WriteHandle, context: Context, wanted: KkFor): Promise<NumberGrant> {
  return allocate(tx, context, { ...wanted, kind: 'kk', day: wanted.issuedOn }, true)
}

/** Asks ahead, at a step before the one that needs the number, so that nobody waits at the later one. */
export async function askForNik(tx: WriteHandle, context: Context, wanted: NikFor): Promise<void> {
  await allocate(tx, context, { ...wanted, kind: 'nik', day: wanted.birthOn }, false)
}

/** The same for the number of a family card. */
export async function askForKk(tx: WriteHandle, context: Context, wanted: KkFor): Promise<void> {
  await allocate(tx, context, { ...wanted, kind: 'kk', day: wanted.issuedOn }, false)
}

/** True where the national register gives out the numbers of this region. */
export async function isAllottedAbove(db: AnyHandle): Promise<boolean> {
  const { mode, numbers } = await readSettings(db)
  return mode !== 'off' && numbers === 'national'
}

/**
 * Under which key an event asks for a number. A case asks ahead under the same one. Of a card the day is left out, for it
 * is signed on a later one.
 */
export function numberKeyOf({ kind, source, districtCode, day, sex, nth }: NumberWanted): string {
  return [source.kind, source.id, kind, districtCode, ...(kind === 'nik' ? [day, sex] : []), nth].join(':')
}

/** Numbers of what an event enters, for the register of people. */
export const nationalNumbers: NumberSource = {
  async take(tx, tenant, wanted, now) {
    if (!(await isAllottedAbove(tx))) return undefined
    const of = {
      key: numberKeyOf(wanted),
      ...(wanted.source.kind === 'case' ? { caseId: wanted.source.id } : {}),
      districtCode: wanted.districtCode,
    }
    // The job looks each minute; what was asked for in a transaction that fails was not asked for.
    const context = { tenant, now, enqueue: async () => {} }
    const grant =
      wanted.kind === 'nik'
        ? await allocateNikFor(tx, context, { ...of, birthOn: wanted.day, sex: wanted.sex ?? 'male' })
        : await allocateKkFor(tx, context, { ...of, issuedOn: wanted.day })
    if (grant.kind === 'given') return grant.number
    throw new AppError('conflict', { text: grant.reason })
  },
}

async function allocate(tx: WriteHandle, context: Context, wanted: Wanted, takes: boolean): Promise<NumberGrant> {
  const { tenant, now } = context
  const settings = await readSettings(tx)
  const known = await tx
    .selectFrom('national_register.number_request')
    .selectAll()
    .where('key', '=', wanted.key)
    .forUpdate()
    .executeTakeFirst()
  if (known?.number_sealed && known.source) {
    if (takes && known.state === 'granted') {
      await tx
        .updateTable('national_register.number_request')
        .set({ state: 'used', used_at: now.toString() })
        .where('id', '=', known.id)
        .execute()
    }
    const number = tenant.cipher.open(known.number_sealed, numberContext)
    return { kind: 'given', number, source: known.source, isProvisional: known.source === 'block' }
  }
  if (settings.mode === 'off' || settings.numbers === 'own') {
    if (!takes) return { kind: 'waiting', requestId: '', reason: waitingForNumber }
    const number =
      wanted.kind === 'nik'
        ? await allocateNik(tx, wanted.districtCode, wanted.day, wanted.sex ?? 'male')
        : await allocateKkNumber(tx, wanted.districtCode, wanted.day)
    return { kind: 'given', number, source: 'own', isProvisional: false }
  }
  const id = known?.id ?? newId<'number-request'>(now.epochMilliseconds)
  if (!known) await insertRequest(tx, id, wanted, now)
  else if (known.state === 'withdrawn') {
    await tx
      .updateTable('national_register.number_request')
      .set({ state: 'waiting', next_try_at: null })
      .where('id', '=', id)
      .execute()
  }
  const status = await tx.selectFrom('national_register.status').select('state').executeTakeFirst()
  const number = takes && status?.state === 'down' ? await takeFromBlock(tx, wanted) : undefined
  if (number) {
    await tx
      .updateTable('national_register.number_request')
      .set({
        state: 'used',
        source: 'block',
        number_sealed: tenant.cipher.seal(number, numberContext),
        granted_at: now.toString(),
        used_at: now.toString(),
      })
      .where('id', '=', id)
      .execute()
    return { kind: 'given', number, source: 'block', isProvisional: true }
  }
  await context.enqueue(exchangeTask, {}, { key: exchangeTask })
  return { kind: 'waiting', requestId: id, reason: waitingForNumber }
}

async function insertRequest(tx: WriteHandle, id: string, wanted: Wanted, now: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('national_register.number_request')
    .values({
      id,
      key: wanted.key,
      kind: wanted.kind,
      district_code: wanted.districtCode,
      day: wanted.day,
      sex: wanted.sex ?? null,
      case_id: wanted.caseId ?? null,
      state: 'waiting',
      requested_at: now.toString(),
    })
    .execute()
}

/** The next number of a block that the national register left to the region; undefined when there is none left. */
async function takeFromBlock(tx: WriteHandle, { kind, districtCode, day, sex }: Wanted): Promise<string | undefined> {
  const prefix = firstTwelve(districtCode, day, kind === 'nik' ? sex : undefined)
  const blocks = await tx
    .selectFrom('national_register.number_block')
    .select(['first', 'last'])
    .where('kind', '=', kind)
    .where('district_code', '=', districtCode)
    .where('ended_at', 'is', null)
    .orderBy('first')
    .execute()
  for (const { first, last } of blocks) {
    const { rows } = await sql<{ last: number }>`
      insert into national_register.block_use as used (kind, prefix, last) values (${kind}, ${prefix}, ${first})
      on conflict (kind, prefix) do update set last = greatest(used.last + 1, ${first}) where used.last < ${last}
      returning last`.execute(tx)
    if (rows[0]) return prefix + String(rows[0].last).padStart(4, '0')
  }
  return undefined
}

/** The case needs it no more: it is not asked for any longer. */
export async function withdrawNumber(tx: WriteHandle, key: string): Promise<void> {
  await tx
    .updateTable('national_register.number_request')
    .set({ state: 'withdrawn' })
    .where('key', '=', key)
    .where('state', '=', 'waiting')
    .execute()
}

/** What became of asking for a number. */
export const grantNumber = command({
  name: 'national-register.grant-number',
  event: 'national-register.number-granted.v1',
  access: systemOnly,
  input: z.object({ requestId: z.uuid(), number: z.string().optional(), problem: z.string().max(500).optional() }),
  async run(tx, { requestId, number, problem }, { tenant, now }) {
    const row = await tx
      .selectFrom('national_register.number_request')
      .selectAll()
      .where('id', '=', requestId)
      .forUpdate()
      .executeTakeFirst()
    if (row?.state !== 'waiting') return { result: false, event: undefined }
    const fault = problem ?? (number ? await faultOfNumber() : 'no-number')
    if (fault || !number) {
      const next = now.add({ seconds: pauseSeconds(row.attempts + 1) })
      await tx
        .updateTable('national_register.number_request')
        .set({ attempts: row.attempts + 1, problem: fault ?? null, next_try_at: next.toString() })
        .where('id', '=', row.id)
        .execute()
      if (!problem) await tellDesk(fault ?? '')
      return { result: false, event: undefined }
    }
    await tx
      .updateTable('national_register.number_request')
      .set({
        state: 'granted',
        source: 'national',
        number_sealed: tenant.cipher.seal(number, numberContext),
        granted_at: now.toString(),
        problem: null,
        next_try_at: null,
      })
      .where('id', '=', row.id)
      .execute()
    const payload = { key: row.key, kind: row.kind, caseId: row.case_id }
    return { result: true, event: { subject: { type: 'number-request', id: row.id }, payload } }

    /** A number that cannot be: of another day or district, or somebody has it here already. */
    async function faultOfNumber(): Promise<string | undefined> {
      if (!row || !number) return 'no-number'
      const prefix = firstTwelve(row.district_code, row.day, row.kind === 'nik' ? (row.sex ?? 'male') : undefined)
      if (!number.startsWith(prefix)) return 'other-prefix'
      const holder =
        row.kind === 'nik' ? await findPersonByNik(tenant, tx, number) : await findFamilyByKkNumber(tenant, tx, number)
      return holder ? 'taken' : undefined
    }

    async function tellDesk(why: string): Promise<void> {
      if (!row) return
      const open = await tx
        .selectFrom('national_register.difference')
        .select('id')
        .where('number_request_id', '=', row.id)
        .where('closed_at', 'is', null)
        .executeTakeFirst()
      if (open) return
      const holder = row.kind === 'nik' && number ? await findPersonByNik(tenant, tx, number) : undefined
      await openDifference(tx, tenant, {
        kind: 'number-differs',
        numberRequestId: row.id,
        personId: holder?.id,
        personName: holder?.fullName ?? '–',
        territoryCode: row.district_code,
        words:
          why === 'taken'
            ? 'Nomor yang diberikan sudah dipakai di register kita'
            : 'Nomor bukan untuk hari atau kecamatan itu',
        sides: [{ field: row.kind === 'nik' ? 'nik' : 'kkNumber', theirs: number }],
        now,
      })
    }
  },
})
