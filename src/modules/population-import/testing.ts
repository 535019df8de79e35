import pino from 'pino'
import { type Actor, systemActor } from '#kernel/access/access.ts'
import { type Clock, systemClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import { provide } from '#kernel/define/extension-point.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { newId } from '#kernel/ids.ts'
import type { TestTenant } from '#kernel/testing/database.ts'
import { lawKey, officeLaw } from '#modules/people/index.ts'
import { testLaw } from '#modules/people/testing.ts'
import { mapColumns } from './commands/map-columns.ts'
import { addPart, startImport } from './commands/receive-file.ts'
import { checkImport, inspectImport } from './jobs.ts'
import type { Mapping } from './mapping/mapping.ts'
import { openReading } from './queries/imports.ts'
import { partContext } from './reading/stored-file.ts'

// What the bench drives an import by.
export { loadVillages } from './checking/villages.ts'
export { approveImport, submitImport } from './commands/decide-import.ts'
export { mapColumns } from './commands/map-columns.ts'
export { addPart, startImport } from './commands/receive-file.ts'
export { partBytes } from './domain.ts'
export { checkImport, enterImport, findImported, inspectImport } from './jobs.ts'
export { findableTo, findImport, openReading } from './queries/imports.ts'
export { partContext } from './reading/stored-file.ts'

const own = (name: string, ...permissions: string[]): Actor => ({
  kind: 'staff',
  accountId: name,
  personId: newId(),
  name,
  position: {
    id: newId(),
    title: name,
    unitId: newId(),
    unitPath: 'disdukcapil',
    unitName: 'Disdukcapil',
    manner: 'definitif',
  },
  grants: permissions.map((permission) => ({ permission, unitPath: 'disdukcapil', territory: '' })),
  elevatedUntil: Number.MAX_SAFE_INTEGER,
})

/** Who prepares imports in tests, and who approves them. */
export const preparer = own('ratih', 'population-import.read', 'population-import.prepare')
export const approver = own(
  'wening',
  'population-import.read',
  'population-import.prepare',
  'population-import.approve',
)

export type Place = Pick<TestTenant, 'tenant' | 'config'>

/** Runs a job's handler as the worker would. */
export function jobContext({ tenant, config }: Place, clock: Clock = systemClock): JobContext {
  return {
    tenant,
    config,
    clock,
    log: pino({ level: 'silent' }),
    db: tenant.pools.read,
    attempt: 1,
    run: (command, input, options = {}) =>
      runCommand(command, input, { tenant, clock, actor: options.actor ?? systemActor('test') }),
  }
}

/** A file as it is after its upload: sealed pieces, and the job that reads it done. @returns the import's id */
export async function uploadFile(
  place: Place,
  bytes: Buffer,
  fileName = 'penduduk.csv',
  partSize = 1000,
): Promise<string> {
  const { tenant } = place
  const as = { tenant, clock: systemClock, actor: preparer }
  const { id } = await runCommand(
    startImport,
    { fileName, fileSize: bytes.length, limit: 2 ** 40, asOf: '2026-10-31', note: 'Ekspor SIAK' },
    as,
  )
  for (let fromByte = 0; fromByte < bytes.length; fromByte += partSize) {
    const part = bytes.subarray(fromByte, fromByte + partSize)
    const hash = await tenant.files.put(tenant.cipher.seal(part, partContext))
    await runCommand(addPart, { importId: id, fromByte, size: part.length, hash }, as)
  }
  await inspectImport({ importId: id } as never, jobContext(place))
  return id
}

/** Maps the columns as proposed, changed as said, and checks the whole file. */
export async function checkUploaded(
  place: Place,
  importId: string,
  change: (mapping: Mapping) => Mapping = (same) => same,
) {
  const { tenant } = place
  const reading = await openReading(tenant, tenant.pools.read, importId)
  if (!reading) throw new Error('not read')
  const as = { tenant, clock: systemClock, actor: preparer }
  await runCommand(mapColumns, { importId, mapping: change(reading.mapping), check: true }, as)
  await checkImport({ importId } as never, jobContext(place))
}

export const headings =
  'NIK;NO_KK;NAMA_LGKP;JK;TMPT_LHR;TGL_LHR;AGAMA;PENDIDIKAN;PEKERJAAN;STATUS KAWIN;STAT_HBKEL;NIK_IBU;NAMA_IBU;NAMA_AYAH;ALAMAT;RT;RW;KEL;KEC'

export interface InventedRow {
  readonly nik: string
  readonly kk: string
  readonly name: string
  readonly sex?: string
  readonly born?: string
  readonly marital?: string
  readonly relation?: string
  readonly motherNik?: string
  readonly mother?: string
  readonly village?: string
}

/** A line of an invented export under `headings`. */
export function lineOf(row: InventedRow): string {
  return [
    row.nik,
    row.kk,
    row.name,
    row.sex ?? 'L',
    'Arunika',
    row.born ?? '25/03/1980',
    '1',
    '5',
    '9',
    row.marital ?? '1',
    row.relation ?? '1',
    row.motherNik ?? '',
    row.mother ?? '',
    '',
    'Jl. Melati 4',
    '1',
    '2',
    row.village ?? 'Sukamaju',
    'Mekarsari',
  ].join(';')
}

export const fileOf = (...rows: InventedRow[]): Buffer =>
  Buffer.from(`${[headings, ...rows.map(lineOf)].join('\r\n')}\r\n`)

/** Region 99.01 with the villages Sukamaju and Sukasari. */
export async function loadVillagesForTests(query: (text: string) => Promise<unknown>): Promise<void> {
  if (!officeLaw.find(lawKey)) provide(officeLaw, lawKey, testLaw).install()
  await query(`insert into territory.area (code, parent_code, level, name, search_name, own) values
    ('99', null, 'province', 'Provinsi', 'provinsi', false), ('99.01', '99', 'regency', 'Arunika', 'arunika', true),
    ('99.01.02', '99.01', 'district', 'Mekarsari', 'mekarsari', true),
    ('99.01.02.2003', '99.01.02', 'village', 'Sukamaju', 'sukamaju', true),
    ('99.01.02.2004', '99.01.02', 'village', 'Sukasari', 'sukasari', true)`)
}
