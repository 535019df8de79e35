import type { AnyHandle } from '#kernel/db/database.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { DocumentDraft } from '#modules/documents/index.ts'
import { getPerson, openNik, sexLabels } from '#modules/people/index.ts'
import type { BirthBody, BirthEntry } from './birth-entry.ts'
import { listMarginalNotes } from './marginal-notes.ts'
import { certificateFootnotes, issuedAt } from './papers.ts'

/**
 * The extract of a birth entry as it is issued today: the entry itself, its legal remarks and every marginal note.
 * @basis Permendagri 108/2019; Permendagri 109/2019 (kutipan akta kelahiran)
 */
export async function birthExtractDraft(
  tenant: Tenant,
  db: AnyHandle,
  entry: Pick<BirthEntry, 'id' | 'number' | 'kind' | 'personId' | 'body'>,
  on: Temporal.PlainDate,
): Promise<DocumentDraft> {
  const { body, number } = entry
  const person = await getPerson(db, entry.personId)
  const notes = (await listMarginalNotes(db, person.id)).filter((note) => note.birthId === entry.id)
  const common = {
    number,
    subjectPersonId: person.id,
    subjectName: body.name,
    footnotes: certificateFootnotes,
  }
  const data = {
    number,
    issued: issuedAt(tenant, on),
    remarks: [...body.remarks, ...notes.map((note) => marginalRemark(note))],
  }
  const nik = openNik(tenant, person)
  if (entry.kind === 'LN') {
    const title = 'Surat Keterangan Pelaporan Kelahiran di Luar Negeri'
    return {
      template: 'civil-certificate',
      title,
      ...common,
      data: { ...data, title, register: 'Daftar Pelaporan Kelahiran di Luar Negeri', ...bornAbroad(body, nik) },
    }
  }
  return {
    template: 'birth-certificate',
    title: 'Kutipan Akta Kelahiran',
    ...common,
    data: {
      ...data,
      child: {
        name: body.name,
        nik,
        sex: body.sex,
        ...(body.order === undefined ? {} : { order: body.order }),
        birthplace: body.birthplace,
        bornOn: body.bornOn,
        ...(body.bornAt ? { bornAt: body.bornAt } : {}),
        citizenship: body.citizenship,
      },
      parents: body.parents,
    },
  }
}

function marginalRemark(note: { readonly note: string; readonly notedOn: string }): string {
  return `Catatan pinggir ${formatDay(Temporal.PlainDate.from(note.notedOn), 'id')}: ${note.note}`
}

function bornAbroad(body: BirthBody, nik: string) {
  const parents = body.parents
  const named = [
    ...('father' in parents ? [{ label: 'Ayah', value: parents.father }] : []),
    ...('mother' in parents ? [{ label: 'Ibu', value: parents.mother }] : []),
  ]
  return {
    citizenship: body.citizenship,
    event: {
      happened: 'telah lahir',
      on: body.bornOn,
      place: body.birthplace,
      rows: [
        { label: 'Negara', value: body.abroad?.country ?? '-' },
        { label: 'Akta negara itu', value: body.abroad?.number ?? '-' },
      ],
    },
    parties: [
      {
        role: 'Anak',
        name: body.name,
        nik,
        rows: [{ label: 'Jenis kelamin', value: sexLabels[body.sex].id }],
      },
    ] as const,
    parents: named,
  }
}
