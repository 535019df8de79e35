import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { newId } from '#kernel/ids.ts'
import type { DocumentDraft } from '#modules/documents/index.ts'
import { findPersonByNik, formatNik, getFamily, type Person, registerChild } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { birthEntryKind, bornAfterDeath, type Parentage, registerPrefix } from '../domain.ts'
import { originOf } from './origin.ts'
import { certificateFootnotes, familyCardDraft, issuedAt } from './papers.ts'
import { takeRegisterNumber } from './register-number.ts'

/**
 * Enters a birth: certificate number, the child with its NIK, the new family card, both documents.
 * All in the transaction of the signature; nothing of it exists if any part fails.
 * @basis UU 23/2006 pasal 27 ayat (2); Perpres 96/2018 pasal 33; Permendagri 108/2019
 */
export async function registerBirth(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const text = (name: string) => String(answers[name] ?? '')
  const parentage = text('parentage') as Parentage
  const mother = await parentByNik(input, text('motherNik'), 'motherNik')
  if (!mother) throw registerMissing('motherNik')
  const father = parentage === 'mother-only' ? undefined : await parentByNik(input, text('fatherNik'), 'fatherNik')
  const familyId = mother.familyId ?? father?.familyId
  if (!familyId) throw registerMissing('motherNik')
  const family = await getFamily(tx, familyId)

  const zone = context.tenant.profile.zone
  const today = dayOf(context.now, zone)
  const bornOn = Temporal.PlainDate.from(text('birthOn'))
  if (bornAfterDeath(bornOn, mother.diedOn)) throw motherDied()
  const within = wholeNumber(await getRule(tx, 'civil-registration.birth.report-within', family.villageCode, today))
  const kind = birthEntryKind(bornOn, dayOf(input.submittedAt, zone), within)
  const number = await takeRegisterNumber(tx, registerPrefix(family.villageCode, kind, today))
  const child = await registerChild(tx, context.tenant, {
    fullName: text('childName'),
    sex: text('childSex') === 'male' ? 'male' : 'female',
    birthPlace: text('birthPlace'),
    birthOn: bornOn.toString(),
    birthCertificateNumber: number,
    motherId: mother.id,
    fatherId: father?.id,
    familyId,
    ...originOf(input, `Kelahiran, akta ${number}`, { registerNumber: number, territoryCode: family.villageCode }),
  })
  await tx
    .insertInto('population.birth')
    .values({
      id: newId(context.now.epochMilliseconds),
      number,
      kind,
      person_id: child.personId,
      case_id: input.caseId,
      event_id: child.eventId,
      mother_person_id: mother.id,
      father_person_id: father?.id ?? null,
      born_at: bornOn.toPlainDateTime(text('birthTime')).toZonedDateTime(zone).toInstant().toString(),
      born_on: bornOn.toString(),
      facility: text('facility'),
      birth_kind: text('birthKind'),
      child_order: Number(answers['childOrder']),
      weight_kg: answers['weight'] ? String(answers['weight']) : null,
      parentage,
      proof: text('proof'),
      registered_at: context.now.toString(),
    })
    .execute()
  const issued = issuedAt(context.tenant, today)
  const subject = { subjectPersonId: child.personId, subjectName: text('childName') }
  const certificate: DocumentDraft = {
    template: 'birth-certificate',
    number,
    title: 'Kutipan Akta Kelahiran',
    ...subject,
    footnotes: certificateFootnotes,
    data: {
      number,
      child: {
        name: text('childName'),
        nik: child.nik,
        sex: text('childSex') === 'male' ? 'male' : 'female',
        order: Number(answers['childOrder']),
        birthplace: text('birthPlace'),
        bornOn: bornOn.toString(),
        bornAt: text('birthTime'),
        citizenship: 'Warga Negara Indonesia',
      },
      parents: parentsOf(parentage, mother.fullName, father?.fullName ?? text('fatherName')),
      issued,
      remarks: kind === 'LT' ? [`Pelaporan melampaui ${within} hari sejak kelahiran.`] : [],
    },
  }
  const familyCard = await familyCardDraft(context.tenant, tx, familyId, subject, today)
  return {
    facts: {
      certificateNumber: number,
      childNik: formatNik(child.nik),
      familyVersion: child.familyVersion,
      registeredOn: formatDay(today, 'id'),
    },
    documents: [certificate, familyCard],
  }
}

function parentsOf(parentage: Parentage, mother: string, father: string) {
  if (parentage === 'married') return { kind: 'married' as const, mother, father }
  if (parentage === 'unrecorded') return { kind: 'marriage-not-recorded' as const, mother, father }
  return { kind: 'mother-only' as const, mother }
}

async function parentByNik(input: EffectInput, nik: string, field: string): Promise<Person | undefined> {
  const person = await findPersonByNik(input.context.tenant, input.tx, nik)
  if (!person && field === 'motherNik') throw registerMissing(field)
  return person
}

function registerMissing(path: string): AppError {
  return new AppError('invalid-input', {
    fields: [
      {
        path,
        message: {
          id: 'NIK ini tidak ada pada register daerah, sehingga kartu keluarga tidak dapat diperbarui. Kembalikan berkas ke verifikator.',
          en: 'This NIK is not in the regional register, so the family card cannot be renewed. Return the file to the verifier.',
        },
      },
    ],
  })
}

function motherDied(): AppError {
  return new AppError('invalid-input', {
    fields: [
      {
        path: 'motherNik',
        message: {
          id: 'Menurut register, ibu ini meninggal sebelum tanggal lahir anak. Kembalikan berkas ke verifikator.',
          en: 'In the register this mother died before the child was born. Return the file to the verifier.',
        },
      },
    ],
  })
}
