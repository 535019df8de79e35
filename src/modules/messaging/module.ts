import { defineModule } from '#kernel/define/module.ts'
import { provide } from '#kernel/define/extension-point.ts'
import { unreadCounter } from '#modules/accounts/index.ts'
import { mailMessage, readMessage, recordDelivery } from './commands.ts'
import { deliverMailJob, mailMessageJob } from './jobs.ts'
import { countUnread } from './queries.ts'
import { demoMailbox, inbox, openMessage } from './routes.tsx'

export const messaging = defineModule({
  name: 'messaging',
  routes: [inbox, openMessage, demoMailbox],
  commands: [mailMessage, recordDelivery, readMessage],
  permissions: {},
  jobs: { 'messaging.mail-message': mailMessageJob, 'messaging.deliver-mail': deliverMailJob },
  provides: [provide(unreadCounter, 'messaging', countUnread)],
})
