import { instantOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { getPerson, listFamilyMembers } from '#modules/people/index.ts'
import { getCalendar } from '#modules/rules/index.ts'
import type { TransitionDefinition } from '../definition/schema.ts'
import { deadlineOf } from '../flow/deadline.ts'
import { rulesOf } from '../flow/take-step.ts'
import type { OpenTask } from '../flow/tasks.ts'
import { explainsWarnings, findsRight, listDecisionFindings } from '../queries/decision-findings.ts'
import type { OpenCase } from './case-row.ts'

/**
 * Nobody decides his own or his family's case, nor one he applied for as another's agent.
 * @basis UU 30/2014 pasal 42 dan 43 (konflik kepentingan)
 */
export async function refuseOwnFamily(tx: WriteHandle, context: CommandContext, open: OpenCase): Promise<void> {
  const me = context.actor.personId
  if (!me) return
  const applicant = await getPerson(tx, open.row.applicant_person_id)
  const family = applicant.familyId ? await listFamilyMembers(tx, applicant.familyId) : []
  const applied = open.row.account_id !== null && open.row.account_id === context.actor.accountId
  if (applied || applicant.id === me || family.some((member) => member.id === me)) {
    throw new AppError('forbidden', {
      text: {
        id: 'Ini berkas Anda atau keluarga Anda sendiri. Rekan kerja Anda yang harus memutuskannya.',
        en: 'This is your own or your family’s file. A colleague has to decide it.',
      },
    })
  }
}

/** Four eyes: whoever took the first step may not take the second. */
export async function refuseSecondEye(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  row: Pick<TransitionDefinition, 'notBy'>,
): Promise<void> {
  if (row.notBy.length === 0) return
  const earlier = await tx
    .selectFrom('services.step')
    .select('number')
    .where('case_id', '=', open.row.id)
    .where('verb', 'in', row.notBy)
    .where('person_id', '=', context.actor.personId ?? '')
    .executeTakeFirst()
  if (!earlier) return
  throw new AppError('forbidden', {
    text: {
      id: 'Langkah sebelumnya Anda sendiri yang mengambil. Langkah ini harus diambil pejabat lain.',
      en: 'You took the step before. Another official has to take this one.',
    },
  })
}

const shortestGround = 10

/**
 * What registers hold against the application stops a step that finds it right; of what is only rare the examiner says why
 * it is so. @returns codes of what he goes on in spite of
 */
export async function requirePlausible(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  row: TransitionDefinition,
  reason: string,
): Promise<string[]> {
  if (!findsRight(row)) return []
  const found = await listDecisionFindings(context.tenant, tx, open, context.now)
  const refused = found.find((finding) => finding.severity === 'refuse')
  if (refused) throw new AppError('conflict', { text: refused.say })
  const [warned] = found
  if (!warned || !explainsWarnings(row)) return []
  if (reason.trim().length >= shortestGround) return found.map((finding) => finding.code)
  const message = {
    id: `${warned.say.id} Tulis mengapa tetap Anda teruskan, misalnya surat mana yang membuktikannya.`,
    en: `${warned.say.en} Write why you go on, for instance which paper proves it.`,
  }
  throw new AppError('invalid-input', { fields: [{ path: 'reason', message }] })
}

/** What a colleague has taken in hand is left to him, until he releases it or the head gives it to another. */
export function refuseClaimedByAnother(
  context: CommandContext,
  tasks: readonly Pick<OpenTask, 'claimedPersonId' | 'claimedName'>[],
): void {
  const taken = tasks.find((task) => task.claimedPersonId && task.claimedPersonId !== context.actor.personId)
  if (!taken) return
  throw new AppError('conflict', {
    text: {
      id: 'Berkas ini sedang dikerjakan {name}. Minta ia melepaskannya, atau minta pimpinan mengalihkannya.',
      en: '{name} is working on this file. Ask for its release, or ask the head to reassign it.',
    },
    params: { name: taken.claimedName ?? '' },
  })
}

/** Objections and the like are possible only for a time. @throws wrong-state when it is over */
export async function requireWithin(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  row: Pick<TransitionDefinition, 'within'>,
): Promise<void> {
  if (!row.within) return
  const calendar = await getCalendar(context.tenant, tx, open.row.territory_code)
  const last = deadlineOf(row.within, instantOf(open.row.entered_at), rulesOf(open), calendar)
  if (Temporal.Instant.compare(context.now, last) <= 0) return
  throw new AppError('wrong-state', {
    text: {
      id: 'Tenggat untuk langkah ini sudah lewat.',
      en: 'The time for this step is over.',
    },
  })
}

/** A step that needs the meeting of its state waits until it has been held. @throws wrong-state */
export async function requireAppointment(
  tx: WriteHandle,
  open: OpenCase,
  row: Pick<TransitionDefinition, 'afterAppointment'>,
): Promise<void> {
  if (!row.afterAppointment || (await hasHeldAppointment(tx, open.row))) return
  throw new AppError('wrong-state', {
    text: {
      id: 'Langkah ini menunggu pertemuan yang tercatat terlaksana sejak berkas sampai di tahap ini.',
      en: 'This step waits for a meeting recorded as held since the file came to this stage.',
    },
  })
}

/** True when the meeting of the present state took place since the case came into it. */
export async function hasHeldAppointment(
  db: AnyHandle,
  row: Pick<OpenCase['row'], 'id' | 'state' | 'entered_at'>,
): Promise<boolean> {
  const held = await db
    .selectFrom('services.appointment')
    .select('id')
    .where('case_id', '=', row.id)
    .where('state', '=', row.state)
    .where('status', '=', 'held')
    .where('created_at', '>=', row.entered_at)
    .executeTakeFirst()
  return held !== undefined
}
