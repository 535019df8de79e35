import type { Actor } from '#kernel/access/access.ts'
import { newId } from '#kernel/ids.ts'
import { registerTaxObject, type TaxWorld, taxWorld, village } from '#modules/local-tax/testing.ts'
import { openMonth } from './commands/open-month.ts'

const official = (name: string, ...permissions: string[]): Actor => ({
  kind: 'staff',
  accountId: name,
  personId: newId(),
  name,
  position: {
    id: newId(),
    title: name,
    unitId: newId(),
    unitPath: 'bapenda',
    unitName: 'Bapenda',
    manner: 'definitif',
  },
  grants: permissions.map((permission) => ({ permission, unitPath: 'bapenda', territory: '' })),
  elevatedUntil: Number.MAX_SAFE_INTEGER,
})

const read = ['tax-returns.read', 'local-tax.read']
export const examiner = official('rani', ...read, 'tax-returns.examine')
export const approver = official('hadi', ...read, 'tax-returns.examine', 'tax-returns.approve')

/** A region with a taxpayer whose restaurant has been there since last year. */
export interface ReturnWorld extends TaxWorld {
  readonly sari: Actor
  readonly budi: Actor
  readonly npwpd: string
  /** Registers a place; `since` is the day from which it owes returns. */
  place(kind: string, name: string, details: Readonly<Record<string, string>>, since?: string): Promise<string>
  open(month: string): Promise<number>
  /** The return of a place for a month. */
  idOf(objectId: string, month: string): Promise<string>
}

export async function returnWorld(now = '2026-11-10T02:00:00Z'): Promise<ReturnWorld> {
  const world = await taxWorld(now)
  await world.owner.query(
    `update rules.rule set status = 'verified' where region = '99.01' and key ~ '^(tax.pbjt|tax-returns)[.]'`,
  )
  const citizenOf = async (name: string, personId: string): Promise<Actor> => {
    const accountId = newId() as string
    await world.owner.query(
      `insert into accounts.account (id, kind, person_id, display_name) values ($1, 'citizen', $2, $3)`,
      [accountId, personId, name],
    )
    return { kind: 'citizen', accountId, personId, name, grants: [] }
  }
  const sari = await citizenOf('Sari Puspita', world.people['Sari Puspita'] ?? '')
  const budi = await citizenOf('Budi Hartawan', world.people['Budi Hartawan'] ?? '')
  const { npwpd } = await world.taxpayer('9901024510800001')
  return {
    ...world,
    sari,
    budi,
    npwpd,
    async place(kind, name, details, since = '2025-01-01') {
      const facts = { kind, npwpd, villageCode: village, name, address: 'Jl. Melati 4', details }
      const { objectId } = await world.run(registerTaxObject, { ...facts, ground: 'SPOPD 1/2025' })
      await world.owner.query('update local_tax.object set registered_on = $2 where id = $1', [objectId, since])
      return objectId
    },
    async open(month) {
      return (await world.job.run(openMonth, { month, after: '' })).opened
    },
    async idOf(objectId, month) {
      const { rows } = await world.owner.query<{ id: string }>(
        'select id from tax_returns.return where object_id = $1 and month = $2',
        [objectId, `${month}-01`],
      )
      return rows[0]?.id ?? ''
    },
  }
}
