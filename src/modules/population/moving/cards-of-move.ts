import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { JobHandler } from '#kernel/define/module.ts'
import { listDocumentsNumbered } from '#modules/documents/index.ts'
import { unitServing } from '#modules/organization/index.ts'
import { type Family, getFamily, openKkNumber } from '#modules/people/index.ts'
import { endFamilyCard, sealFamilyCard } from '../cards/issue-family-card.ts'

const task = 'population.issue-moved-cards'
/** Who settles a move between regions may not sign, and what the card says follows from two registers. */
const sealedUnder = 'Permendagri 108/2019 dan Permendagri 7/2019 (perpindahan antar daerah secara elektronik)'

/** Cards that a move between regions changed are issued, or ended, once the move holds. */
export async function issueCardsLater(
  context: Pick<CommandContext, 'enqueue'>,
  transferId: string,
  familyIds: Iterable<string>,
): Promise<void> {
  for (const familyId of new Set(familyIds)) await context.enqueue(task, { transferId, familyId })
}

export const issueMovedCard = command({
  name: 'population.issue-moved-card',
  event: 'population.moved-card-issued.v1',
  access: systemOnly,
  input: z.object({ transferId: z.uuid(), familyId: z.uuid() }),
  async run(tx, { transferId, familyId }, context) {
    const family = await getFamily(tx, familyId)
    if (family.status !== 'active') await endFamilyCard({ tx, context }, familyId)
    else if (await isIssued(tx, context, family)) return { result: undefined, event: undefined }
    else {
      const today = dayOf(context.now, context.tenant.profile.zone).toString()
      const office = await unitServing(tx, { unitCode: 'disdukcapil', territory: '', on: today })
      if (!office) throw new Error('no office of civil registration to seal a family card')
      const source = { type: 'move', id: transferId, unitPath: office.path }
      await sealFamilyCard({ tx, context }, familyId, source, sealedUnder)
    }
    return { result: undefined, event: { subject: { type: 'transfer', id: transferId }, payload: { familyId } } }
  },
})

/** The version that stands in the register was printed already, by this job before it was cut off or by a later case. */
async function isIssued(tx: WriteHandle, { tenant }: CommandContext, family: Family): Promise<boolean> {
  const prints = await listDocumentsNumbered(tx, 'family-card', openKkNumber(tenant, family))
  const title = `Kartu Keluarga, versi ${family.version}`
  return prints.some((print) => print.standing === 'stands' && print.title === title)
}

export const issueMovedCardsJob: JobHandler = async (payload: { transferId: string; familyId: string }, context) => {
  await context.run(issueMovedCard, payload)
}
