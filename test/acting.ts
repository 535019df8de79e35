import { subscribers } from '../src/app.ts'
import { demoPeople } from '../src/demo/known-people.ts'
import { type Actor, type Grant, systemActor } from '../src/kernel/access/access.ts'
import type { FixedClock } from '../src/kernel/clock/clock.ts'
import { type Command, runCommand } from '../src/kernel/command/command.ts'
import type { AppError } from '../src/kernel/errors.ts'
import { accountForPerson, createDemoAccounts } from '../src/modules/accounts/index.ts'
import { resolveGrants } from '../src/modules/organization/index.ts'
import { findPersonByNik } from '../src/modules/people/index.ts'
import { actOnCase } from '../src/modules/services/testing.ts'
import type { World } from './journeys/world.ts'

export type OfficerName = 'bagas' | 'laras' | 'wening' | 'yusuf' | 'ratih'

/** People of the demo region who act through commands, at a moment the test sets. */
export class Acting {
  private readonly citizens = new Map<string, Actor>()

  constructor(
    private readonly world: World,
    private readonly clock: FixedClock,
  ) {}

  /** A person of the register with an account, made when first asked for. */
  async citizen(nik: string): Promise<Actor> {
    const known = this.citizens.get(nik)
    if (known) return known
    const { tenant } = this.world
    const person = await findPersonByNik(tenant, tenant.pools.read, nik)
    if (!person) throw new Error(`nobody has ${nik}`)
    const list = [{ kind: 'citizen' as const, personId: person.id, displayName: person.fullName, name: nik }]
    const existing = await accountForPerson(tenant.pools.read, person.id)
    const accountId =
      existing?.id ?? (await tenant.pools.write.transaction().execute((tx) => createDemoAccounts(tx, tenant, list)))[0]
    const actor: Actor = { kind: 'citizen', accountId, personId: person.id, name: person.fullName, grants: [] }
    this.citizens.set(nik, actor)
    return actor
  }

  /** An employee in the first of his posts, who has just proved who he is. */
  async officer(who: OfficerName, more: readonly Grant[] = []): Promise<Actor> {
    const { tenant } = this.world
    const person = await findPersonByNik(tenant, tenant.pools.read, demoPeople[who].nik)
    const [held] = await resolveGrants(tenant.pools.read, person?.id ?? '', '2026-11-20')
    const account = await accountForPerson(tenant.pools.read, person?.id ?? '', 'staff')
    return {
      kind: 'staff',
      accountId: account?.id,
      personId: person?.id,
      name: demoPeople[who].name,
      position: held?.position,
      grants: [...(held?.grants ?? []), ...more],
      elevatedUntil: this.clock.now().add({ hours: 24 * 365 }).epochMilliseconds,
    }
  }

  run<I, R>(command: Command<I, R>, input: unknown, actor: Actor): Promise<R> {
    return runCommand(command, input, {
      tenant: this.world.tenant,
      actor,
      clock: this.clock,
      subscribers,
      origin: 'https://arunika.example',
    })
  }

  /** A step of a case as it stands now. */
  async act(caseId: string, verb: string, actor: Actor, more: object = {}): Promise<unknown> {
    const [row] = await this.world.rows<{ revision: number }>('select revision from services.case where id = $1', [
      caseId,
    ])
    return this.run(actOnCase, { caseId, verb, revision: row?.revision, ...more }, actor)
  }

  /** As the jobs run commands. */
  bySystem<I, R>(command: Command<I, R>, input: unknown): Promise<R> {
    return this.run(command, input, systemActor('test'))
  }
}

/** The code with which something was refused, or "done". */
export function refused(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'done',
    (error: AppError) => error.code ?? String(error),
  )
}

/** The error with which something was refused. */
export function errorOf(attempt: Promise<unknown>): Promise<AppError> {
  return attempt.then(
    () => {
      throw new Error('nothing was refused')
    },
    (error: AppError) => error,
  )
}

/** An officer with other powers than the demo gave. */
export function empowered(actor: Actor, permissions: readonly string[], unitPath: string): Actor {
  return { ...actor, grants: permissions.map((permission) => ({ permission, unitPath, territory: '' })) }
}

export const supervise = (unitPath: string): Grant[] => [{ permission: 'services.supervise', unitPath, territory: '' }]
