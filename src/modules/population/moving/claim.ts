import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { sameText } from '#kernel/crypto/keys.ts'
import { invalidField } from '#kernel/errors.ts'
import { parseNik } from '#modules/people/index.ts'
import { findOwnRegion, isWithin } from '#modules/territory/index.ts'
import { openPlace } from './answers.ts'
import { askCardNumber } from './card-number.ts'
import { hashOfCode } from './move-out.ts'
import { claimContext } from './package.ts'
import { findClaimable } from './queries/transfers.ts'
import { changeTransfer, lockTransfer, openPackage } from './transfers.ts'

/** What the family says on arrival. */
export interface Claim {
  readonly street: string
  readonly rt: string
  readonly rw: string
  readonly villageCode: string
}

/**
 * The family says that it has arrived and where it lives: the region that they left has sent everything else. It proves
 * itself by number, NIK and the code that stands on its letter only.
 */
export const claimArrival = command({
  name: 'population.claim-arrival',
  event: 'population.arrival-claimed.v1',
  access: anyone,
  input: z.object({
    number: z.string().trim().max(60),
    nik: z.string().max(30),
    code: z.string().max(20),
    street: z.string().trim().max(240),
    rt: z.string().trim().max(4),
    rw: z.string().trim().max(4),
    villageCode: z.string().max(20),
  }),
  async run(tx, input, context) {
    const found = await findClaimable(tx, input.number)
    const offered = found && openPackage(context, found.package)
    const nik = parseNik(input.nik)
    // Whatever of the three is wrong, the answer is one and the same.
    const isTheirs =
      offered !== undefined &&
      offered.people.some((person) => person.nik === nik) &&
      sameText(offered.claimCode, hashOfCode(input.code))
    if (!found || !offered || !isTheirs) {
      throw invalidField(
        'number',
        'Nomor surat, NIK dan kode kedatangan ini tidak cocok dengan perpindahan yang menunggu di sini. Periksa ketiganya pada surat Anda.',
        'Number, NIK and arrival code fit no move that waits here. Compare all three with your letter.',
      )
    }
    if (!input.street) throw invalidField('street', 'Tulis jalan atau kampungnya.', 'Write the street.')
    const own = (await findOwnRegion(tx))?.code ?? ''
    if (!isWithin(input.villageCode, own) || input.villageCode === own) {
      throw invalidField('villageCode', 'Pilih desa atau kelurahannya.', 'Choose the village.')
    }
    const { street, rt, rw, villageCode } = input
    await openPlace(tx, { street, rt, rw, area: villageCode }, 'rt')
    const row = await lockTransfer(tx, found.id)
    const claim: Claim = { street, rt, rw, villageCode }
    await tx
      .updateTable('population.transfer')
      .set({ claim: context.tenant.cipher.sealJson(claim, claimContext), village_code: villageCode })
      .where('id', '=', row.id)
      .execute()
    await changeTransfer(tx, context, row, {
      state: 'claimed',
      says: row.state !== 'claimed',
      what: 'claimed',
      by: 'Keluarga',
      note: dayOf(context.now, context.tenant.profile.zone).toString(),
    })
    await askCardNumber(tx, context, row.id, villageCode)
    return {
      result: { people: offered.people.length },
      event: { subject: { type: 'transfer', id: row.id }, payload: { number: input.number } },
    }
  },
})
