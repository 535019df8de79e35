import type { Actor } from '#kernel/access/access.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

/** Tests only: units, posts and officials written straight into the tables. */
export interface TestOffice {
  unit(path: string, more?: { kind?: string; territory?: string; name?: string }): Promise<string>
  position(
    unitId: string,
    title: string,
    more?: { roles?: string[]; rank?: number; territory?: string },
  ): Promise<string>
  role(key: string, permissions: string[]): Promise<void>
  official(number: string, name: string): Promise<{ id: string; personId: string }>
  assign(positionId: string, officialId: string, from: string, to?: string, manner?: string): Promise<string>
}

export function testOffice(tenant: Tenant): TestOffice {
  const query = async (text: string, values: unknown[]) => {
    await tenant.pools.writePool.query(text, values)
  }
  return {
    async unit(path, more = {}) {
      const id = newId()
      const code = path.split('.').at(-1)
      const parent = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : null
      await query(
        `insert into organization.unit (id, parent_id, path, code, name, short_name, kind, territory_code, valid_from)
         values ($1, (select id from organization.unit where path = $2), $3, $4, $5, $4, $6, $7, '2020-01-01')`,
        [id, parent, path, code, more.name ?? `Unit ${code}`, more.kind ?? 'agency', more.territory ?? ''],
      )
      return id
    },
    async position(unitId, title, more = {}) {
      const id = newId()
      await query(
        `insert into organization.position (id, unit_id, title, rank, territory_code, valid_from) values ($1, $2, $3, $4, $5, '2020-01-01')`,
        [id, unitId, title, more.rank ?? 100, more.territory ?? ''],
      )
      for (const role of more.roles ?? [])
        await query('insert into organization.position_role values ($1, $2)', [id, role])
      return id
    },
    role: (key, permissions) => query('insert into organization.role values ($1, $1, $1, $2)', [key, permissions]),
    async official(number, name) {
      const [id, personId] = [newId(), newId()]
      await query(
        `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
           occupation, marital_status, family_relation)
         values ($1, $2, $2, $3, 'female', 'Sukamaju', '1990-01-01', 'Islam', 'S1', 'PNS', 'single', 'other')`,
        [personId, Buffer.from(personId), name],
      )
      await query(`insert into organization.official values ($1, $2, $3, $4, '2015-03-01', null)`, [
        id,
        personId,
        number,
        name,
      ])
      return { id, personId }
    },
    async assign(positionId, officialId, from, to, manner = 'definitif') {
      const id = newId()
      await query(`insert into organization.assignment values ($1, $2, $3, $4, 'SK/1', '2020-01-01', $5, $6)`, [
        id,
        positionId,
        officialId,
        manner,
        from,
        to ?? null,
      ])
      return id
    },
  }
}

/** Somebody with these permissions in a unit (everywhere when left out), freshly proved. */
export function administrator(permissions: readonly string[], unitPath = ''): Actor {
  return {
    kind: 'staff',
    accountId: 'admin-1',
    name: 'Yusuf',
    grants: permissions.map((permission) => ({ permission, unitPath, territory: '' })),
    elevatedUntil: Number.MAX_SAFE_INTEGER,
  }
}
