import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { accountMailer, unreadCounter } from '#modules/accounts/index.ts'
import { mailAccount, mailMessage, readMessage, recordDelivery } from './commands.ts'
import { deliverMailJob, mailMessageJob, sendAccountMail } from './jobs.ts'
import { countUnread } from './queries.ts'
import { demoMailbox, inbox, openMessage } from './routes.tsx'

export const messaging = defineModule({
  name: 'messaging',
  routes: [inbox, openMessage, demoMailbox],
  commands: [mailMessage, mailAccount, recordDelivery, readMessage],
  permissions: {},
  jobs: { 'messaging.mail-message': mailMessageJob, 'messaging.deliver-mail': deliverMailJob },
  provides: [provide(unreadCounter, 'messaging', countUnread), provide(accountMailer, 'messaging', sendAccountMail)],
})
