import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { getFamily, openKkNumber, openNik, parseNik, requireMayLeave } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { findOwnRegion, getAreaPath } from '#modules/territory/index.ts'
import { registerPrefix } from '../domain.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { addressOf } from './answers.ts'
import type { LeavingChoices } from './exchange/hear-destination.ts'
import { hashOfCode } from './move-out.ts'
import { packPeople } from './pack-people.ts'
import { claimContext, packageContext } from './package.ts'
import { findActivePeer } from './queries/peers.ts'
import { settlePermission } from './settle.ts'
import { changeTransfer, lockTransfer, openTransfer } from './transfers.ts'

const access = permitted(settlePermission)

/**
 * The family applied here: the region where they live is asked electronically to let them go.
 * @basis Permendagri 108/2019 (permohonan di daerah tujuan)
 */
export const askOrigin = command({
  name: 'population.ask-origin',
  event: 'population.origin-asked.v1',
  access,
  input: z.object({
    peerCode: z.string(),
    niks: z.string().max(1000),
    headName: z.string().trim().min(1).max(120),
    villageCode: z.string().max(20),
    movedOn: z.iso.date(),
  }),
  async run(tx, input, context) {
    const peer = await findActivePeer(tx, input.peerCode)
    if (!peer) throw invalidField('peerCode', 'Pilih daerah asal yang tersambung.', 'Choose a connected region.')
    const path = await getAreaPath(tx, input.villageCode).catch(() => [])
    if (path.length !== 4) throw invalidField('villageCode', 'Pilih desa atau kelurahan tujuan.', 'Choose the village.')
    context.require(settlePermission, { territory: input.villageCode })
    const niks = input.niks.split(/[\n,;]+/).flatMap((text) => (text.trim() ? [parseNik(text)] : []))
    const read = niks.filter((nik) => nik !== undefined)
    if (read.length === 0 || read.length !== niks.length || new Set(read).size !== niks.length) {
      throw invalidField(
        'niks',
        'Tulis satu NIK pada setiap baris, masing-masing 16 angka.',
        'One NIK of 16 digits on each line.',
      )
    }
    const to = [...path]
      .reverse()
      .map((area) => area.name)
      .join(', ')
    const id = await openTransfer(
      tx,
      context,
      {
        direction: 'in',
        channel: 'peer',
        state: 'asked',
        peerCode: peer.regionCode,
        headName: input.headName,
        peopleCount: read.length,
        otherPlace: peer.name,
        villageCode: input.villageCode,
        movedOn: input.movedOn,
        claim: { niks: read, to, movedOn: input.movedOn, village: input.villageCode },
        says: true,
      },
      'asked',
    )
    return {
      result: { transferId: id },
      event: { subject: { type: 'transfer', id }, payload: { direction: 'in', number: null } },
    }
  },
})

/** Lets people go whom another region has asked for, or says why not. */
export const answerAsked = command({
  name: 'population.answer-asked-transfer',
  event: 'population.asked-transfer-answered.v1',
  access,
  input: z.object({
    transferId: z.uuid(),
    grants: z.boolean(),
    reason: z.string().trim().max(300),
  }),
  async run(tx, input, context) {
    const { tenant, now } = context
    const row = await lockTransfer(tx, input.transferId)
    context.require(settlePermission, { territory: row.village_code })
    if (row.direction !== 'out' || row.state !== 'asked') throw new AppError('wrong-state')
    if (!input.grants) {
      if (input.reason.length < 10) {
        throw invalidField(
          'reason',
          'Tulis alasannya, paling sedikit 10 huruf.',
          'Give the reason, at least 10 letters.',
        )
      }
      const { reason } = input
      await changeTransfer(tx, context, row, { state: 'refused', reason, note: reason, says: true, what: 'declined' })
      return done(row.id, row.number)
    }
    const today = dayOf(now, tenant.profile.zone)
    const ids = await tx
      .selectFrom('population.transfer_person')
      .select('person_id')
      .where('transfer_id', '=', row.id)
      .execute()
    const people = await requireMayLeave(
      tx,
      ids.map((each) => each.person_id),
      today,
      true,
    )
    const village = (row.claim && tenant.cipher.openJson<LeavingChoices>(row.claim, claimContext).village) ?? ''
    const [first] = people
    if (!first?.familyId) throw new AppError('wrong-state')
    const family = await getFamily(tx, first.familyId)
    const own = (await findOwnRegion(tx))?.code ?? ''
    const taken = await takeRegisterNumber(tx, registerPrefix(own, 'SKPWNI', today))
    const number = taken.replaceAll('-', '/').replace(/^(\d+)\/SKPWNI/, 'SKPWNI/$1')
    const days = wholeNumber(await getRule(tx, 'moving.letter-valid', family.villageCode, today))
    const validTo = today.add({ days }).toString()
    const offered = {
      number,
      issuedOn: today.toString(),
      movedOn: row.moved_on,
      validTo,
      reason: 'Diajukan di daerah tujuan',
      kkNumber: openKkNumber(tenant, family),
      headNik: openNik(tenant, people.find((person) => person.id === family.headPersonId) ?? first),
      from: addressOf(family),
      to: { street: '', rt: '', rw: '', area: village },
      claimCode: hashOfCode(String(now.epochMilliseconds)),
      people: await packPeople(tenant, tx, people),
    }
    await tx
      .updateTable('population.transfer')
      .set({ number, valid_to: validTo, package: tenant.cipher.sealJson(offered, packageContext) })
      .where('id', '=', row.id)
      .execute()
    await changeTransfer(tx, context, row, { state: 'drafted', says: true, what: 'granted', note: number })
    return done(row.id, number)
  },
})

function done(id: string, number: string | null) {
  return {
    result: { transferId: id },
    event: { subject: { type: 'transfer', id }, payload: { direction: 'out', number } },
  }
}
