import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { getPerson, listFamilyMembers } from '#modules/people/index.ts'
import type { OptionSource, RegisterOption } from '#modules/services/index.ts'

/** An entry of any civil register that stands. */
export interface StandingEntry {
  readonly register: string
  readonly number: string
  readonly caseId: string
  /** ISO day. */
  readonly happenedOn: string
  readonly personId: string
  readonly name: string
}

/** What a register's certificate is called. */
const registerNames: Readonly<Record<string, LocalText>> = {
  birth: { id: 'Akta kelahiran', en: 'Birth certificate' },
  death: { id: 'Akta kematian', en: 'Death certificate' },
  marriage: { id: 'Akta perkawinan', en: 'Marriage certificate' },
  divorce: { id: 'Akta perceraian', en: 'Divorce certificate' },
  recognition: { id: 'Akta pengakuan anak', en: 'Recognition of a child' },
  legitimation: { id: 'Akta pengesahan anak', en: 'Legitimation of a child' },
  adoption: { id: 'Pengangkatan anak', en: 'Adoption' },
  stillbirth: { id: 'Surat keterangan lahir mati', en: 'Letter on a stillbirth' },
  'name-change': { id: 'Perubahan nama', en: 'Change of name' },
  'sex-change': { id: 'Peristiwa penting lainnya', en: 'Other important event' },
  'citizenship-change': { id: 'Perubahan kewarganegaraan', en: 'Change of citizenship' },
}

export function registerName(register: string): LocalText {
  return registerNames[register] ?? { id: `Register ${register}`, en: `Register ${register}` }
}

/** The standing entry with this number, in whichever register. */
export async function findEntryByNumber(db: AnyHandle, number: string): Promise<StandingEntry | undefined> {
  return (await entriesWhere(db, sql`number = ${number}`))[0]
}

/** Standing entries about any of these people, the newest first. */
async function listEntriesAbout(db: AnyHandle, personIds: readonly string[]): Promise<StandingEntry[]> {
  if (personIds.length === 0) return []
  return entriesWhere(db, sql`person_id = any(${[...personIds]}::uuid[])`)
}

async function entriesWhere(db: AnyHandle, condition: ReturnType<typeof sql>): Promise<StandingEntry[]> {
  const { rows } = await sql<{
    register: string
    number: string
    case_id: string
    happened_on: string
    person_id: string
    full_name: string
  }>`
    select e.register, e.number, e.case_id, e.happened_on::text, e.person_id, p.full_name from (
      select 'birth' as register, number, case_id, born_on as happened_on, person_id, registered_at
        from population.birth where voided_at is null and ${condition}
      union all
      select 'death', number, case_id, died_on, person_id, registered_at
        from population.death where voided_at is null and ${condition}
      union all
      select entry.register, entry.number, entry.case_id, entry.happened_on, who.person_id, entry.registered_at
        from population.entry join population.entry_person who on who.entry_id = entry.id
        where voided_at is null and role <> 'witness' and ${condition}
    ) e join people.v_person_name p on p.id = e.person_id
    order by e.registered_at desc, e.number limit 60`.execute(db)
  return rows.map((row) => ({
    register: row.register,
    number: row.number,
    caseId: row.case_id,
    happenedOn: row.happened_on,
    personId: row.person_id,
    name: row.full_name,
  }))
}

/** Registers whose entries are changed by services of their own and not by a court's voiding. */
const notVoidable = new Set(['move-within', 'move-out', 'move-in', 'data-change', 'cancellation'])

/** The entries about the applicant and everybody on his card, to choose one from. */
export const ownEntries: OptionSource = {
  address: '/berkas-saya',
  async list(_tenant, db, { personId, value }) {
    const person = await getPerson(db, personId)
    const members = person.familyId ? await listFamilyMembers(db, person.familyId) : [person]
    const entries = await listEntriesAbout(db, [...new Set([personId, ...members.map(({ id }) => id)])])
    const seen = new Set<string>()
    return entries
      .filter((entry) => !notVoidable.has(entry.register) && (value === undefined || entry.number === value))
      .filter((entry) => !seen.has(entry.number) && seen.add(entry.number))
      .map(optionOf)
  },
}

function optionOf(entry: StandingEntry): RegisterOption {
  const name = registerName(entry.register)
  const on = Temporal.PlainDate.from(entry.happenedOn)
  return {
    value: entry.number,
    label: { id: `${name.id}: ${entry.name}`, en: `${name.en}: ${entry.name}` },
    detail: { id: `${entry.number}, ${formatDay(on, 'id')}`, en: `${entry.number}, ${formatDay(on, 'en')}` },
  }
}
