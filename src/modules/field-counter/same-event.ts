import type { AnyHandle } from '#kernel/db/database.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPersonByNik, listPossibleDuplicateBirths, type Person } from '#modules/people/index.ts'
import { type Answers, listRunningOf, listRunningTwins, type RunningTwin } from '#modules/services/index.ts'
import { nearName } from './domain.ts'

/** By which answers two applications of a service are about one event. */
export interface SameEvent {
  /** Answer with the NIK of somebody whom both name: the mother, the one who died. */
  readonly nik?: string | undefined
  /** Who may have applied for it as well, where the answers hold no NIK: the family that moves. */
  readonly applicants?: ((db: AnyHandle, applicant: Person) => Promise<readonly string[]>) | undefined
  /** Day of the event; a day apart is still one event. */
  readonly day?: string | undefined
  /** Whom it is about: twins have two names. */
  readonly name?: string | undefined
  /** Told from the answers, where day and name do not tell it. */
  readonly isSame?: ((mine: Answers, other: Answers) => boolean) | undefined
  /** What the registers say, once it was decided. */
  readonly inRegister?:
    | ((tenant: Tenant, db: AnyHandle, answers: Answers, applicantNik: string) => Promise<LocalText | undefined>)
    | undefined
}

/** By service id. Modules that own a register say which answers tell its events apart. */
export const sameEvents = extensionPoint<SameEvent>('field-counter.same-event')

export interface FoundEvent {
  readonly text: LocalText
  readonly caseNumber: string | undefined
}

/** An application or an entry that is about the same event already; undefined when there is none. */
export async function findSameEvent(
  tenant: Tenant,
  db: AnyHandle,
  asked: {
    readonly serviceId: string
    readonly itemId: string
    readonly applicantNik: string
    readonly answers: Answers
  },
): Promise<FoundEvent | undefined> {
  const { answers, applicantNik } = asked
  const rule = sameEvents.find(asked.serviceId)
  const registered = await rule?.inRegister?.(tenant, db, answers, applicantNik)
  if (registered) return { text: registered, caseNumber: undefined }
  const running = await runningLike(tenant, db, asked, rule)
  const twin = running.find(
    (other) =>
      other.caseId !== asked.itemId && (rule ? isSame(rule, answers, other.answers) : isAlike(answers, other.answers)),
  )
  if (!twin) return undefined
  return {
    caseNumber: twin.number,
    text: {
      id: `Peristiwa yang sama sudah dilaporkan dan sedang diproses dengan nomor berkas ${twin.number}.`,
      en: `The same event was reported already and runs under file number ${twin.number}.`,
    },
  }
}

async function runningLike(
  tenant: Tenant,
  db: AnyHandle,
  { serviceId, applicantNik, answers }: Parameters<typeof findSameEvent>[2],
  rule: SameEvent | undefined,
): Promise<RunningTwin[]> {
  if (rule?.nik) {
    const nik = String(answers[rule.nik] ?? '')
    return /^\d{16}$/.test(nik) ? listRunningTwins(tenant, db, serviceId, nik) : []
  }
  const applicant = await findPersonByNik(tenant, db, applicantNik)
  if (!applicant) return []
  return listRunningOf(tenant, db, serviceId, (await rule?.applicants?.(db, applicant)) ?? [applicant.id])
}

function isSame(rule: SameEvent, mine: Answers, other: Answers): boolean {
  if (rule.isSame && !rule.isSame(mine, other)) return false
  if (rule.day && !isNearDay(mine[rule.day], other[rule.day])) return false
  return !rule.name || nearName(String(mine[rule.name] ?? ''), String(other[rule.name] ?? ''))
}

function isNearDay(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return false
  return Math.abs(Date.parse(a) - Date.parse(b)) <= 86_400_000
}

/** Where no rule tells events apart, only the very same answers are one. */
function isAlike(mine: Answers, other: Answers): boolean {
  const plain = (answers: Answers) =>
    JSON.stringify(
      Object.entries(answers)
        .filter(([, value]) => !Array.isArray(value))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return plain(mine) === plain(other)
}

/** A child of the same mother with nearly the same name, born on that day. */
export const sameBirth: SameEvent = {
  nik: 'motherNik',
  day: 'birthOn',
  name: 'childName',
  async inRegister(tenant, db, answers) {
    const { motherNik, birthOn, childName } = answers
    if (typeof motherNik !== 'string' || typeof birthOn !== 'string' || typeof childName !== 'string') return undefined
    const mother = await findPersonByNik(tenant, db, motherNik)
    if (!mother) return undefined
    const found = await listPossibleDuplicateBirths(db, { motherPersonId: mother.id, bornOn: birthOn, name: childName })
    if (!found.some((row) => row.reason === 'same-child')) return undefined
    return {
      id: 'Anak dengan nama dan tanggal lahir ini sudah ada dalam register kelahiran ibu tersebut.',
      en: 'A child of this name and day of birth is in the register of this mother already.',
    }
  },
}
