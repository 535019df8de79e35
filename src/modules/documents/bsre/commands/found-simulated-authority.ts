import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { secretOf, toBase64 } from '../../commands/region-authority.ts'
import { createAuthority } from '../../signing/certificate-authority.ts'
import { sealKey } from '../../signing/key-sealing.ts'

/** Gives a demo region's made-up national service its authority, once. */
export const foundSimulatedAuthority = command({
  name: 'documents.found-simulated-authority',
  event: 'documents.simulated-authority-founded.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, { tenant, now }) {
    if (!tenant.profile.isDemo) throw notFound()
    const known = await tx.selectFrom('documents.simulated_authority').select('id').executeTakeFirst()
    if (known) return { result: null, event: undefined }
    // It is as old as the demo's past, whose letters it may sign as well.
    const from = new Date(now.subtract({ hours: 24 * 365 }).epochMilliseconds)
    const made = await createAuthority({ region: 'Nasional (Percontohan)', now: from })
    const id = newId()
    await tx
      .insertInto('documents.simulated_authority')
      .values({
        id,
        certificate: toBase64(made.certificate),
        key_sealed: Buffer.from(sealKey(made.privateKey, secretOf(tenant), id)),
        created_at: now.toString(),
      })
      .execute()
    return { result: null, event: { subject: { type: 'authority', id }, payload: {} } }
  },
})
