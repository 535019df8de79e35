import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { correctDeathDay, getPerson } from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { deathCertificateDraft } from './death-certificate.ts'
import { originOf } from './origin.ts'
import { standingExtracts } from './papers.ts'

/**
 * Corrects an error of writing in a death entry and issues the certificate again under its own number; the earlier
 * one counts as replaced.
 * @basis UU 23/2006 pasal 71 (pembetulan akta)
 */
export async function correctDeath(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, findings } = input
  const { tenant, now } = context
  const entry = await tx
    .selectFrom('population.death')
    .selectAll()
    .where('case_id', '=', input.caseId)
    .where('voided_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!entry) throw notFound()
  const corrected = (name: string, before: string | null) => String(findings[name] ?? '') || before
  const diedOn = corrected('correctDiedOn', entry.died_on) as string
  const diedTime = corrected('correctDiedTime', entry.died_time)
  const place = corrected('correctPlace', entry.place) as string
  if (diedOn !== entry.died_on) {
    const origin = originOf(input, `Pembetulan akta kematian ${entry.number}`, { registerNumber: entry.number })
    await correctDeathDay(tx, tenant, { ...origin, personId: entry.person_id, diedOn })
  }
  await tx
    .updateTable('population.death')
    .set({ died_on: diedOn, died_time: diedTime, place, corrected_at: now.toString() })
    .where('id', '=', entry.id)
    .execute()
  const today = dayOf(now, tenant.profile.zone)
  const deceased = await getPerson(tx, entry.person_id)
  const certificate = deathCertificateDraft(tenant, deceased, {
    number: entry.number,
    diedOn,
    diedAt: diedTime ?? undefined,
    place,
    on: today,
    remarks: [`Kutipan ini memuat pembetulan akta pada ${formatDay(today, 'id')} (UU 23/2006 pasal 71).`],
  })
  return {
    facts: { correctedOn: formatDay(today, 'id') },
    documents: [certificate],
    replaces: await standingExtracts(tx, entry.number),
  }
}
