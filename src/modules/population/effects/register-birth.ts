import { dayOf } from '#kernel/clock/clock.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { newId } from '#kernel/ids.ts'
import { type DocumentDraft, listDocumentsOf } from '#modules/documents/index.ts'
import { settleNotices } from '#modules/notices/index.ts'
import {
  type FamilyRelation,
  formatNik,
  newbornTerms,
  type OpenEvent,
  openEvent,
  openNik,
  relationOfChild,
} from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { birthEntryKind, registerPrefix } from '../domain.ts'
import { type AfterBirth, announceChild, type EnteredChild } from './after-birth.ts'
import type { BirthBody, BirthEntry } from './birth-entry.ts'
import { birthExtractDraft } from './birth-extract.ts'
import { childCardAtBirth } from './child-card-at-birth.ts'
import { refuseKnownBirths } from './known-births.ts'
import { originOf } from './origin.ts'
import { familyCardDraft } from './papers.ts'
import { takeRegisterNumber } from './register-number.ts'
import { type ReportedChild, reportedChildren } from './reported-children.ts'
import { citizenshipOfChild, type ReportedParents, reportedParents } from './reported-parents.ts'

/** What follows from every birth, in this order; the papers that come of it stand after the family card. */
export const afterBirth: readonly AfterBirth[] = [announceChild, childCardAtBirth]

/**
 * Enters a birth: for each child a certificate number and a NIK; one new version of the family card; the documents.
 * All in the transaction of the signature; nothing of it exists if any part fails.
 * @basis UU 23/2006 pasal 27 ayat (2), pasal 28 dan 29; Perpres 96/2018 pasal 33; Permendagri 108/2019
 */
export async function registerBirth(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context } = input
  const { tenant } = context
  const children = reportedChildren(input.answers)
  const first = children[0] as ReportedChild
  const parents = await reportedParents(input, first)
  await refuseKnownBirths(tx, parents.mother?.id, children)
  const zone = tenant.profile.zone
  const today = dayOf(context.now, zone)
  const village = parents.family.villageCode
  const within = wholeNumber(await getRule(tx, 'civil-registration.birth.report-within', village, today))
  const kind = kindOf(input, first, within)
  const prefix = registerPrefix(village, kind, today)
  const numbers: string[] = []
  for (const _ of children) numbers.push(await takeRegisterNumber(tx, prefix))
  const event = await openEvent(tx, tenant, {
    ...originOf(input, `Kelahiran, akta ${numbers.join(', ')}`, { registerNumber: numbers[0], territoryCode: village }),
    kind: 'birth',
    validOn: first.bornOn,
  })
  const relation = await relationOf(event, parents)
  const remarks = await remarksOf(input, { kind, parents, within, today })
  const entered: { readonly child: EnteredChild; readonly entry: BirthEntry }[] = []
  for (const [index, child] of children.entries()) {
    const number = numbers[index] as string
    const person = await enterChild(input, event, { child, parents, number, relation })
    const body = bodyOf(input, child, parents, remarks)
    const entry = await storeEntry(input, { event, child, parents, number, kind, personId: person.personId, body })
    entered.push({ child: person, entry })
  }
  const { cards } = await event.close()
  await settleNotices(tx, {
    kinds: ['birth'],
    personIds: [parents.mother?.id, parents.father?.id].filter((id) => id !== undefined),
    happenedOn: first.bornOn,
    registerNumber: numbers.join(', '),
    by: 'Register akta kelahiran',
    now: context.now,
  })
  const papers: DocumentDraft[] = []
  for (const { entry } of entered) papers.push(await birthExtractDraft(tenant, tx, entry, today))
  const subject = { subjectPersonId: entered[0]?.child.personId ?? '', subjectName: first.name }
  papers.push(await familyCardDraft(tenant, tx, parents.family.id, subject, today))
  for (const follow of afterBirth) for (const { child } of entered) papers.push(...(await follow(input, child)))
  return {
    facts: {
      certificateNumber: numbers.join(', '),
      childNik: entered.map(({ child }) => formatNik(child.nik)).join(', '),
      children: entered.length,
      isLate: kind === 'LT',
      familyVersion: cards.get(parents.family.id) as number,
      registeredOn: formatDay(today, 'id'),
    },
    documents: papers,
  }
}

function kindOf(input: EffectInput, child: ReportedChild, within: number): 'LU' | 'LT' | 'LN' {
  if (input.answers['birthCase'] === 'abroad') return 'LN'
  const reportedOn = dayOf(input.submittedAt, input.context.tenant.profile.zone)
  return birthEntryKind(Temporal.PlainDate.from(child.bornOn), reportedOn, within)
}

async function relationOf(event: OpenEvent, parents: ReportedParents): Promise<FamilyRelation> {
  if (parents.parentage === 'foundling') return 'other'
  const members = await event.members(parents.family.id)
  const of = (id: string | undefined) => members.find((member) => member.id === id)?.familyRelation
  return relationOfChild([of(parents.mother?.id), of(parents.father?.id)])
}

interface Entering {
  readonly child: ReportedChild
  readonly parents: ReportedParents
  readonly number: string
  readonly relation: FamilyRelation
}

