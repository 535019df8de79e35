import { sql } from 'kysely'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { endCard, lockCard } from './card-row.ts'
import { tellHolder } from './tell-holder.ts'

const atOnce = 200
/** So long the national register has to have taken biometrics over, an outage included. */
const keptDays = 30
/** Deaths registered so long ago were seen by earlier rounds. */
const lookedBackDays = 60

/**
 * Child cards end the day after their last, identity cards with their holder; biometrics that reached the national
 * register are erased here. A bounded number at a time.
 * @basis Permendagri 2/2016 pasal 5; UU 24/2013 pasal 64
 */
export const endCards = command({
  name: 'population.end-cards',
  event: 'population.cards-ended.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, context) {
    const today = dayOf(context.now, context.tenant.profile.zone).toString()
    const { rows } = await sql<{ id: string; why: 'expired' | 'deceased' }>`
      (select c.id, 'expired' as why from population.identity_card c
        where c.expires_on < ${today} and c.state = 'handed-over' order by c.expires_on limit ${atOnce})
      union
      (select c.id, 'deceased' from population.death d join population.identity_card c on c.person_id = d.person_id
        where d.voided_at is null and d.registered_at > ${context.now.subtract({ hours: 24 * lookedBackDays }).toString()}
          and c.state = 'handed-over' limit ${atOnce})`.execute(tx)
    const ended = new Map(rows.map((row) => [row.id, row.why]))
    for (const [id, why] of ended) {
      const card = await lockCard(tx, id)
      await endCard(tx, context, card, why)
      if (why === 'expired') await tellHolder(tx, context, card, 'expired')
    }
    const erased = await sql`update population.biometric_capture set data = null where id in (
      select b.id from population.biometric_capture b join population.identity_card c on c.id = b.card_id
      where b.data is not null and c.state in ('handed-over', 'ended', 'cancelled')
        and c.state_at < ${context.now.subtract({ hours: keptDays * 24 }).toString()} limit 5000)`.execute(tx)
    const done = { ended: ended.size, erased: Number(erased.numAffectedRows ?? 0) }
    const isNothing = done.ended === 0 && done.erased === 0
    const subject = { type: 'identity-card', id: rows[0]?.id ?? '00000000-0000-0000-0000-000000000000' }
    return { result: { more: ended.size >= atOnce }, event: isNothing ? undefined : { subject, payload: done } }
  },
})

export async function endCardsJob(_payload: unknown, context: JobContext): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    if (!(await context.run(endCards, {})).more) return
  }
}
