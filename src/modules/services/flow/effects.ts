import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { type BegunDocuments, beginDocuments } from '#modules/documents/index.ts'
import type { OpenCase } from '../commands/case-row.ts'
import type { TransitionDefinition } from '../definition/schema.ts'
import { caseEffects, type EffectInput, type EffectOutcome, effectUndos } from '../extensions.ts'
import { factsOf } from './facts.ts'

export interface EffectsDone {
  readonly facts: Readonly<Record<string, unknown>>
  /** Documents of the last effect, which are still being set. */
  readonly documents: BegunDocuments | undefined
}

/** Changes registers as a step says, in order, and keeps what was done so that it can be taken back. */
export async function runEffects(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  row: TransitionDefinition,
): Promise<EffectsDone> {
  if (row.effects.length === 0) return { facts: {}, documents: undefined }
  const facts: Record<string, unknown> = {}
  let documents: BegunDocuments | undefined
  const input = effectInput(tx, context, open)
  for (const name of row.effects) {
    // An effect finds everything that those before it brought.
    await documents?.finish()
    const outcome = await caseEffects.get(name)(input)
    Object.assign(facts, outcome.facts)
    const source = { type: 'case', id: open.row.id, unitPath: open.row.unit_path }
    const seal = outcome.seal ? { seal: true as const } : {}
    const orders = outcome.documents.map((draft, index) => ({
      draft,
      options: { ...seal, ...(index === 0 ? { replaces: outcome.replaces } : {}) },
    }))
    documents = await beginDocuments(tx, context, orders, source)
    await sql`insert into services.effect_run (case_id, number, verb, effect, facts, run_at)
      select ${open.row.id}, coalesce(max(number), 0) + 1, ${row.verb}, ${name}, ${JSON.stringify(outcome.facts)},
        ${context.now.toString()} from services.effect_run where case_id = ${open.row.id}`.execute(tx)
  }
  return { facts, documents }
}

/** Takes back what earlier steps changed, the last first. A definition that could not be undone was never published. */
export async function undoEffects(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  row: TransitionDefinition,
): Promise<void> {
  if (row.undoes.length === 0) return
  const runs = await tx
    .selectFrom('services.effect_run')
    .select(['number', 'effect', 'facts'])
    .where('case_id', '=', open.row.id)
    .where('verb', 'in', row.undoes)
    .where('undone_at', 'is', null)
    .orderBy('number', 'desc')
    .execute()
  const input = effectInput(tx, context, open)
  for (const run of runs) {
    await effectUndos.get(run.effect)(input, run.facts as EffectOutcome['facts'])
    await tx
      .updateTable('services.effect_run')
      .set({ undone_at: context.now.toString() })
      .where('case_id', '=', open.row.id)
      .where('number', '=', run.number)
      .execute()
  }
}

function effectInput(tx: WriteHandle, context: CommandContext, open: OpenCase): EffectInput {
  const { answers, findings } = factsOf(context.tenant, open, context.now)
  return {
    tx,
    context,
    caseId: open.row.id,
    caseNumber: open.row.number,
    submittedAt: instantOf(open.row.reported_at ?? open.row.submitted_at),
    answers,
    findings,
    applicantPersonId: open.row.applicant_person_id,
    territoryCode: open.row.territory_code,
    unitPath: open.row.unit_path,
  }
}
