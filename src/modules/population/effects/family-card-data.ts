import type { DocumentDraft } from '#modules/documents/index.ts'
import { type FamilyCardSnapshot, familyRelationLabels, maritalStatusLabels } from '#modules/people/index.ts'

type CardDraft = Extract<DocumentDraft, { template: 'family-card' }>

/** The family card as its template prints it. @basis Permendagri 109/2019 (bentuk kartu keluarga) */
export function familyCardData(card: FamilyCardSnapshot, issued: { place: string; on: string }): CardDraft['data'] {
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
