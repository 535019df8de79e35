import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { getUnit } from '#modules/organization/index.ts'
import { trackingPin } from '../case/tracking.ts'
import type { Answers } from '../definition/expressions.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { getCurrentDefinition, requireOpen } from '../definition/store.ts'
import { openCase } from '../flow/open-case.ts'
import { coSignersOf } from '../form/co-signers.ts'
import { type AnswerError, type Journey, journeyOf, refusalsOf } from '../form/journey.ts'
import { fieldsOfPages } from '../form/kinds.ts'
import { servicePaths } from '../paths.ts'
import { withPlaces } from '../queries/form-facts.ts'
import { chosenOptions } from '../queries/register-options.ts'
import { submissionMessage } from '../texts.ts'
import { addFile, type NewFile } from './file-rows.ts'
import { knownFor } from './own-draft.ts'

/** An application that an official took down for a citizen. */
export interface Intake {
  /** Made by whoever took it down; the case bears it, so there is never a second one. */
  readonly id: string
  readonly serviceId: string
  readonly personId: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly files: readonly (NewFile & { readonly field: string })[]
  /** When it was taken down, if that was away from the network, and what stands of it in the way of the file. */
  readonly reported: { readonly at: Temporal.Instant; readonly note: string }
  /** Beyond what the definition asks: what forbids it to be taken in as it stands. */
  readonly forbids?: ((definition: ServiceDefinition, answers: Answers) => Promise<void>) | undefined
}

export interface Taken {
  readonly caseId: string
  readonly number: string
  readonly pin: string
  readonly version: number
  readonly unitName: string
  readonly territory: string
  readonly promisedAt: Temporal.Instant
}

/**
 * Judges an application as if the applicant had sent it himself, under the definition of today, and opens its case.
 * @param familyMark what stands before a NIK where a member of the family was copied from paper
 * @throws AppError `invalid-input` with the fields to mend, `forbidden` for who may not apply, `wrong-state`, `conflict`
 */
export async function takeIn(
  tx: WriteHandle,
  context: CommandContext,
  intake: Intake,
  familyMark = 'nik:',
): Promise<Taken> {
  const { tenant, now } = context
  const { zone } = tenant.profile
  const today = dayOf(now, zone).toString()
  const definition = await getCurrentDefinition(tx, intake.serviceId, today)
  requireOpen(definition, today)
  const attached = await keepFiles(tx, context, definition, intake)
  const journey = await judge(tx, context, definition, intake, attached, familyMark)
  if (!journey.complete) throw incomplete(journey)
  if (coSignersOf(journey).length > 0) throw needsOthers
  await intake.forbids?.(definition, journey.answers)
  const account = await accountForPerson(tx, intake.personId)
  const { row } = await openCase(tx, context, {
    id: intake.id,
    definition,
    journey,
    personId: intake.personId,
    accountId: account?.id ?? null,
    reported: intake.reported,
  })
  const pin = trackingPin(tenant, row.id)
  const promisedAt = instantOf(row.promised_at)
  if (account) {
    const message = submissionMessage(definition.title, row.number, pin, promisedAt, zone)
    await sendMessage(tx, context, { accountId: account.id, ...message, link: servicePaths.ownCase(row.id) })
  }
  context.invalidate(`slug:${definition.slug}`)
  return {
    caseId: row.id,
    number: row.number,
    pin,
    version: definition.version,
    unitName: (await getUnit(tx, row.unit_id)).name,
    territory: row.territory_code,
    promisedAt,
  }
}

interface Attached {
  readonly id: string
  readonly field: string
}

async function judge(
  tx: WriteHandle,
  { tenant, now }: CommandContext,
  definition: ServiceDefinition,
  intake: Intake,
  attached: readonly Attached[],
  familyMark: string,
): Promise<Journey> {
  // Ages and deadlines are those of the day on which it was reported; the office's own promise begins today.
  const today = dayOf(intake.reported.at, tenant.profile.zone).toString()
  const known = await knownFor(tenant, tx, definition, {
    personId: intake.personId,
    answers: intake.answers as Answers,
  })
  const refusals = refusalsOf(definition, { answers: {}, known, today })
  if (refusals.length > 0) {
    const say = (locale: 'id' | 'en') => refusals.map((rule) => rule.refused[locale]).join(' ')
    throw new AppError('forbidden', { text: { id: say('id'), en: say('en') } })
  }
  const files = Map.groupBy(attached, (file) => file.field)
  const answers = {
    ...withMembers(definition, intake.answers as Answers, known['family'], familyMark),
    ...Object.fromEntries([...files].map(([field, list]) => [field, list.map((file) => file.id)])),
  } as Answers
  const asked = { answers, personId: intake.personId, day: dayOf(now, tenant.profile.zone).toString() }
  const journey = journeyOf(definition, {
    answers,
    known,
    options: await chosenOptions(tenant, tx, definition, asked),
    today,
    seen: definition.form.pages.map((page) => page.id),
  })
  return withPlaces(tx, journey)
}

/** Members of the family that were copied from the paper card, by the ids that the register gives them. */
function withMembers(definition: ServiceDefinition, answers: Answers, family: unknown, mark: string): Answers {
  const members = Array.isArray(family) ? (family as readonly { readonly id: string; readonly nik: string }[]) : []
  const idOf = (value: unknown) => {
    const nik = typeof value === 'string' && value.startsWith(mark) ? value.slice(mark.length) : undefined
    return nik === undefined ? value : (members.find((member) => member.nik === nik)?.id ?? value)
  }
  const named = fieldsOfPages(definition.form.pages).filter((field) => field.kind.startsWith('family-member'))
  const resolved = named.map(({ id }) => {
    const value: unknown = answers[id]
    return [id, Array.isArray(value) ? value.map(idOf) : idOf(value)] as const
  })
  return { ...answers, ...Object.fromEntries(resolved.filter(([, value]) => value !== undefined)) } as Answers
}

function incomplete(journey: Journey): AppError {
  const fields: readonly AnswerError[] = journey.pages.flatMap((page) => page.errors)
  return new AppError('invalid-input', {
    fields,
    text: {
      id: 'Ada bagian yang belum lengkap atau keliru menurut ketentuan hari ini.',
      en: 'Some parts are missing or wrong by the rules of today.',
    },
  })
}

const needsOthers = new AppError('forbidden', {
  text: {
    id: 'Permohonan ini menunggu persetujuan orang lain di akun mereka, jadi tidak dapat diterima lewat loket lapangan.',
    en: 'This application waits for others to agree in their accounts, so a field counter cannot take it in.',
  },
})

/** Before the answers are judged, because a paper that was asked for is an answer too. */
async function keepFiles(
  tx: WriteHandle,
  context: CommandContext,
  definition: ServiceDefinition,
  intake: Intake,
): Promise<Attached[]> {
  const fields = new Map(fieldsOfPages(definition.form.pages).map((field) => [field.id, field]))
  const attached: Attached[] = []
  for (const file of intake.files) {
    const field = fields.get(file.field)
    // A question that the definition of today no longer asks leaves its paper behind.
    if (!field) continue
    const { id } = await addFile(tx, context.now, { id: intake.id, personId: intake.personId, field }, file)
    attached.push({ id, field: file.field })
  }
  return attached
}
