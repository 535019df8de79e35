import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type DocumentDraft, listDocumentsNumbered } from '#modules/documents/index.ts'
import {
  type FamilyCardSnapshot,
  familyCardSnapshot,
  familyRelationLabels,
  maritalStatusLabels,
} from '#modules/people/index.ts'

/** Extracts of an entry that stand, whichever file issued them: its own, or one that corrected it later. */
export async function standingExtracts(db: AnyHandle, number: string): Promise<string[]> {
  const found: string[] = []
  for (const template of ['birth-certificate', 'death-certificate', 'civil-certificate']) {
    const papers = await listDocumentsNumbered(db, template, number)
    found.push(...papers.filter((paper) => paper.standing === 'stands').map((paper) => paper.id))
  }
  return found
}

type CardDraft = Extract<DocumentDraft, { template: 'family-card' }>

export const certificateFootnotes = [
  'Dokumen ini ditandatangani secara elektronik dan sah tanpa cap dan tanda tangan basah (Permendagri 7/2019; UU 1/2024 tentang ITE).',
  'Pindai QR atau ketik kode di bawahnya untuk memeriksa keasliannya.',
]
const cardFootnotes = [
  'Dokumen ini ditandatangani secara elektronik (Permendagri 7/2019). Kartu keluarga versi sebelumnya tidak berlaku lagi.',
]

/** Place and day that stand above a signature. */
export function issuedAt(tenant: Tenant, on: Temporal.PlainDate) {
  return { place: tenant.profile.shortName.replace(/^(Kabupaten|Kota|Provinsi)\s+/, ''), on: on.toString() }
}

/** The family card as it stands in the register now, ready to be signed. */
export async function familyCardDraft(
  tenant: Tenant,
  db: AnyHandle,
  familyId: string,
  subject: { readonly subjectPersonId: string; readonly subjectName: string },
  on: Temporal.PlainDate,
): Promise<CardDraft> {
  const card = await familyCardSnapshot(tenant, db, familyId)
  return {
    template: 'family-card',
    number: card.kkNumber,
    title: `Kartu Keluarga, versi ${card.version}`,
    ...subject,
    footnotes: cardFootnotes,
    data: familyCardData(card, issuedAt(tenant, on)),
  }
}

/** The family card as its template prints it. @basis Permendagri 109/2019 (bentuk kartu keluarga) */
function familyCardData(card: FamilyCardSnapshot, issued: { place: string; on: string }): CardDraft['data'] {
  const { postalCode, ...address } = card.address
  return {
    number: card.kkNumber,
    head: card.headName,
    address: { ...address, ...(postalCode ? { postalCode } : {}) },
    version: card.version,
    issued,
    members: card.members.map((member) => ({
      name: member.name,
      nik: member.nik,
      sex: member.sex,
      birthplace: member.birthPlace,
      bornOn: member.birthOn,
      religion: member.religion,
      education: member.education,
      occupation: member.occupation,
      ...(member.bloodType ? { bloodType: member.bloodType } : {}),
      maritalStatus: maritalStatusLabels[member.maritalStatus].id,
      ...(member.marriedOn ? { maritalOn: member.marriedOn } : {}),
      relation: familyRelationLabels[member.relation].id,
      citizenship: member.citizenship,
      father: member.fatherName ?? '-',
      mother: member.motherName ?? '-',
    })),
  }
}
