import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import { type RevocationReason, revocationReasons } from '../signing/revocation-list.ts'
import { renewListOf } from './revocation-lists.ts'
import { forgetTimeStamper } from './time-stamper.ts'

const reasons = Object.keys(revocationReasons) as [RevocationReason, ...RevocationReason[]]

/**
 * Takes a signing certificate, or that of the region's time stamper, out of force: nothing more is signed with it from
 * this moment, and the published list names it at once. Letters whose time is proven from before keep their worth.
 */
export const revokeCertificate = command({
  name: 'documents.revoke-certificate',
  event: 'documents.certificate-revoked.v1',
  access: permitted('documents.revoke-certificates', { stepUp: true }),
  input: z.object({
    serial: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{2,40}$/),
    reason: z.enum(reasons),
  }),
  async run(tx, { serial, reason }, context) {
    context.require('documents.revoke-certificates', {})
    const now = new Date(context.now.epochMilliseconds)
    for (const table of ['documents.signing_certificate', 'documents.time_stamper'] as const) {
      const row = await tx
        .selectFrom(table)
        .select(['id', 'authority_id', 'revoked_at'])
        .where('serial', '=', serial)
        .executeTakeFirst()
      if (!row) continue
      if (row.revoked_at) {
        throw new AppError('wrong-state', {
          text: { id: 'Sertifikat ini sudah dicabut sebelumnya.', en: 'This certificate was revoked before.' },
        })
      }
      await tx.updateTable(table).set({ revoked_at: now, revoked_reason: reason }).where('id', '=', row.id).execute()
      if (table === 'documents.time_stamper') forgetTimeStamper(context.tenant)
      const list = await renewListOf(tx, context.tenant, row.authority_id, now)
      return {
        result: { list: list.number },
        event: { subject: { type: 'certificate', id: row.id }, payload: { serial, reason, list: list.number } },
      }
    }
    throw new AppError('invalid-input', {
      fields: [
        {
          path: 'serial',
          message: {
            id: 'Tidak ada sertifikat daerah dengan nomor seri ini. Periksa kembali nomornya.',
            en: 'The region has no certificate with this serial number. Check the number.',
          },
        },
      ],
    })
  },
})
