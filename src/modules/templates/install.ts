import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { newId } from '#kernel/ids.ts'
import { canonicalJson } from '#kernel/journal/journal.ts'
import { readBuiltIns } from './built-in/index.ts'
import type { TemplateContent } from './template.ts'

/** Shipped content of the same hash is the same, whatever the order of its parts. */
export function hashContent(content: TemplateContent): Buffer {
  return createHash('sha256')
    .update(canonicalJson(plain(content)))
    .digest()
}

/** As it is stored: without what is undefined. */
export function plain(content: TemplateContent): TemplateContent {
  return JSON.parse(JSON.stringify(content)) as TemplateContent
}

/**
 * Puts the templates that come with the program in, as published; one that an update of the program changed becomes a
 * version after those that are there, so that letters keep theirs. A region's own templates and what it retired stay.
 */
export async function installTemplates(owner: Client): Promise<void> {
  for (const { key, content } of await readBuiltIns()) {
    const hash = hashContent(content)
    const { rows } = await owner.query<{ id: string; version: number; hash: Buffer }>(
      `select t.id, v.version, v.hash from templates.template t join templates.version v on v.template_id = t.id
       where t.key = $1 order by v.version desc limit 1`,
      [key],
    )
    const known = rows[0]
    if (known?.hash.equals(hash)) continue
    const version = (known?.version ?? 0) + 1
    const id = known?.id ?? newId()
    await owner.query('begin')
    try {
      await owner.query(
        `insert into templates.template
           (id, key, kind, is_built_in, unit_path, status, published_version, name_id, name_en, changed_at, changed_by)
         values ($1, $2, $3, true, '', 'published', $4, $5, $6, now(), 'Balai')
         on conflict (key) do update set published_version = excluded.published_version, kind = excluded.kind,
           name_id = excluded.name_id, name_en = excluded.name_en, changed_at = now(), changed_by = 'Balai'`,
        [id, key, content.kind, version, content.name.id, content.name.en],
      )
      await owner.query(
        `insert into templates.version
           (id, template_id, version, state, content, hash, edited_at, edited_by, editor_key, published_at, published_by)
         values ($1, $2, $3, 'published', $4, $5, now(), 'Balai', '', now(), 'Balai')`,
        [newId(), id, version, JSON.stringify(content), hash],
      )
      await owner.query(
        `insert into templates.change (id, template_id, version, act, made_at, made_by)
         values ($1, $2, $3, 'shipped', now(), 'Balai')`,
        [newId(), id, version],
      )
      await owner.query('commit')
    } catch (error) {
      await owner.query('rollback')
      throw error
    }
  }
}
