import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import { recordAccess } from '#kernel/journal/journal.ts'
import { getFamily, getPerson } from '#modules/people/index.ts'
import { openDifference } from './difference-row.ts'

export const shortestPurpose = 10
const verifies = permitted('national-register.verify')

/**
 * Writes down, before anything is asked, who asks the national register about whom and why; the person reads it.
 * @basis UU 27/2022 pasal 36; Permendagri 102/2019 (pemberian hak akses dan pemanfaatan data kependudukan)
 */
export const noteInquiry = command({
  name: 'national-register.note-inquiry',
  event: 'national-register.inquiry-made.v1',
  access: verifies,
  input: z.object({
    kind: z.enum(['elements', 'person', 'face']),
    personId: z.uuid().optional(),
    purpose: z.string().trim().max(300),
  }),
  async run(tx, { kind, personId, purpose }, { actor, now, require, tenant }) {
    if (purpose.length < shortestPurpose) {
      throw invalidField(
        'tujuan',
        'Tulis tujuan yang dapat dipahami oleh orang ini, paling sedikit 10 huruf.',
        'Write a purpose that this person will understand, at least 10 letters.',
      )
    }
    if (personId) {
      const person = await getPerson(tx, personId)
      const family = person.familyId ? await getFamily(tx, person.familyId) : undefined
      require('national-register.verify', family ? { territory: family.villageCode } : {})
      const object = { type: 'national-person', id: personId }
      const words = `mencocokkan dengan data pusat: ${purpose}`
      await recordAccess(tx, actor, [{ personId, object, purpose: words, unmasked: kind === 'person' }], now)
    }
    const subject = { type: personId ? 'person' : 'national-register', id: personId ?? tenant.id }
    return { result: null, event: { subject, payload: { kind, purpose } } }
  },
})

/** Puts what an officer saw to differ on the desk. */
export const reportDifference = command({
  name: 'national-register.report-difference',
  event: 'national-register.difference-reported.v1',
  access: verifies,
  input: z.object({
    personId: z.uuid(),
    purpose: z.string().max(300),
    sides: z
      .array(z.object({ field: z.string(), ours: z.string().optional(), theirs: z.string().optional() }))
      .min(1)
      .max(30),
  }),
  async run(tx, { personId, purpose, sides }, { tenant, now, require }) {
    const person = await getPerson(tx, personId)
    const family = person.familyId ? await getFamily(tx, person.familyId) : undefined
    const territoryCode = family?.villageCode ?? ''
    require('national-register.verify', { territory: territoryCode })
    const known = await tx
      .selectFrom('national_register.difference')
      .select('id')
      .where('person_id', '=', personId)
      .where('kind', '=', 'data-differs')
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (known) return { result: { id: known.id }, event: undefined }
    const id = await openDifference(tx, tenant, {
      kind: 'data-differs',
      personId,
      familyId: person.familyId,
      personName: person.fullName,
      territoryCode,
      words: purpose,
      sides,
      now,
    })
    return { result: { id }, event: { subject: { type: 'national-difference', id }, payload: { personId } } }
  },
})
