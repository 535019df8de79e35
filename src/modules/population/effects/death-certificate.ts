import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { DocumentDraft } from '#modules/documents/index.ts'
import { openNik, type Person } from '#modules/people/index.ts'
import { certificateFootnotes, issuedAt } from './papers.ts'

/** The death certificate of an entry, ready to be signed. @basis Permendagri 109/2019 (kutipan akta kematian) */
export function deathCertificateDraft(
  tenant: Tenant,
  deceased: Person,
  entry: {
    readonly number: string
    readonly diedOn: string
    readonly diedAt: string | undefined
    readonly place: string
    readonly on: Temporal.PlainDate
    readonly remarks: readonly string[]
  },
): DocumentDraft {
  const parents = [
    deceased.fatherName && `${deceased.fatherName} (ayah)`,
    deceased.motherName && `${deceased.motherName} (ibu)`,
  ]
  return {
    template: 'death-certificate',
    number: entry.number,
    title: 'Kutipan Akta Kematian',
    subjectPersonId: deceased.id,
    subjectName: deceased.fullName,
    footnotes: certificateFootnotes,
    data: {
      number: entry.number,
      deceased: {
        name: deceased.fullName,
        nik: openNik(tenant, deceased),
        sex: deceased.sex,
        birthplace: deceased.birthPlace,
        bornOn: deceased.birthOn,
        citizenship: deceased.citizenship === 'WNI' ? 'Warga Negara Indonesia' : deceased.citizenship,
        parents: parents.filter(Boolean).join(' dan '),
      },
      death: { place: entry.place, on: entry.diedOn, ...(entry.diedAt ? { at: entry.diedAt } : {}) },
      issued: issuedAt(tenant, entry.on),
      remarks: entry.remarks,
    },
  }
}
