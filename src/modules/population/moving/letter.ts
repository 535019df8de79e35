import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { DocumentDraft } from '#modules/documents/index.ts'
import { type Family, familyRelationLabels, openKkNumber, openNik, type Person } from '#modules/people/index.ts'
import { issuedAt } from '../effects/papers.ts'

type LetterDraft = Extract<DocumentDraft, { template: 'moving-letter' }>

export interface MovingLetter {
  readonly title: string
  readonly number: string
  readonly lead: string
  readonly family: Family
  readonly head: Person
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly movedOn: string
  readonly validTo?: string | undefined
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly people: readonly Person[]
  readonly on: Temporal.PlainDate
  readonly remarks: readonly string[]
}

const footnotes = [
  'Dokumen ini ditandatangani secara elektronik dan sah tanpa cap dan tanda tangan basah (Permendagri 7/2019; UU 1/2024 tentang ITE).',
  'Pindai QR atau ketik kode di bawahnya untuk memeriksa keasliannya.',
]

/** The letter of people who move, ready to be signed. @basis Permendagri 109/2019 */
export function movingLetterDraft(tenant: Tenant, letter: MovingLetter): LetterDraft {
  const [first] = letter.people
  const subject = letter.people.find((person) => person.id === letter.head.id) ?? first ?? letter.head
  return {
    template: 'moving-letter',
    number: letter.number,
    title: letter.title,
    subjectPersonId: subject.id,
    subjectName: subject.fullName,
    footnotes,
    data: {
      title: letter.title,
      number: letter.number,
      lead: letter.lead,
      family: { number: openKkNumber(tenant, letter.family), head: letter.head.fullName },
      from: letter.from,
      to: letter.to,
      movedOn: letter.movedOn,
      ...(letter.validTo ? { validTo: letter.validTo } : {}),
      rows: letter.rows,
      people: letter.people.map((person) => ({
        name: person.fullName,
        nik: openNik(tenant, person),
        sex: person.sex,
        bornOn: person.birthOn,
        relation: familyRelationLabels[person.familyRelation].id,
      })),
      issued: issuedAt(tenant, letter.on),
      remarks: letter.remarks,
    },
  }
}
