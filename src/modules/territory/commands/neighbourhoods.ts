import { sql } from 'kysely'
import { z } from 'zod'
import { type Actor, permitted } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { levelOf } from '../domain.ts'
import { mostAtOnce, neighbourhoodName, readNumbers, threeDigits } from '../neighbourhood.ts'
import { getNeighbourhood, listNeighbourhoodsOf, type NeighbourhoodAct } from '../queries/neighbourhoods.ts'
import { findArea } from '../queries.ts'

const edit = 'territory.edit-neighbourhoods'
const shortestReason = 10

/** Opens one RT or a row of them: "001-012" of RW 003. None is opened when one of them stands already. */
export const openNeighbourhoods = command({
  name: 'territory.open-neighbourhoods',
  event: 'territory.neighbourhoods-opened.v1',
  access: permitted(edit),
  input: z.object({
    villageCode: z.string(),
    rw: z.string().max(20),
    rt: z.string().max(200),
    openedOn: z.iso.date(),
    note: z.string().trim().max(300),
  }),
  async run(tx, input, context) {
    const village = levelOf(input.villageCode) === 'village' ? await findArea(tx, input.villageCode) : undefined
    if (!village) throw invalidField('villageCode', 'Pilih desa atau kelurahannya.', 'Choose the village.')
    context.require(edit, { territory: village.code })
    const rw = threeDigits(input.rw)
    if (!rw) throw invalidField('rw', 'Tulis satu nomor RW, misalnya 003.', 'Write one RW number, for example 003.')
    const numbers = readNumbers(input.rt)
    if (!numbers) {
      throw invalidField(
        'rt',
        `Tulis nomor RT, misalnya 001-012 atau 1, 3, 5. Paling banyak ${mostAtOnce} sekaligus.`,
        `Write RT numbers, for example 001-012 or 1, 3, 5. At most ${mostAtOnce} at once.`,
      )
    }
    const standing = new Set(
      (await listNeighbourhoodsOf(tx, village.code)).filter((each) => each.rw === rw).map((each) => each.rt),
    )
    const taken = numbers.filter((rt) => standing.has(rt))
    if (taken.length > 0) {
      throw invalidField(
        'rt',
        `RT ${taken.join(', ')} pada RW ${rw} sudah ada. Hapus nomor itu dari isian ini.`,
        `RT ${taken.join(', ')} in RW ${rw} is there already. Leave it out.`,
      )
    }
    const ids = numbers.map(() => newId<'neighbourhood'>(context.now.epochMilliseconds))
    await tx
      .insertInto('territory.neighbourhood')
      .values(
        numbers.map((rt, index) => ({
          id: ids[index] as string,
          village_code: village.code,
          rw,
          rt,
          opened_on: input.openedOn,
        })),
      )
      .execute()
    for (const id of ids) await note(tx, id, context, 'opened', input.note)
    return {
      result: { opened: numbers.length, villageCode: village.code as string },
      event: {
        subject: { type: 'area', id: village.code },
        payload: { villageCode: village.code, rw, rt: numbers, openedOn: input.openedOn },
      },
    }
  },
})

/** Says who heads a neighbourhood; an empty name says that nobody does. */
export const nameNeighbourhoodHead = command({
  name: 'territory.name-neighbourhood-head',
  event: 'territory.neighbourhood-head-named.v1',
  access: permitted(edit),
  input: z.object({ neighbourhoodId: z.uuid(), headName: z.string().trim().max(100) }),
  async run(tx, { neighbourhoodId, headName }, context) {
    const found = await locked(tx, neighbourhoodId)
    context.require(edit, { territory: found.villageCode })
    if (found.closedOn) throw closedAlready()
    await tx
      .updateTable('territory.neighbourhood')
      .set({ head_name: headName || null })
      .where('id', '=', found.id)
      .execute()
    await note(tx, found.id, context, 'head-named', headName || 'Tanpa ketua')
    return { result: null, event: { subject: { type: 'neighbourhood', id: found.id }, payload: {} } }
  },
})

