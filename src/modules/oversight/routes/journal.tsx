import { z } from 'zod'
import { isPermitted, permitted, signedIn } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { bytes, get, page } from '#kernel/http/route.ts'
import { entryText } from '#kernel/journal/entry.ts'
import { oversightPaths } from '../paths.ts'
import { findOwnReading, listJournal, listReadings } from '../queries.ts'
import { AccessRecordPage, JournalPage } from '../views/journal-pages.tsx'

/** Each person's own record of who read his data. @basis UU 27/2022 pasal 5 sampai 7 */
export const accessRecord = get(oversightPaths.accessRecord, {
  access: signedIn,
  audit: 'own-data',
  query: z.object({ sebelum: z.uuid().optional().catch(undefined) }),
  async handle(context) {
    const list = await listReadings(context.db, context.actor.personId ?? '', context.query.sebelum)
    return page(<AccessRecordPage {...list} zone={context.tenant.profile.zone} />)
  },
})

/** What a reading says, with the salt that ties it to its public entry: for the person whose data was read alone. */
export const ownReading = get(oversightPaths.ownReading(':id'), {
  access: signedIn,
  audit: 'own-data',
  params: z.object({ id: z.uuid() }),
  async handle(context) {
    const { personId } = context.actor
    const found = personId && (await findOwnReading(context.db, personId, context.params.id))
    if (!found) throw notFound()
    const opening = {
      content: found.content,
      salt: found.salt.toString('base64'),
      entry: entryText(found.content.id, found.commitment),
      check: 'commitment = base64(HMAC-SHA-256(key: salt, message: content as canonical JSON, RFC 8785))',
    }
    return bytes(Buffer.from(`${JSON.stringify(opening, null, 2)}\n`), 'application/json', {
      name: `catatan-${context.params.id}.json`,
    })
  },
})

export const journal = get(oversightPaths.journal, {
  access: permitted('oversight.read-journal'),
  audit: 'none',
  query: z.object({ q: z.string().max(80).catch(''), sebelum: z.string().max(90).optional().catch(undefined) }),
  async handle(context) {
    const text = context.query.q.trim()
    const list = await listJournal(context.db, { text, before: context.query.sebelum })
    const mayRegister = isPermitted(context.actor, 'oversight.register-witness')
    return page(<JournalPage {...list} text={text} zone={context.tenant.profile.zone} mayRegister={mayRegister} />)
  },
})
