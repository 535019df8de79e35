import { createHash } from 'node:crypto'
import { z } from 'zod'
import { permitted, systemOnly } from '#kernel/access/access.ts'
import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { canonicalJson, labelOf } from '#kernel/journal/journal.ts'
import { wholeNumber } from '#modules/rules/index.ts'
import { expressionsOf } from '../definition/expressions.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { getCurrentDefinition, getDefinition } from '../definition/store.ts'
import { transitionOf } from '../domain.ts'
import { type Ranked, rankApplicants } from '../flow/allotment.ts'
import { readCaseRules, rulesIn } from '../flow/case-rules.ts'
import { factsOf } from '../flow/facts.ts'
import { takeStep } from '../flow/take-step.ts'
import { lockCase } from './case-row.ts'

/**
 * Ranks everybody who applied for places that are few, and fixes the whole list at once: function, quota, order and
 * hash. The steps of the single cases follow by a job, each exactly once.
 */
export const allotPlaces = command({
  name: 'services.allot-places',
  event: 'services.places-allotted.v1',
  access: permitted('services.allot', { stepUp: true }),
  input: z.object({ serviceId: z.string() }),
  async run(tx, input, context) {
    const { tenant, now } = context
    const today = dayOf(now, tenant.profile.zone)
    const definition = await getCurrentDefinition(tx, input.serviceId, today.toString())
    const { quota } = definition
    if (!quota) throw notFound()
    context.require('services.allot', { unitPath: definition.unit })
    const ruleOf = rulesIn(await readCaseRules(tx, definition, '', today))
    const closes = String(ruleOf(quota.closes).value)
    if (today.toString() <= closes) throw tooEarly(closes)
    const places = wholeNumber(ruleOf(quota.places))
    const ranked = rankApplicants(await listApplicants(tx, context, definition), places)
    const listHash = createHash('sha256').update(canonicalJson(ranked)).digest()
    const id = newId(now.epochMilliseconds)
    await refuseSecondList(tx, definition.id, closes)
    await tx
      .insertInto('services.allotment')
      .values({
        id,
        service_id: definition.id,
        version: definition.version,
        period: closes,
        places,
        applicants: ranked.length,
        cutoff_score: ranked.findLast((row) => row.isGranted)?.score ?? null,
        rule_text: [quota.score, quota.tieBreak].filter(Boolean).join(' ; '),
        list_hash: listHash,
        allotted_at: now.toString(),
        actor_label: labelOf(context.actor),
      })
      .execute()
    for (let start = 0; start < ranked.length; start += 1000) {
      const rows = ranked.slice(start, start + 1000).map((row) => ({
        allotment_id: id,
        rank: row.rank,
        case_id: row.caseId,
        score: row.score,
        tie_break: row.tieBreak,
        submitted_at: row.submittedAt,
        is_granted: row.isGranted,
      }))
      await tx.insertInto('services.allotment_row').values(rows).execute()
    }
    await context.enqueue('services.carry-out-allotment', { allotmentId: id })
    const payload = {
      serviceId: definition.id,
      period: closes,
      places,
      applicants: ranked.length,
      hash: listHash.toString('hex'),
    }
    return {
      result: { allotmentId: id, applicants: ranked.length },
      event: { subject: { type: 'allotment', id }, payload },
    }
  },
})

/** Takes the step that an allotment decided for one case. Hearing it again changes nothing. */
export const carryOutPlace = command({
  name: 'services.carry-out-place',
  event: 'services.place-carried-out.v1',
  access: systemOnly,
  input: z.object({ caseId: z.uuid(), isGranted: z.boolean() }),
  async run(tx, input, context) {
    const open = await lockCase(tx, input.caseId)
    const isWaiting = open?.definition.flow.states.some(
      (state) => state.id === open.row.state && state.holder === 'allocation',
    )
    if (!open || !isWaiting) return { result: undefined, event: undefined }
    const row = transitionOf(open.definition, open.row.state, input.isGranted ? 'allot' : 'not-allotted')
    await takeStep(tx, context, open, { row })
    const payload = { number: open.row.number, isGranted: input.isGranted }
    return { result: undefined, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})

/** Everybody who waits for a place, with the score that the definition of each case gives. */
export async function listApplicants(
  tx: AnyHandle,
  context: Pick<CommandContext, 'tenant' | 'now'>,
  current: ServiceDefinition,
): Promise<Omit<Ranked, 'rank' | 'isGranted'>[]> {
  const states = current.flow.states.filter((state) => state.holder === 'allocation').map((state) => state.id)
  const rows = await tx
    .selectFrom('services.case')
    .selectAll()
    .where('service_id', '=', current.id)
    .where('state', 'in', states.length ? states : [''])
    .where('closed_at', 'is', null)
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const definition = await getDefinition(tx, row.service_id, row.version, 'as-written')
      const facts = factsOf(context.tenant, { row, definition }, context.now)
      const language = expressionsOf(definition)
      const quota = definition.quota ?? current.quota
      const whole = (expression: string | undefined) => (expression ? Number(language.evaluate(expression, facts)) : 0)
      return {
        caseId: row.id,
        score: whole(quota?.score),
        tieBreak: whole(quota?.tieBreak),
        submittedAt: instantOf(row.submitted_at).toString(),
      }
    }),
  )
}

async function refuseSecondList(tx: WriteHandle, serviceId: string, period: string): Promise<void> {
  const earlier = await tx
    .selectFrom('services.allotment')
    .select('id')
    .where('service_id', '=', serviceId)
    .where('period', '=', period)
    .executeTakeFirst()
  if (!earlier) return
  throw new AppError('conflict', {
    text: {
      id: 'Penetapan untuk masa pendaftaran ini sudah dibuat dan tidak dapat diulang.',
      en: 'The list for this period has been made and cannot be made again.',
    },
  })
}

function tooEarly(closes: string): AppError {
  return new AppError('wrong-state', {
    text: {
      id: 'Pendaftaran masih dibuka sampai {closes}. Penetapan dibuat sesudahnya.',
      en: 'Applications are open until {closes}. The list is made after that.',
    },
    params: { closes },
  })
}
