import { z } from 'zod'
import { systemActor, systemOnly } from '#kernel/access/access.ts'
import type { FixedClock } from '#kernel/clock/clock.ts'
import { type Command, command, runCommand } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import {
  type EventKind,
  findPerson,
  getFamily,
  type OpenEvent,
  openEvent,
  openKkNumber,
  openNik,
} from '#modules/people/index.ts'
import { isReachable, sendWaiting } from '../outbox/send-waiting.ts'
import type { NationalPerson, NationalRegister } from '../port/national-register.ts'

export const village = '99.01.02.2003'

/** A region with people, in which things happen, and the sender of what has to be told. */
export class World {
  constructor(
    readonly tenant: Tenant,
    readonly clock: FixedClock,
  ) {}

  async prepare(mode: 'off' | 'simulator' | 'live' = 'live', numbers: 'own' | 'national' = 'own'): Promise<void> {
    const { write } = this.tenant.pools
    await write
      .insertInto('territory.area')
      .values(
        ['99', '99.01', '99.01.02', village].map((code, index) => ({
          code,
          parent_code: index ? ['99', '99.01', '99.01.02'][index - 1] : null,
          level: ['province', 'regency', 'district', 'village'][index] as 'village',
          name: ['Nusa', 'Arunika', 'Mekarsari', 'Sukawening'][index] as string,
          search_name: `area ${index}`,
        })) as never,
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await write
      .insertInto('national_register.setting')
      .values({ mode, numbers, changed_at: this.clock.now().toString(), changed_by: 'test' })
      .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ mode, numbers }))
      .execute()
  }

  run<Input, Result>(definition: Command<Input, Result>, input: unknown, actor = systemActor('test')): Promise<Result> {
    return runCommand(definition, input, { tenant: this.tenant, actor, clock: this.clock })
  }

  /** Any work inside a command of its own. */
  during<Result>(work: (tx: WriteHandle, now: Temporal.Instant) => Promise<Result>): Promise<Result> {
    const perform = command({
      name: 'national-register.perform-in-test',
      event: 'national-register.performed-in-test.v1',
      access: systemOnly,
      input: z.object({}),
      async run(tx, _input, { now }) {
        return { result: await work(tx, now), event: undefined }
      },
    })
    return this.run(perform, {})
  }

  happens<Result>(
    kind: EventKind,
    task: (event: OpenEvent) => Promise<Result>,
    source: 'desk' | 'national' | 'import' = 'desk',
  ): Promise<{ eventId: string; result: Result }> {
    return this.during(async (tx, now) => {
      const event = await openEvent(tx, this.tenant, {
        kind,
        validOn: now.toString().slice(0, 10),
        now,
        source: { kind: source },
        reason: `${kind} ${now}`,
        territoryCode: village,
      })
      const result = await task(event)
      const { eventId } = await event.close()
      return { eventId, result }
    })
  }

  /** Families of so many people, as they came over at the beginning: nobody has to be told of them. */
  async settle(families: number, peopleInEach: number): Promise<string[]> {
    const ids: string[] = []
    for (let index = 0; index < families; index += 1) {
      const { result } = await this.happens(
        'import',
        async (event) => {
          const family = await event.openFamily({
            address: `Jalan Kenanga ${index}`,
            rt: '001',
            rw: '002',
            villageCode: village,
          })
          const made: string[] = []
          for (let member = 0; member < peopleInEach; member += 1) {
            const person = await event.addPerson({
              fullName: `Warga ${letters(index)} ${letters(member)}`,
              sex: member % 2 ? 'female' : 'male',
              birthOn: `19${60 + (index % 39)}-0${1 + (member % 9)}-1${index % 10}`,
              birthPlace: 'Arunika',
              religion: 'Islam',
              education: 'SLTA/Sederajat',
              occupation: 'mula',
              familyId: family.id,
              relation: member === 0 ? 'head' : 'child',
            })
            made.push(person.id)
          }
          return made
        },
        'import',
      )
      ids.push(...result)
    }
    return ids
  }

  /** Whom the national register knows: the same people. */
  find = async (nik: string): Promise<NationalPerson | undefined> => {
    const { findPersonByNik } = await import('#modules/people/index.ts')
    const person = await findPersonByNik(this.tenant, this.tenant.pools.write, nik)
    if (!person) return undefined
    const family = person.familyId ? await getFamily(this.tenant.pools.write, person.familyId) : undefined
    return {
      nik,
      fullName: person.fullName,
      sex: person.sex,
      birthPlace: person.birthPlace,
      birthOn: person.birthOn,
      kkNumber: family && openKkNumber(this.tenant, family),
    }
  }

  async nikOf(personId: string): Promise<string> {
    const person = await findPerson(this.tenant.pools.write, personId)
    if (!person) throw new Error('nobody')
    return openNik(this.tenant, person)
  }

  /** One run of the job, with so much time on the clock that stands. */
  work(register: NationalRegister) {
    return {
      tenant: this.tenant,
      db: this.tenant.pools.write,
      register,
      now: () => this.clock.now(),
      log: { warn: () => {} },
      run: <Input, Result>(definition: Command<Input, Result>, input: unknown) => this.run(definition, input),
    }
  }

  exchange(register: NationalRegister): Promise<number> {
    return sendWaiting(this.work(register), this.clock.now().add({ hours: 1 }))
  }

  reachable(register: NationalRegister): Promise<boolean> {
    return isReachable(this.work(register))
  }

  async unsettled(): Promise<number> {
    const row = await this.tenant.pools.write
      .selectFrom('national_register.message')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('settled_at', 'is', null)
      .executeTakeFirstOrThrow()
    return Number(row.n)
  }
}

/** Digits as letters, for names. */
export const letters = (value: number): string =>
  [...String(value)].map((digit) => String.fromCharCode(65 + Number(digit))).join('')
