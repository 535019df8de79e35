import { AppError, invalidField } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import {
  adopt,
  findPerson,
  findPersonByNik,
  findSpouse,
  getPerson,
  type Person,
  recogniseChild,
} from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { childOf, enterChild } from './child-entry.ts'
import { courtDecisionOf } from './court-decision.ts'

const day = (iso: string) => formatDay(Temporal.PlainDate.from(iso), 'id')

/**
 * A father recognises a child born outside a recorded marriage; the mother has agreed.
 * @basis UU 23/2006 pasal 49 jo. UU 24/2013; Perpres 96/2018 pasal 49
 */
export async function registerRecognition(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const father = await getPerson(tx, input.applicantPersonId)
  const child = await childOf(input)
  const mother = child.motherId ? await findPerson(tx, child.motherId) : undefined
  const agreed = String(answers['motherNik'] ?? '')
  const who = agreed ? await findPersonByNik(context.tenant, tx, agreed) : undefined
  if (agreed && who?.id !== mother?.id) {
    throw invalidField(
      'motherNik',
      'Yang menyetujui bukan ibu anak ini menurut register. Kembalikan berkas ke verifikator.',
      'Who agreed is not the mother of this child in the register. Return the file to the verifier.',
    )
  }
  const on = String(answers['letterOn'] ?? '')
  return enterChild(input, {
    child,
    register: 'recognition',
    code: 'PA',
    rules: 'civil-registration.recognition',
    happenedOn: on,
    reason: `Pengakuan anak ${child.fullName}`,
    record: (origin) =>
      recogniseChild(tx, context.tenant, {
        ...origin,
        kind: 'recognition',
        childId: child.id,
        fatherId: father.id,
        validOn: on,
      }),
    people: peopleOf(child, father, mother),
    details: { childName: child.fullName, fatherName: father.fullName, motherName: child.motherName ?? '' },
    note: `diakui sebagai anak oleh ${father.fullName} dengan persetujuan ibunya, surat pengakuan tanggal ${day(on)}`,
    paper: {
      title: 'Kutipan Akta Pengakuan Anak',
      register: 'Akta Pengakuan Anak',
      happened: 'telah diakui seorang anak',
      rows: [{ label: 'Dasar', value: `Surat pengakuan anak yang disetujui ibu, ${day(on)}` }],
    },
    parents: parentRows(father.fullName, mother?.fullName ?? child.motherName),
  })
}

/**
 * The parents have married: their child is legitimated.
 * @basis UU 23/2006 pasal 50 jo. UU 24/2013; Perpres 96/2018 pasal 50
 */
export async function registerLegitimation(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context } = input
  const applicant = await getPerson(tx, input.applicantPersonId)
  const spouse = await findSpouse(tx, applicant)
  if (applicant.maritalStatus !== 'married' || !spouse || !applicant.marriedOn) throw notMarried()
  const [father, mother] = applicant.sex === 'male' ? [applicant, spouse] : [spouse, applicant]
  const child = await childOf(input)
  const marriage = `${applicant.marriageCertificateNumber ?? '-'}, ${day(applicant.marriedOn)}`
  return enterChild(input, {
    child,
    register: 'legitimation',
    code: 'PS',
    rules: 'civil-registration.legitimation',
    happenedOn: applicant.marriedOn,
    reason: `Pengesahan anak ${child.fullName}`,
    record: (origin) =>
      recogniseChild(tx, context.tenant, {
        ...origin,
        kind: 'legitimation',
        childId: child.id,
        fatherId: father.id,
        motherId: mother.id,
        validOn: applicant.marriedOn as string,
      }),
    people: peopleOf(child, father, mother),
    details: { childName: child.fullName, fatherName: father.fullName, motherName: mother.fullName },
    note: `disahkan sebagai anak ${father.fullName} dan ${mother.fullName} karena perkawinan orang tuanya, ${marriage}`,
    paper: {
      title: 'Kutipan Akta Pengesahan Anak',
      register: 'Akta Pengesahan Anak',
      happened: 'telah sah karena perkawinan orang tuanya seorang anak',
      rows: [{ label: 'Akta perkawinan', value: marriage }],
    },
    parents: parentRows(father.fullName, mother.fullName),
  })
}

/**
 * A court has given the child to adopting parents: a note on the margin of its birth entry, and their card.
 * @basis UU 23/2006 pasal 47; Perpres 96/2018 pasal 47; PP 54/2007
 */
export async function registerAdoption(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const parent = await getPerson(tx, input.applicantPersonId)
  const spouse = await findSpouse(tx, parent)
  const child = await childOf(input)
  const decision = courtDecisionOf(answers)
  const names = [parent, spouse].flatMap((one) => one?.fullName ?? []).join(' dan ')
  return enterChild(input, {
    child,
    register: 'adoption',
    code: 'AA',
    rules: 'civil-registration.adoption',
    happenedOn: decision.decidedOn,
    reason: `Pengangkatan anak ${child.fullName}`,
    record: (origin) =>
      adopt(tx, context.tenant, { ...origin, childId: child.id, parentId: parent.id, decidedOn: decision.decidedOn }),
    people: [
      { role: 'child', personId: child.id },
      { role: 'adopting-parent', personId: parent.id },
      ...(spouse ? [{ role: 'adopting-parent', personId: spouse.id }] : []),
    ],
    details: { childName: child.fullName, parents: names, court: decision.court, decisionNumber: decision.number },
    note: `diangkat sebagai anak oleh ${names}, ${decision.words}`,
    paper: {
      title: 'Catatan Pinggir Pengangkatan Anak',
      register: 'Daftar Pengangkatan Anak',
      happened: 'telah ditetapkan pengadilan pengangkatan seorang anak',
      rows: [{ label: 'Penetapan', value: decision.words }],
    },
    parents: [
      ...parentRows(child.fatherName, child.motherName).map((row) => ({ ...row, label: `${row.label} kandung` })),
      { label: 'Orang tua angkat', value: names },
    ],
  })
}

function peopleOf(child: Person, father: Person, mother: Person | undefined) {
  return [
    { role: 'child', personId: child.id },
    { role: 'father', personId: father.id },
    ...(mother ? [{ role: 'mother', personId: mother.id }] : []),
  ]
}

function parentRows(father: string | undefined, mother: string | undefined) {
  return [
    { label: 'Ayah', value: father ?? '-' },
    { label: 'Ibu', value: mother ?? '-' },
  ]
}

function notMarried(): AppError {
  return new AppError('conflict', {
    text: {
      id: 'Perkawinan orang tua belum tercatat pada register. Pengesahan anak mengikuti perkawinan yang sudah dicatat.',
      en: 'The marriage of the parents is not in the register. A legitimation follows a recorded marriage.',
    },
  })
}
