import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { DocumentDraft } from '#modules/documents/index.ts'
import { certificateFootnotes, issuedAt } from '../effects/papers.ts'
import { type Couple, type Spouse, spouseRows } from './spouses.ts'

type Draft = Extract<DocumentDraft, { template: 'civil-certificate' }>

interface CoupleEntry {
  readonly couple: Pick<Couple, 'husband' | 'wife'>
  /** "Akta Perkawinan"; the extract is named after it. */
  readonly register: string
  /** Where the paper is no extract: "Surat Keterangan Pembatalan Perkawinan". */
  readonly title?: string
  readonly number: string
  readonly event: Draft['data']['event']
  readonly on: Temporal.PlainDate
  readonly remarks: readonly string[]
  /** Photo of both side by side. */
  readonly photo?: Draft['data']['photo'] | undefined
  /** Rows of each besides name, birth and parents: status before the marriage. */
  readonly rowsOf?: (spouse: Spouse) => readonly { label: string; value: string }[]
}

/**
 * The same extract twice, one for the husband and one for the wife, each in the name of the one who receives it.
 * @basis UU 23/2006 pasal 34 ayat (3), pasal 40 ayat (2)
 */
export function coupleCertificates(tenant: Tenant, entry: CoupleEntry): DocumentDraft[] {
  const { husband, wife } = entry.couple
  const title = entry.title ?? `Kutipan ${entry.register}`
  const data: Draft['data'] = {
    title,
    register: entry.register,
    number: entry.number,
    ...(husband.citizenship === wife.citizenship ? { citizenship: husband.citizenship } : {}),
    event: entry.event,
    ...(entry.photo ? { photo: entry.photo } : {}),
    parties: [party('Suami', husband, entry), party('Istri', wife, entry)],
    issued: issuedAt(tenant, entry.on),
    remarks: entry.remarks,
  }
  return (
    [
      ['suami', husband],
      ['istri', wife],
    ] as const
  ).map(([who, spouse]) => ({
    template: 'civil-certificate',
    number: entry.number,
    title: `${title} untuk ${who}`,
    ...(spouse.person ? { subjectPersonId: spouse.person.id } : {}),
    subjectName: spouse.name,
    footnotes: certificateFootnotes,
    data,
  }))
}

function party(role: string, spouse: Spouse, { rowsOf }: CoupleEntry) {
  return {
    role,
    name: spouse.name,
    ...(spouse.nik ? { nik: spouse.nik } : {}),
    rows: spouseRows(spouse, rowsOf?.(spouse)),
  }
}
