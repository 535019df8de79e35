import type { EnrolmentSource } from '#modules/national-register/index.ts'
import { getPerson, openNik } from '#modules/people/index.ts'
import { type BiometricItem, partOf } from './biometrics.ts'
import { captureContext } from './commands/record-biometrics.ts'

const kinds = { face: 'face', finger: 'fingerprint', iris: 'iris', signature: 'signature' } as const

/** What was recorded for a card, for the national register: of each part the best attempt. */
export const cardEnrolments: EnrolmentSource = {
  async load(tenant, db, enrolmentId) {
    const card = await db
      .selectFrom('population.identity_card')
      .select(['id', 'person_id'])
      .where('enrolment_id', '=', enrolmentId)
      .executeTakeFirst()
    if (!card) return undefined
    const rows = await db
      .selectFrom('population.biometric_capture')
      .selectAll()
      .where('card_id', '=', card.id)
      .where('data', 'is not', null)
      .orderBy('quality', 'desc')
      .execute()
    const best = rows.filter((row, index) => rows.findIndex((other) => other.item === row.item) === index)
    if (best.length === 0) return undefined
    return {
      nik: openNik(tenant, await getPerson(db, card.person_id)),
      parts: best.map((row) => ({
        kind: kinds[partOf(row.item as BiometricItem)],
        position: row.item,
        format: row.format ?? '',
        data: Buffer.from(tenant.cipher.open(row.data as Buffer, captureContext), 'base64'),
        quality: row.quality ?? undefined,
      })),
    }
  },
}
