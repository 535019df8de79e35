import pg from 'pg'
import { subscribers } from '../src/app.ts'
import { demoPeople } from '../src/demo/known-people.ts'
import type { Actor, Grant } from '../src/kernel/access/access.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import { type Command, runCommand } from '../src/kernel/command/command.ts'
import type { AppError } from '../src/kernel/errors.ts'
import { createDemoAccounts } from '../src/modules/accounts/index.ts'
import { resolveGrants } from '../src/modules/organization/index.ts'
import { findPersonByNik } from '../src/modules/people/index.ts'
import { actOnCase, saveAnswers, startDraft, submitCase } from '../src/modules/services/testing.ts'
import { publishForTests } from '../src/modules/services/testing-definition.ts'
import { openWorld, type World } from './journeys/world.ts'

export type OfficerName = 'bagas' | 'laras' | 'wening' | 'ratih'

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
  const { tenant } = world
  const owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  await publishForTests(owner)
  await owner.end()
  const clock = new FixedClock(at)
  const run: CaseWorld['run'] = (command, input, actor) =>
    runCommand(command, input, { tenant, actor, clock, subscribers, origin: 'https://arunika.example' })
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
    async citizen(nik) {
      const person = await findPersonByNik(tenant, tenant.pools.read, nik)
      if (!person) throw new Error(`nobody has ${nik}`)
      const known = await world.rows<{ id: string }>(
        `select id from accounts.account where person_id = $1 and kind = 'citizen'`,
        [person.id],
      )
      const list = [{ kind: 'citizen' as const, personId: person.id, displayName: person.fullName, name: nik }]
      const [made] = known[0]
        ? [known[0].id]
        : await tenant.pools.write.transaction().execute((tx) => createDemoAccounts(tx, tenant, list))
      return { kind: 'citizen', accountId: made, personId: person.id, name: person.fullName, grants: [] }
    },
    async officer(who, more = []) {
      const person = await findPersonByNik(tenant, tenant.pools.read, demoPeople[who].nik)
      const [held] = await resolveGrants(tenant.pools.read, person?.id ?? '', '2026-11-20')
      const [account] = await world.rows<{ id: string }>(
        `select id from accounts.account where person_id = $1 and kind = 'staff'`,
        [person?.id],
      )
      return {
        kind: 'staff',
        accountId: account?.id,
        personId: person?.id,
        name: demoPeople[who].name,
        position: held?.position,
        grants: [...(held?.grants ?? []), ...more],
        elevatedUntil: Number.MAX_SAFE_INTEGER,
      }
    },
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
    async act(caseId, verb, actor, more = {}) {
      return run(actOnCase, { caseId, verb, revision: (await caseRow(caseId)).revision, ...more }, actor)
    },
  }
}

/** The code of a refusal, or "done". */
export const refused = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.code ?? String(error),
  )

export const supervise = (unitPath: string): Grant[] => [{ permission: 'services.supervise', unitPath, territory: '' }]
