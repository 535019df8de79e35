import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { regionAuthority } from './region-authority.ts'
import { renewLists } from './revocation-lists.ts'
import { getTimeStamper } from './time-stamper.ts'

/** The region has an authority, a time stamper, and lists of revoked certificates that are not outdated. */
export const keepAuthorityCurrent = command({
  name: 'documents.keep-authority-current',
  event: 'documents.authority-kept-current.v1',
  access: systemOnly,
  input: z.object({
    /** Lists must be from this moment (ISO) or later. */
    freshSince: z.iso.datetime().optional(),
  }),
  async run(tx, { freshSince }, context) {
    const { tenant } = context
    const now = new Date(context.now.epochMilliseconds)
    const authority = await regionAuthority(tx, context)
    await getTimeStamper(tx, context)
    const lists = await renewLists(tx, tenant, now, freshSince ? new Date(freshSince) : undefined)
    const event =
      lists.length > 0 ? { subject: { type: 'authority', id: authority.id }, payload: { lists } } : undefined
    return { result: { lists: lists.length }, event }
  },
})
