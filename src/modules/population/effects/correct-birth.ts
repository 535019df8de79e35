import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { openEvent, type Sex } from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { type BirthBody, type BirthEntry, listBirthsOf } from './birth-entry.ts'
import { birthExtractDraft } from './birth-extract.ts'
import { originOf } from './origin.ts'
import { familyCardDraft, standingExtracts } from './papers.ts'

/** What an error of writing may concern. Undefined stays as it is. */
interface BirthCorrection {
  readonly name?: string | undefined
  readonly sex?: Sex | undefined
  readonly bornOn?: string | undefined
  readonly bornAt?: string | undefined
  readonly birthplace?: string | undefined
  readonly mother?: string | undefined
  readonly father?: string | undefined
}

/**
 * Corrects an error of writing in a birth entry: entry, person and family card are put right, and the certificate is
 * issued again under its own number. The NIK stays, whatever day it was made of.
 * @basis UU 23/2006 pasal 71 (pembetulan akta); PP 40/2019 (NIK tidak berubah)
 */
export async function correctBirth(input: EffectInput): Promise<EffectOutcome> {
  const { findings } = input
  const entries = await listBirthsOf(input.tx, input.caseId)
  const entry = entries[Math.max(0, Number(findings['correctChild'] ?? 1) - 1)]
  if (!entry) throw entries.length > 0 ? noSuchChild(entries.length) : notFound()
  const text = (name: string) => String(findings[name] ?? '').trim() || undefined
  return correctBirthEntry(input, entry, {
    name: text('correctName'),
    sex: text('correctSex') as Sex | undefined,
    bornOn: text('correctBirthOn'),
    bornAt: text('correctBirthTime'),
    birthplace: text('correctPlace'),
    mother: text('correctMother'),
    father: text('correctFather'),
  })
}

/** Puts one entry right, for its own file or for a later one. @throws invalid-input when nothing changes */
export async function correctBirthEntry(
  input: EffectInput,
  entry: BirthEntry,
  correction: BirthCorrection,
): Promise<EffectOutcome> {
  const { tx, context } = input
  const { tenant, now } = context
  const today = dayOf(now, tenant.profile.zone)
  const body = correctedBody(entry.body, correction, today)
  const event = await openEvent(tx, tenant, {
    ...originOf(input, `Pembetulan akta kelahiran ${entry.number}`, { registerNumber: entry.number }),
    kind: 'correction',
    validOn: body.bornOn,
  })
  const parents = body.parents
  const child = await event.changePerson(entry.personId, {
    ...(correction.name ? { fullName: body.name } : {}),
    ...(correction.sex ? { sex: body.sex } : {}),
    ...(correction.birthplace ? { birthPlace: body.birthplace } : {}),
    ...(correction.bornOn ? { birthOn: body.bornOn } : {}),
    ...(correction.mother && 'mother' in parents ? { motherName: parents.mother } : {}),
    ...(correction.father && 'father' in parents ? { fatherName: parents.father } : {}),
  })
  await event.close()
  await tx
    .updateTable('population.birth')
    .set({ body: JSON.stringify(body), born_on: body.bornOn, corrected_at: now.toString() })
    .where('id', '=', entry.id)
    .execute()
  const subject = { subjectPersonId: child.id, subjectName: body.name }
  const card = child.familyId ? [await familyCardDraft(tenant, tx, child.familyId, subject, today)] : []
  return {
    facts: { correctedOn: formatDay(today, 'id') },
    documents: [await birthExtractDraft(tenant, tx, { ...entry, body }, today), ...card],
    replaces: await standingExtracts(tx, entry.number),
  }
}

function correctedBody(body: BirthBody, correction: BirthCorrection, today: Temporal.PlainDate): BirthBody {
  const { mother, father, ...own } = correction
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0 && !mother && !father) throw nothingToCorrect()
  if (own.bornOn && own.bornOn > today.toString()) {
    throw new AppError('invalid-input', {
      fields: [
        {
          path: 'correctBirthOn',
          message: { id: 'Tanggal lahir belum tiba.', en: 'The date of birth is still to come.' },
        },
      ],
    })
  }
  const parents = {
    ...body.parents,
    ...(mother && 'mother' in body.parents ? { mother } : {}),
    ...(father && 'father' in body.parents ? { father } : {}),
  }
  const note = `Kutipan ini memuat pembetulan akta pada ${formatDay(today, 'id')} (UU 23/2006 pasal 71).`
  return { ...body, ...given, parents, remarks: [...body.remarks, note] }
}

function nothingToCorrect(): AppError {
  return new AppError('invalid-input', {
    fields: [
      {
        path: 'correctName',
        message: { id: 'Isi paling sedikit satu pembetulan.', en: 'Enter at least one correction.' },
      },
    ],
  })
}

function noSuchChild(most: number): AppError {
  return new AppError('invalid-input', {
    params: { most: String(most) },
    fields: [
      {
        path: 'correctChild',
        message: {
          id: `Laporan ini memuat ${most} anak; pilih nomor sampai ${most}.`,
          en: `This report holds ${most} children; choose a number up to ${most}.`,
        },
      },
    ],
  })
}
