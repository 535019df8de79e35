import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { findShipped, shippedTemplates } from '../templates/shipped.ts'
import type { ShippedTemplate, TemplateTexts } from '../templates/template.ts'

export interface TemplateVersion {
  /** 0 is the text that came with the program. */
  readonly version: number
  readonly texts: TemplateTexts
  readonly validFrom: string | undefined
  readonly writtenBy: string | undefined
  readonly writtenAt: Temporal.Instant | undefined
}

const shippedVersion = (template: ShippedTemplate): TemplateVersion => ({
  version: 0,
  texts: template.texts,
  validFrom: undefined,
  writtenBy: undefined,
  writtenAt: undefined,
})

/** The version in force on a day. @throws RangeError for a key that no code declares */
export async function templateInForce(db: AnyHandle, key: string, day: string): Promise<TemplateVersion> {
  const shipped = findShipped(key)
  if (!shipped) throw new RangeError(`there is no message template "${key}"`)
  const row = await db
    .selectFrom('messaging.template')
    .selectAll()
    .where('key', '=', key)
    .where('valid_from', '<=', day)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? versionOf(row) : shippedVersion(shipped)
}

/** A version by number, as messages of the past were sent with it. */
export async function templateVersion(db: AnyHandle, key: string, version: number): Promise<TemplateTexts | undefined> {
  if (version === 0) return findShipped(key)?.texts
  const row = await db
    .selectFrom('messaging.template')
    .select('texts')
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.texts as TemplateTexts | undefined
}

/** All versions, newest first, the shipped one last. */
export async function listVersions(db: AnyHandle, template: ShippedTemplate): Promise<TemplateVersion[]> {
  const rows = await db
    .selectFrom('messaging.template')
    .selectAll()
    .where('key', '=', template.key)
    .orderBy('version', 'desc')
    .execute()
  return [...rows.map(versionOf), shippedVersion(template)]
}

/** Newest version number of each template. */
export async function latestVersions(db: AnyHandle): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('messaging.template')
    .select((eb) => ['key', eb.fn.max('version').as('version')])
    .groupBy('key')
    .execute()
  const known = new Map(rows.map((row) => [row.key, Number(row.version)]))
  return new Map(shippedTemplates.map(({ key }) => [key, known.get(key) ?? 0]))
}

function versionOf(row: {
  version: number
  texts: unknown
  valid_from: string
  written_by: string
  written_at: Date
}): TemplateVersion {
  return {
    version: row.version,
    texts: row.texts as TemplateTexts,
    validFrom: row.valid_from,
    writtenBy: row.written_by,
    writtenAt: instantOf(row.written_at),
  }
}
