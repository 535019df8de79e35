import { z } from 'zod'
import { anyone, signedIn } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { get, page, post, redirect } from '#kernel/http/route.ts'
import { readMessage } from './commands.ts'
import { messagingPaths } from './paths.ts'
import { listMessages, listRecentMail } from './queries.ts'
import { InboxPage, MailboxPage } from './views.tsx'

export const inbox = get(messagingPaths.inbox, {
  access: signedIn,
  audit: 'own-data',
  query: z.object({ sebelum: z.uuid().optional().catch(undefined) }),
  async handle(context) {
    const list = await listMessages(context.db, context.actor.accountId ?? '', context.query.sebelum)
    return page(<InboxPage {...list} zone={context.tenant.profile.zone} />)
  },
})

export const openMessage = post('/akun/pesan/:messageId', {
  access: signedIn,
  audit: 'own-data',
  params: z.object({ messageId: z.uuid() }),
  async handle(context) {
    const list = await context.run(readMessage, context.params)
    return redirect(list ?? messagingPaths.inbox)
  },
})

/** Only in a demo region that has no mail server: nobody's real mail is ever shown here. */
export const demoMailbox = get(messagingPaths.demoMailbox, {
  access: anyone,
  audit: 'none',
  async handle(context) {
    if (!context.tenant.profile.isDemo || context.config.smtpUrl) throw notFound()
    const rows = await listRecentMail(context.db, 100)
    const mails = rows.map((row) => ({
      id: row.id,
      to: row.to_address,
      subject: row.subject,
      body: row.body,
      state: row.state,
      at: Temporal.Instant.fromEpochMilliseconds(row.created_at.getTime()),
    }))
    return page(<MailboxPage mails={mails} zone={context.tenant.profile.zone} />)
  },
})
