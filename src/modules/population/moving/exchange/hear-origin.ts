import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { findOwnRegion, isWithin } from '#modules/territory/index.ts'
import { askCardNumber } from '../card-number.ts'
import { type MovingPackage, packageContext } from '../package.ts'
import type { Peer } from '../queries/peers.ts'
import { changeTransfer, openTransfer, type TransferRow } from '../transfers.ts'
import type { Statement } from './statement.ts'

type FromOrigin = Extract<Statement, { side: 'origin' }>

/** The region of origin speaks; to this one they go. */
export async function hearOrigin(
  tx: WriteHandle,
  context: CommandContext,
  peer: Peer,
  row: TransferRow | undefined,
  said: FromOrigin,
): Promise<void> {
  const by = peer.name
  if (!row) return begin(tx, context, peer, said)
  switch (said.says) {
    case 'offered':
      if (row.state === 'asked' && said.package) await announceAsked(tx, context, row, said.package, by)
      return
    case 'withdrawn':
      // What is registered stays registered: only this side decides that, and its word goes back.
      if (row.state === 'announced' || row.state === 'claimed' || row.state === 'asked') {
        await changeTransfer(tx, context, row, { state: 'withdrawn', what: 'withdrawn-by-origin', says: true, by })
      }
      return
    case 'closed':
      if (row.state === 'registered') {
        await changeTransfer(tx, context, row, { state: 'settled', what: 'closed-by-origin', by })
      } else if (row.state === 'announced' || row.state === 'claimed') {
        // They were taken for registered here and are not: said once more, so that they are taken back there.
        await changeTransfer(tx, context, row, { says: true, what: 'closed-too-early', by })
      }
      return
    case 'declined':
      if (row.state === 'asked') {
        const reason = said.reason ?? ''
        await changeTransfer(tx, context, row, {
          state: 'refused',
          reason,
          note: reason,
          what: 'declined',
          by,
          says: true,
        })
      }
      return
    case 'pending':
      return
  }
}

/** A transfer that is new here. One that was withdrawn before it arrived is remembered, so that its offer comes too late. */
async function begin(tx: WriteHandle, context: CommandContext, peer: Peer, said: FromOrigin): Promise<void> {
  const own = (await findOwnRegion(tx))?.code ?? ''
  const { package: offered } = said
  const here = offered !== undefined && isWithin(offered.to.area, own)
  const isOffer = said.says === 'offered' && here
  await openTransfer(
    tx,
    context,
    {
      id: said.transfer,
      direction: 'in',
      channel: 'peer',
      state: isOffer ? 'announced' : said.says === 'offered' ? 'refused' : 'withdrawn',
      peerCode: peer.regionCode,
      number: offered?.number,
      headName: offered ? headNameOf(offered) : 'Tidak dikenal',
      peopleCount: offered?.people.length ?? 1,
      otherPlace: peer.name,
      villageCode: isOffer ? offered.to.area : own,
      movedOn: offered?.movedOn ?? dayOf(context.now, context.tenant.profile.zone).toString(),
      validTo: offered?.validTo,
      package: isOffer ? offered : undefined,
      says: true,
    },
    isOffer ? 'announced' : 'withdrawn-by-origin',
  )
  if (isOffer) return askCardNumber(tx, context, said.transfer, offered.to.area)
  if (said.says !== 'offered') return
  const reason = 'Alamat tujuan tidak terletak di daerah ini.'
  await tx.updateTable('population.transfer').set({ reason }).where('id', '=', said.transfer).execute()
}

async function announceAsked(
  tx: WriteHandle,
  context: CommandContext,
  row: TransferRow,
  offered: MovingPackage,
  by: string,
): Promise<void> {
  await tx
    .updateTable('population.transfer')
    .set({
      number: offered.number,
      head_name: headNameOf(offered),
      people_count: offered.people.length,
      valid_to: offered.validTo,
      package: context.tenant.cipher.sealJson(offered, packageContext),
    })
    .where('id', '=', row.id)
    .execute()
  await changeTransfer(tx, context, row, { state: 'announced', what: 'announced', by, says: true })
  await askCardNumber(tx, context, row.id, row.village_code)
}

export function headNameOf(offered: MovingPackage): string {
  return (offered.people.find((person) => person.nik === offered.headNik) ?? offered.people[0])?.fullName ?? ''
}
