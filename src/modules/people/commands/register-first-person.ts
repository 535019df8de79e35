import { sql } from 'kysely'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { nikParts } from '../domain.ts'
import { nikContext } from '../queries/rows.ts'

/**
 * Enters the first administrator in a population register that is still empty, with what is known of
 * him, inside the calling command; the civil registry completes it later.
 */
export async function registerFirstPerson(
  tx: WriteHandle,
  tenant: Tenant,
  person: { nik: string; displayName: string; birthOn: string },
): Promise<string> {
  const id = newId<'person'>()
  const { sex } = nikParts(person.nik, Temporal.PlainDate.from(person.birthOn))
  // Titles are not part of a name in the register.
  const fullName = person.displayName.split(',')[0]?.trim() ?? person.displayName
  await sql`insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion,
      education, occupation, marital_status, family_relation)
    values (${id}, ${tenant.cipher.seal(person.nik, nikContext)}, ${tenant.cipher.fingerprint(person.nik, nikContext)},
      ${fullName}, ${sex}, '', ${person.birthOn}, '', '', 'Pegawai Negeri Sipil', 'single', 'other')`.execute(tx)
  return id
}
