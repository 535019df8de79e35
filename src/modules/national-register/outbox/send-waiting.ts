import type { Logger } from 'pino'
import type { Command } from '#kernel/command/command.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Person } from '#modules/people/index.ts'
import { findPerson } from '#modules/people/index.ts'
import { type AnnouncedOutcome, beginAnnouncements, noteAnnouncements, noteHealth } from '../commands/announce.ts'
import { enrolmentSource } from '../extensions.ts'
import type { AnnounceOutcome, NationalRegister } from '../port/national-register.ts'
import { listReady, loadMessages, type QueuedMessage } from '../queries/queue.ts'
import { readStatus } from '../queries/status.ts'
import { prepareAnnouncement } from './announcement.ts'
import { concernedBy } from './compare.ts'

export interface ExchangeWork {
  readonly tenant: Tenant
  readonly db: AnyHandle
  readonly register: NationalRegister
  readonly now: () => Temporal.Instant
  readonly log: Pick<Logger, 'warn'>
  run<Input, Result>(command: Command<Input, Result>, input: unknown): Promise<Result>
}

/** How many go at once; they are about different people and families. */
const atOnce = 8

/**
 * Sends what may go, until nothing may, the register is away, or the time is up. Whatever happens to the process, each
 * message is settled, waiting, or known to have been in hand.
 * @returns how many were told, accepted or not
 */
export async function sendWaiting(work: ExchangeWork, until: Temporal.Instant): Promise<number> {
  let told = 0
  while (Temporal.Instant.compare(work.now(), until) < 0) {
    if (!(await isReachable(work))) return told
    const ready = await listReady(work.db, work.now(), atOnce)
    if (ready.length === 0) return told
    const ids = await work.run(beginAnnouncements, { ids: ready })
    if (ids.length === 0) continue
    const messages = await loadMessages(work.db, ids)
    const outcomes = await Promise.all(messages.map((message) => tell(work, message)))
    const nextTryAt = await work.run(noteAnnouncements, { outcomes, jitter: Math.random() })
    told += outcomes.filter(({ kind }) => kind === 'accepted' || kind === 'refused').length
    if (nextTryAt) return told
  }
  return told
}

/** False while there is no sense in trying. At first and after an outage it is asked how it is, before anything is sent. */
export async function isReachable({ db, now, register, run }: ExchangeWork): Promise<boolean> {
  const status = await readStatus(db, now())
  if (status.nextTryAt && Temporal.Instant.compare(status.nextTryAt, now()) > 0) return false
  if (status.state === 'up') return true
  const health = await register.health(now())
  const found = health.kind === 'away' ? { fault: health.fault, words: health.words } : {}
  return (await run(noteHealth, { ...found, jitter: Math.random() })) === null
}

async function tell(work: ExchangeWork, message: QueuedMessage): Promise<AnnouncedOutcome> {
  return message.kind === 'biometrics' ? tellBiometrics(work, message) : tellEvent(work, message)
}

async function tellEvent(work: ExchangeWork, message: QueuedMessage): Promise<AnnouncedOutcome> {
  const { tenant, db, register } = work
  const prepared = await prepareAnnouncement(tenant, db, message)
  if (!prepared) return { id: message.id, kind: 'nothing' }
  const { announcement, people } = prepared
  const said = await register.announce(announcement)
  const named = announcement.changes.find(({ nik }) => nik)?.nik
  return outcomeOf(work, message.id, said, people, named)
}

async function tellBiometrics(work: ExchangeWork, message: QueuedMessage): Promise<AnnouncedOutcome> {
  const { tenant, db, register } = work
  const found = await enrolmentSource.find('recorder')?.load(tenant, db, message.id)
  if (!found) return { id: message.id, kind: 'nothing' }
  const said = await register.enrolBiometrics({ enrolmentId: message.id, ...found })
  const person = await findPerson(db, message.subjects[0]?.personId ?? '')
  return outcomeOf(work, message.id, said, new Map(person ? [[found.nik, person]] : []), found.nik)
}

async function outcomeOf(
  { tenant, db, log }: ExchangeWork,
  id: string,
  said: AnnounceOutcome,
  people: ReadonlyMap<string, Person>,
  named: string | undefined,
): Promise<AnnouncedOutcome> {
  switch (said.kind) {
    case 'accepted': {
      const differs = await Promise.all(said.differs.map((one) => concernedBy(tenant, db, people, [one])))
      return { id, kind: 'accepted', reference: said.reference, differs }
    }
    case 'refused': {
      const concerned = await concernedBy(tenant, db, people, said.theirs, named)
      return { id, kind: 'refused', code: said.code, words: said.words, concerned }
    }
    default: {
      const { fault, words } = said
      log.warn({ message: id, fault }, 'the national register gave no answer that counts')
      const concerned = await concernedBy(tenant, db, people, [], named)
      return { id, kind: 'away', fault, concerned, ...(words ? { words } : {}) }
    }
  }
}
