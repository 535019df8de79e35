import { isWorkingDay, type WorkingCalendar } from '#kernel/clock/working-days.ts'
import type { Random } from '../../../demo/random.ts'

export interface PlannedStep {
  readonly state: string
  readonly verb: string
  /** "applicant", or the officer's name. */
  readonly by: string
  readonly place: string
  readonly at: Temporal.Instant
  readonly reason?: string | undefined
}

/** What happened to one invented case, and when. */
export interface PlannedCase {
  readonly state: string
  readonly submittedAt: Temporal.Instant
  readonly enteredAt: Temporal.Instant
  readonly heldFrom: Temporal.Instant | undefined
  readonly heldTo: Temporal.Instant | undefined
  readonly steps: readonly PlannedStep[]
  readonly mark: { readonly field: string; readonly note: string; readonly by: string } | undefined
}

const counter = { by: 'Bagas Nugraha', place: 'Petugas Loket, UPT Dukcapil Mekarsari' }
const verifier = {
  by: 'Laras Prameswari',
  place: 'Verifikator Pencatatan Sipil, Dinas Kependudukan dan Pencatatan Sipil',
}
const head = { by: 'Dr. Wening Hapsari, M.Si.', place: 'Kepala Dinas, Dinas Kependudukan dan Pencatatan Sipil' }
const applicant = { by: 'applicant', place: '' }

const marks = [
  { field: 'birthTime', note: 'Jam pada surat keterangan lahir berbeda dengan isian.' },
  { field: 'birthLetter', note: 'Foto surat lahir terpotong di bagian bawah, mohon difoto ulang.' },
  { field: 'marriageNumber', note: 'Nomor buku nikah kurang satu angka.' },
  { field: 'childName', note: 'Ejaan nama berbeda dengan surat keterangan lahir.' },
]
const refusals = [
  'Anak ini sudah terdaftar dengan akta pada tahun yang sama.',
  'Surat keterangan lahir diterbitkan untuk bayi lain.',
]

const monthsBack = 14

/** The first thing drawn of a case, so that cases can be put in order before they are made up. */
export function drawBeginning(random: Random): { isOpen: boolean; minutesBack: number } {
  const isOpen = random.chance(0.03)
  const isStuck = isOpen && random.chance(0.15)
  const minutesBack = isStuck
    ? random.between(6 * 24 * 60, 10 * 24 * 60)
    : isOpen
      ? random.between(20, 3 * 24 * 60)
      : random.between(4 * 24 * 60, monthsBack * 30 * 24 * 60)
  return { isOpen, minutesBack }
}

/** Draws a course of events: open ones lie in the last days, the rest is finished. */
export function planCase(random: Random, now: Temporal.Instant, calendar: WorkingCalendar): PlannedCase {
  const { isOpen, minutesBack } = drawBeginning(random)
  const submittedAt = now.subtract({ minutes: minutesBack })
  const steps: PlannedStep[] = [{ ...applicant, state: 'received', verb: 'submit', at: submittedAt }]
  let at = submittedAt
  const take = (state: string, verb: string, who: { by: string; place: string }, reason?: string) => {
    const isSlow = random.chance(0.03)
    at = officeMoment(
      at.add({ minutes: isSlow ? random.between(1500, 4500) : random.between(15, 150) }),
      calendar,
      random,
    )
    if (Temporal.Instant.compare(at, now) > 0) return false
    steps.push({ ...who, state, verb, at, reason })
    return true
  }
  let heldFrom: Temporal.Instant | undefined
  let heldTo: Temporal.Instant | undefined
  let mark: PlannedCase['mark']
  if (random.chance(0.12)) {
    mark = { ...random.pick(marks), by: `${counter.by}, ${counter.place}` }
    if (take('returned', 'send-back', counter)) {
      heldFrom = at
      const isWaiting = isOpen && random.chance(0.5)
      if (!isWaiting && take('received', 'resubmit', applicant)) heldTo = at
    } else mark = undefined
  }
  const end = isOpen ? random.pick(['received', 'verifying', 'signing']) : drawEnd(random)
  if (steps.at(-1)?.state === 'received') walkTo(end, take, random)
  const last = steps.at(-1) as PlannedStep
  return { state: last.state, submittedAt, enteredAt: last.at, heldFrom, heldTo, steps, mark }
}

type Take = (state: string, verb: string, who: { by: string; place: string }, reason?: string) => boolean

function walkTo(end: string, take: Take, random: Random): void {
  if (end === 'received') return
  if (end === 'withdrawn') {
    take('withdrawn', 'withdraw', applicant)
    return
  }
  if (!take('verifying', 'forward', counter) || end === 'verifying') return
  if (end === 'refused') {
    take('refused', 'refuse', verifier, random.pick(refusals))
    return
  }
  if (!take('signing', 'accept', verifier) || end === 'signing') return
  take('issued', 'sign', head)
}

function drawEnd(random: Random): string {
  const at = random.next()
  return at < 0.92 ? 'issued' : at < 0.97 ? 'refused' : 'withdrawn'
}

/** Moves a moment into opening hours, some offices being slower than others. */
function officeMoment(at: Temporal.Instant, calendar: WorkingCalendar, random: Random): Temporal.Instant {
  let local = at.toZonedDateTimeISO(calendar.zone)
  const hours = calendar.hours.get(local.dayOfWeek)
  const isOpen =
    hours &&
    isWorkingDay(local.toPlainDate(), calendar) &&
    Temporal.PlainTime.compare(local.toPlainTime(), hours.closes) < 0
  if (isOpen) {
    return Temporal.PlainTime.compare(local.toPlainTime(), hours.opens) < 0
      ? local
          .withPlainTime(hours.opens)
          .add({ minutes: random.between(1, 60) })
          .toInstant()
      : at
  }
  do local = local.add({ days: 1 })
  while (!isWorkingDay(local.toPlainDate(), calendar))
  const opens = calendar.hours.get(local.dayOfWeek)?.opens ?? Temporal.PlainTime.from('08:00')
  return local
    .withPlainTime(opens)
    .add({ minutes: random.between(1, 180) })
    .toInstant()
}