async function enterChild(input: EffectInput, event: OpenEvent, entering: Entering): Promise<EnteredChild> {
  const { child, parents, number } = entering
  const members = await event.members(parents.family.id)
  const head = members.find((member) => member.id === parents.family.headPersonId) ?? members[0]
  const person = await event.addPerson({
    fullName: child.name,
    sex: child.sex,
    birthPlace: String(input.answers['birthPlace'] ?? ''),
    birthOn: child.bornOn,
    religion: parents.mother?.religion ?? parents.father?.religion ?? head?.religion ?? '',
    ...newbornTerms,
    citizenship: citizenshipOfChild(parents).code,
    familyId: parents.family.id,
    relation: entering.relation,
    motherId: parents.mother?.id,
    fatherId: parents.father?.id,
    motherName: parents.motherName,
    fatherName: parents.fatherName,
    birthCertificateNumber: number,
  })
  return {
    personId: person.id,
    nik: openNik(input.context.tenant, person),
    name: child.name,
    bornOn: child.bornOn,
    registerNumber: number,
    familyId: parents.family.id,
  }
}

function bodyOf(
  input: EffectInput,
  child: ReportedChild,
  parents: ReportedParents,
  remarks: readonly string[],
): BirthBody {
  const text = (name: string) => String(input.answers[name] ?? '')
  return {
    name: child.name,
    sex: child.sex,
    birthplace: text('birthPlace'),
    bornOn: child.bornOn,
    bornAt: child.bornAt,
    order: child.order,
    citizenship: citizenshipOfChild(parents).code === 'WNI' ? 'Warga Negara Indonesia' : 'Warga Negara Asing',
    parents: parents.onPaper,
    remarks,
    ...(text('birthCase') === 'abroad'
      ? { abroad: { country: text('birthCountry'), number: text('foreignNumber') } }
      : {}),
  }
}

interface Circumstances {
  readonly kind: 'LU' | 'LT' | 'LN'
  readonly parents: ReportedParents
  readonly within: number
  readonly today: Temporal.PlainDate
}

/** Legal remarks below the facts. */
async function remarksOf(input: EffectInput, { kind, parents, within, today }: Circumstances): Promise<string[]> {
  const remarks: string[] = []
  if (kind === 'LT') {
    const letters = await listDocumentsOf(input.tx, 'case', input.caseId)
    const decision = letters.find((letter) => letter.title === lateDecisionTitle)
    const by = decision ? `, dicatat berdasarkan keputusan kepala dinas nomor ${decision.number}` : ''
    remarks.push(`Pelaporan melampaui ${within} hari sejak kelahiran${by}.`)
  }
  if (citizenshipOfChild(parents).isDual) {
    const rule = await getRule(
      input.tx,
      'civil-registration.birth.dual-citizenship-until',
      parents.family.villageCode,
      today,
    )
    remarks.push(
      `Anak berkewarganegaraan ganda terbatas sampai umur ${wholeNumber(rule)} tahun atau kawin (UU 12/2006 pasal 6).`,
    )
  }
  if (parents.parentage === 'foundling') {
    const by = proofOf(input) === 'police' ? 'berita acara kepolisian' : 'pernyataan penemu dengan dua saksi'
    remarks.push(`Dicatat berdasarkan ${by} (UU 23/2006 pasal 28).`)
  }
  return remarks
}

/** Title of the letter by which the head of office allows a birth to be entered late. */
const lateDecisionTitle = 'Keputusan pencatatan kelahiran yang melampaui batas waktu'

async function storeEntry(
  input: EffectInput,
  given: {
    readonly event: OpenEvent
    readonly child: ReportedChild
    readonly parents: ReportedParents
    readonly number: string
    readonly kind: 'LU' | 'LT' | 'LN'
    readonly personId: string
    readonly body: BirthBody
  },
): Promise<BirthEntry> {
  const { context, answers } = input
  const { child, parents, body } = given
  const id = newId<'birth'>(context.now.epochMilliseconds)
  const entry = { id, number: given.number, kind: given.kind, personId: given.personId, body }
  const of = { caseId: input.caseId, caseNumber: input.caseNumber, eventId: given.event.eventId }
  await input.tx
    .insertInto('population.birth')
    .values({
      id,
      number: entry.number,
      kind: entry.kind,
      person_id: entry.personId,
      case_id: of.caseId,
      case_number: of.caseNumber,
      event_id: of.eventId,
      mother_person_id: parents.mother?.id ?? null,
      father_person_id: parents.father?.id ?? null,
      born_at: child.bornAt ? momentOf(child, context.tenant.profile.zone) : null,
      born_on: child.bornOn,
      facility: String(answers['facility'] ?? '') || 'unknown',
      birth_kind: String(answers['birthKind'] ?? '') || 'single',
      child_order: child.order ?? null,
      weight_kg: child.weight ?? null,
      parentage: parents.parentage,
      proof: proofOf(input),
      body: JSON.stringify(body),
      registered_at: context.now.toString(),
    })
    .execute()
  return { ...entry, ...of }
}

function momentOf(child: ReportedChild, zone: string): string {
  const time = Temporal.PlainTime.from(child.bornAt ?? '00:00')
  return Temporal.PlainDate.from(child.bornOn).toPlainDateTime(time).toZonedDateTime(zone).toInstant().toString()
}

function proofOf({ answers }: EffectInput): string {
  if (answers['birthCase'] === 'abroad') return 'foreign'
  return String(answers['birthCase'] === 'foundling' ? answers['foundlingProof'] : answers['proof'])
}
