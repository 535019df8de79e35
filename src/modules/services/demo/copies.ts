import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { canonicalJson } from '#kernel/journal/journal.ts'
import type { ServiceDefinition } from '../definition/schema.ts'

/** Publishes copies of a service under other names, so that a measurement can have hundreds of them. */
export async function publishCopies(
  owner: Client,
  model: ServiceDefinition,
  count: number,
): Promise<ServiceDefinition[]> {
  const copies = Array.from({ length: Math.max(0, count) }, (_, index): ServiceDefinition => {
    const number = String(index + 1).padStart(3, '0')
    const name = `${model.title.id} ${number}`
    return {
      ...model,
      id: `${model.id}-${number}`,
      slug: `${model.slug}-${number}`,
      code: codeOf(index),
      title: { id: name, en: `${model.title.en} ${number}` },
      keywords: [...model.keywords, name.toLowerCase()],
    }
  })
  for (const copy of copies) {
    const body = canonicalJson(copy)
    await owner.query(
      'insert into services.definition (service_id, version, slug, body, hash, valid_from) values ($1, $2, $3, $4, $5, $6)',
      [copy.id, copy.version, copy.slug, body, createHash('sha256').update(body).digest(), copy.validFrom],
    )
  }
  return copies
}

/** "XAAA", "XAAB" and so on: no service of a region begins with X. */
function codeOf(index: number): string {
  const letter = (value: number) => String.fromCharCode(65 + (value % 26))
  return `X${letter(Math.floor(index / 676))}${letter(Math.floor(index / 26))}${letter(index)}`
}
