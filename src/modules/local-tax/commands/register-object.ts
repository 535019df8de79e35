import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import { codePrefixes, objectKinds } from '../domain.ts'
import { formatNop, nopDigits, nopOf, nopPlace, parseNop } from '../nop.ts'
import { nextOf } from './counter.ts'
import {
  addObject,
  eventOf,
  groundInput,
  landInput,
  type NewObject,
  placeInput,
  readDetails,
  requireTaxpayer,
} from './object-row.ts'
import { requireAt, requireVillage } from './place.ts'

/** Enters land, a business, a billboard or a well. Land keeps the NOP it has, or gets the next one of its block. */
export const registerObject = command({
  name: 'local-tax.register-object',
  event: 'local-tax.object-registered.v1',
  access: permitted('local-tax.register'),
  input: z.object({
    kind: z.enum(objectKinds, 'Pilih jenis objek pajak.'),
    npwpd: z.string().trim().max(40),
    villageCode: z.string().min(1, 'Pilih desa atau kelurahan.').max(20),
    nop: z.string().trim().max(40).optional(),
    block: z.string().trim().max(3).optional(),
    ground: groundInput,
    details: z.record(z.string(), z.string()).default({}),
    ...placeInput,
    ...landInput,
  }),
  async run(tx, facts, context) {
    const own = await requireAt(tx, context, 'local-tax.register', facts.villageCode)
    await requireVillage(tx, own, facts.villageCode)
    const isLand = facts.kind === 'land'
    // Land whose owner nobody knows is registered all the same, and stands on the list of exceptions.
    const taxpayer = facts.npwpd === '' && isLand ? undefined : await requireTaxpayer(tx, facts.npwpd)
    if (isLand && Number(facts.landArea) <= 0)
      throw invalidField('landArea', 'Tulis luas tanahnya.', 'Write the area of the land.')
    const code =
      facts.kind === 'land'
        ? await landCode(tx, own, facts)
        : `${codePrefixes[facts.kind]}.${String(await nextOf(tx, `object ${facts.kind}`)).padStart(7, '0')}`
    const draft: NewObject = {
      ...facts,
      code,
      taxpayerId: taxpayer?.id ?? null,
      details: readDetails(facts.kind, facts.details),
      land: isLand ? facts : undefined,
      from: dayOf(context.now, context.tenant.profile.zone),
    }
    const objectId = await addObject(tx, context, draft)
    return {
      result: { objectId, code },
      event: eventOf(objectId, { kind: facts.kind, code, npwpd: taxpayer?.npwpd, ground: facts.ground }),
    }
  },
})

interface Numbering {
  readonly villageCode: string
  readonly nop?: string | undefined
  readonly block?: string | undefined
}

async function landCode(tx: WriteHandle, own: string, { villageCode, nop, block = '' }: Numbering): Promise<string> {
  if (!nop) return nextNop(tx, villageCode, block)
  const parsed = parseNop(nop)
  if (!parsed)
    throw invalidField(
      'nop',
      'NOP terdiri atas 18 angka, misalnya 99.01.002.003.001.0042.0.',
      'An NOP has 18 digits, for example 99.01.002.003.001.0042.0.',
    )
  const digits = nopDigits(parsed)
  if (`${parsed.province}.${parsed.regency}` !== own)
    throw invalidField('nop', `NOP daerah ini berawalan ${own}.`, `An NOP of this region begins with ${own}.`)
  return digits
}

/** The next free parcel of a block; those entered with a number of their own are stepped over. */
export async function nextNop(tx: WriteHandle, villageCode: string, block: string): Promise<string> {
  if (!/^\d{3}$/.test(block))
    throw invalidField(
      'block',
      'Tulis nomor blok, tiga angka, misalnya 001.',
      'Write the block in three digits, like 001.',
    )
  for (;;) {
    const parcel = await nextOf(tx, `parcel ${nopPlace(villageCode)}${block}`)
    if (parcel > 9999n)
      throw invalidField('block', 'Blok ini penuh. Pakai blok lain.', 'This block is full. Use another.')
    const code = nopOf(villageCode, block, parcel)
    const taken = await tx.selectFrom('local_tax.object').select('id').where('code', '=', code).executeTakeFirst()
    if (!taken && parseNop(formatNop(code))) return code
  }
}
