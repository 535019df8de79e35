import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { get, page } from '#kernel/http/route.ts'
import { listMarriageNotices } from './marriage-notices.ts'
import { noticePaths } from './notice-paths.ts'
import { NoticesPage } from './notices-page.tsx'

const size = 50
const query = z.object({
  q: z.string().max(60).catch(''),
  sesudah: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
})

/** Which marriages are announced, for everybody. Not kept in memory: at midnight some end by themselves. */
export const marriageNotices = get(noticePaths.list, {
  access: anyone,
  audit: 'none',
  query,
  async handle({ db, query: asked, now, tenant }) {
    const text = asked.q.trim()
    const today = dayOf(now, tenant.profile.zone)
    const found = await listMarriageNotices(db, today, { text, after: asked.sesudah, size })
    return page(<NoticesPage {...found} text={text} isFirst={asked.sesudah === undefined} />)
  },
})
