import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { ChainInput } from '../content-schema.ts'

/** A chain that a unit uses again and again. */
export interface ChainTemplate {
  readonly id: string
  readonly unitPath: string
  readonly name: string
  readonly steps: ChainInput
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
}

interface Row {
  id: string
  unit_path: string
  name: string
  steps: ChainInput
  made_at: Date
  made_by: string
}

const templateOf = (row: Row): ChainTemplate => ({
  id: row.id,
  unitPath: row.unit_path,
  name: row.name,
  steps: row.steps,
  madeAt: instantOf(row.made_at),
  madeBy: row.made_by,
})

/** Those of a unit and of the units above it. */
export async function listChainTemplates(db: AnyHandle, unitPath: string): Promise<ChainTemplate[]> {
  const { rows } = await sql<Row>`select id, unit_path, name, steps, made_at, made_by from letters.chain_template
    where retired_at is null and (unit_path = ${unitPath} or starts_with(${unitPath}, unit_path || '.'))
    order by name limit 200`.execute(db)
  return rows.map(templateOf)
}

export async function findChainTemplate(db: AnyHandle, id: string): Promise<ChainTemplate | undefined> {
  const { rows } = await sql<Row>`select id, unit_path, name, steps, made_at, made_by from letters.chain_template
    where id = ${id} and retired_at is null`.execute(db)
  return rows[0] && templateOf(rows[0])
}
