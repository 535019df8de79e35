import pg from 'pg'
import type { Actor, Grant } from '../src/kernel/access/access.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import type { Command } from '../src/kernel/command/command.ts'
import { saveAnswers, startDraft, submitCase } from '../src/modules/services/testing.ts'
import { publishForTests } from '../src/modules/services/testing-definition.ts'
import { Acting, type OfficerName } from './acting.ts'
import { openWorld, type World } from './journeys/world.ts'

/** A demo region with a service that has everything, and people who act on its cases at a time of the test's own. */
export interface CaseWorld extends World {
  readonly clock: FixedClock
  citizen(nik: string): Promise<Actor>
  officer(who: OfficerName, more?: readonly Grant[]): Promise<Actor>
  run<I, R>(command: Command<I, R>, input: unknown, actor: Actor): Promise<R>
  /** A sent application for a place of this size. */
  submitted(actor: Actor, more?: { area?: number; mandateId?: string; name?: string }): Promise<string>
  caseRow(id: string): Promise<{ state: string; revision: number; account_id: string | null }>
  taskOf(caseId: string, branch?: string): Promise<string>
  act(caseId: string, verb: string, actor: Actor, more?: object): Promise<unknown>
}

export async function openCaseWorld(at = '2026-11-20T02:14:00Z'): Promise<CaseWorld> {
  const world = await openWorld()
  const owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  await publishForTests(owner)
  await owner.end()
  const clock = new FixedClock(at)
  const acting = new Acting(world, clock)
  const run: CaseWorld['run'] = (command, input, actor) => acting.run(command, input, actor)
  const caseRow: CaseWorld['caseRow'] = async (id) =>
    (
      await world.rows<{ state: string; revision: number; account_id: string | null }>(
        'select * from services.case where id = $1',
        [id],
      )
    )[0] as never
  return {
    ...world,
    clock,
    run,
    caseRow,
    citizen: (nik) => acting.citizen(nik),
    officer: (who, more) => acting.officer(who, more),
    async submitted(actor, { area = 120, mandateId, name = 'Taman Kirana' } = {}) {
      const { draftId } = await run(startDraft, { slug: 'izin-rekreasi', mandateId }, actor)
      const answers = { name, area, promise: true, staff: [{ who: 'Galih Wiryawan', wage: 2_000_000 }] }
      await run(saveAnswers, { draftId, pageId: 'usaha', answers, finished: true }, actor)
      return (await run(submitCase, { draftId }, actor)).caseId
    },
    async taskOf(caseId, branch) {
      const [row] = await world.rows<{ id: string }>(
        `select id from services.task where case_id = $1 and closed_at is null and ($2::text is null or branch = $2)`,
        [caseId, branch ?? null],
      )
      return row?.id ?? ''
    },
    act: (caseId, verb, actor, more) => acting.act(caseId, verb, actor, more),
  }
}