/** Nobody moves into it from now on; addresses that name it stay as they are until their families are moved. */
export const closeNeighbourhood = command({
  name: 'territory.close-neighbourhood',
  event: 'territory.neighbourhood-closed.v1',
  access: permitted(edit),
  input: z.object({
    neighbourhoodId: z.uuid(),
    closedOn: z.iso.date(),
    reason: z.string().trim().max(300),
    successorId: z.union([z.uuid(), z.literal('')]),
  }),
  async run(tx, { neighbourhoodId, closedOn, reason, successorId }, context) {
    const found = await locked(tx, neighbourhoodId)
    context.require(edit, { territory: found.villageCode })
    if (found.closedOn) throw closedAlready()
    if (reason.length < shortestReason) {
      throw invalidField(
        'reason',
        'Tulis alasan yang akan dibaca warga, paling sedikit 10 huruf.',
        'Give the reason that residents will read, at least 10 letters.',
      )
    }
    if (closedOn < found.openedOn) {
      throw invalidField('closedOn', 'Tidak boleh sebelum RT ini dibuka.', 'It cannot come before the opening.')
    }
    const successor = successorId ? await getNeighbourhood(tx, successorId) : undefined
    if (successor && (successor.id === found.id || successor.closedOn)) {
      throw invalidField('successorId', 'Pilih RT lain yang masih berlaku.', 'Choose another one that stands.')
    }
    await tx
      .updateTable('territory.neighbourhood')
      .set({ closed_on: closedOn, closed_reason: reason, successor_id: successor?.id ?? null })
      .where('id', '=', found.id)
      .execute()
    const to = successor ? ` Penggantinya ${neighbourhoodName(successor)}.` : ''
    await note(tx, found.id, context, 'closed', `${reason}${to}`)
    return {
      result: null,
      event: {
        subject: { type: 'neighbourhood', id: found.id },
        payload: { villageCode: found.villageCode, rw: found.rw, rt: found.rt, closedOn, reason },
      },
    }
  },
})

/** Closed by mistake, or settled again. @throws conflict when another with its number was opened since */
export const reopenNeighbourhood = command({
  name: 'territory.reopen-neighbourhood',
  event: 'territory.neighbourhood-reopened.v1',
  access: permitted(edit),
  input: z.object({ neighbourhoodId: z.uuid(), reason: z.string().trim().max(300) }),
  async run(tx, { neighbourhoodId, reason }, context) {
    const found = await locked(tx, neighbourhoodId)
    context.require(edit, { territory: found.villageCode })
    if (!found.closedOn) throw new AppError('wrong-state')
    if (reason.length < shortestReason) {
      throw invalidField('reason', 'Tulis alasannya, paling sedikit 10 huruf.', 'Give the reason, at least 10 letters.')
    }
    const standing = await listNeighbourhoodsOf(tx, found.villageCode)
    if (standing.some((other) => other.rw === found.rw && other.rt === found.rt)) {
      throw new AppError('conflict', {
        params: { name: neighbourhoodName(found) },
        text: {
          id: '{name} sudah dibuka lagi dengan catatan baru. Pakai yang itu.',
          en: '{name} was opened again since, as a new entry. Use that one.',
        },
      })
    }
    await tx
      .updateTable('territory.neighbourhood')
      .set({ closed_on: null, closed_reason: null, successor_id: null })
      .where('id', '=', found.id)
      .execute()
    await note(tx, found.id, context, 'reopened', reason)
    return { result: null, event: { subject: { type: 'neighbourhood', id: found.id }, payload: { reason } } }
  },
})

async function locked(tx: WriteHandle, id: string) {
  await tx.selectFrom('territory.neighbourhood').select('id').where('id', '=', id).forUpdate().execute()
  return getNeighbourhood(tx, id)
}

async function note(
  tx: WriteHandle,
  id: string,
  { actor, now }: Pick<CommandContext, 'now'> & { readonly actor: Actor },
  what: NeighbourhoodAct['what'],
  text: string,
): Promise<void> {
  await sql`insert into territory.neighbourhood_history (neighbourhood_id, number, at, what, by_name, note)
    select ${id}, coalesce(max(number), 0) + 1, ${now.toString()}, ${what}, ${actor.name}, ${text || null}
    from territory.neighbourhood_history where neighbourhood_id = ${id}`.execute(tx)
}

function closedAlready(): AppError {
  return new AppError('wrong-state', {
    text: { id: 'RT ini sudah ditutup.', en: 'This neighbourhood is closed already.' },
  })
}
