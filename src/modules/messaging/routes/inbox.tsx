import { z } from 'zod'
import { anyone, signedIn } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { get, page, post, redirect } from '#kernel/http/route.ts'
import { readMessage } from '../commands/send-message.ts'
import { messagingPaths } from '../paths.ts'
import { listMessages, listRecentMail, listSimulatedWhatsApp } from '../queries/messages.ts'
import { MailboxPage, TelephonesPage } from '../views/demo-pages.tsx'
import { InboxPage } from '../views/inbox-page.tsx'
import { isSimulated } from '../whatsapp/settings.ts'

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
      at: instantOf(row.created_at),
    }))
    return page(<MailboxPage mails={mails} zone={context.tenant.profile.zone} />)
  },
})

/** What the simulated telephones show, only where nothing is sent to real ones. */
export const demoTelephones = get(messagingPaths.demoTelephones, {
  access: anyone,
  audit: 'none',
  async handle(context) {
    if (!isSimulated(context)) throw notFound()
    const rows = await listSimulatedWhatsApp(context.db, 100)
    const messages = rows.map((row) => ({
      id: row.id,
      to: row.recipient_masked,
      body: row.body,
      at: instantOf(row.made_at),
    }))
    return page(<TelephonesPage messages={messages} zone={context.tenant.profile.zone} />)
  },
})
