import { sql } from 'kysely'
import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { type Counting, periodOf, writeNumber } from '../domain.ts'
import { findRegisterOn } from '../register-row.ts'

/** What a number is taken for. */
export interface NumberAsk {
  /** Key of the register. */
  readonly register: string
  /** Of a register that a definition brings along: made when it is first asked, and written so until the region decides otherwise. */
  readonly brought?: { readonly name: LocalText; readonly pattern: string } | undefined
  readonly unitPath: string
  /** Without personal data. */
  readonly purpose: string
  readonly object?: { readonly type: string; readonly id: string } | undefined
  readonly unit?: string | undefined
  readonly classification?: string | undefined
}

export interface TakenNumber {
  readonly id: string
  readonly text: string
}

/**
 * Takes the next number of a register inside the caller's transaction, under the lock of its counter: two at the same
 * moment get two numbers, and a transaction that fails has taken none.
 * @throws Error when there is neither such a register nor one brought along, or its pattern asks for a part not given
 */
export async function takeNumber(tx: WriteHandle, context: CommandContext, ask: NumberAsk): Promise<TakenNumber> {
  const day = dayOf(context.now, context.tenant.profile.zone)
  const register = (await findRegisterOn(tx, ask.register, day)) ?? (await bringRegister(tx, context, ask, day))
  const pattern = register.pattern ?? ask.brought?.pattern
  if (!pattern) throw new Error(`register ${ask.register} has no pattern on ${day}`)
  const period = periodOf(day, register.counts_by as Counting)
  const sequence = await advance(tx, register.id, period, 1)
  const text = writeNumber(pattern, {
    sequence,
    insertion: '',
    day,
    unit: ask.unit,
    classification: ask.classification,
  })
  const id = newId(context.now.epochMilliseconds)
  await tx
    .insertInto('registers.number')
    .values({
      id,
      register_id: register.id,
      period,
      sequence,
      text,
      status: 'taken',
      dated_on: day.toString(),
      unit_path: ask.unitPath,
      purpose: ask.purpose,
      object_type: ask.object?.type ?? null,
      object_id: ask.object?.id ?? null,
      taken_at: context.now.toString(),
      taken_by: labelOf(context.actor),
    })
    .execute()
  return { id, text }
}

/** Moves the counter of a period forward. @returns the last number that is taken now */
export async function advance(tx: WriteHandle, registerId: string, period: string, by: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into registers.counter (register_id, period, last_sequence) values (${registerId}, ${period}, ${by})
    on conflict (register_id, period) do update set last_sequence = registers.counter.last_sequence + ${by}
    returning last_sequence as last`.execute(tx)
  return rows[0]?.last as number
}

async function bringRegister(tx: WriteHandle, context: CommandContext, ask: NumberAsk, day: Temporal.PlainDate) {
  if (!ask.brought) throw new Error(`there is no register ${ask.register}`)
  await tx
    .insertInto('registers.register')
    .values({
      id: newId(context.now.epochMilliseconds),
      key: ask.register,
      name_id: ask.brought.name.id,
      name_en: ask.brought.name.en,
      counts_by: 'year',
      created_at: context.now.toString(),
      created_by: labelOf(context.actor),
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const made = await findRegisterOn(tx, ask.register, day)
  if (!made) throw new Error(`register ${ask.register} was not made`)
  return made
}
