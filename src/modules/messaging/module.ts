import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { accountMailer, unreadCounter } from '#modules/accounts/index.ts'
import { adminNav } from '#modules/organization/index.ts'
import { beginAttempt, planDelivery, recordAttempt, recordStatus, retryDelivery } from './commands/deliveries.ts'
import { mailAccount, recordDelivery } from './commands/mail.ts'
import { noteExport } from './commands/note-export.ts'
import { askPhoneCode, chooseChannel, provePhone } from './commands/preferences.ts'
import { readMessage } from './commands/send-message.ts'
import { writeTemplate } from './commands/write-template.ts'
import {
  deliverMailJob,
  deliverMessageJob,
  sendAccountMail,
  sendPhoneCodeJob,
  sendWhatsAppJob,
  tellSimulatedJob,
} from './jobs.ts'
import { messagingPaths } from './paths.ts'
import { countUnread } from './queries/messages.ts'
import * as admin from './routes/admin.tsx'
import { demoMailbox, demoTelephones, inbox, openMessage } from './routes/inbox.tsx'
import * as own from './routes/preferences.tsx'
import { simulatedApi } from './simulator/api.ts'
import { simulateWhatsApp } from './simulator/take-message.ts'
import { verifyWebhook, whatsappNews } from './whatsapp/webhook.ts'

export const messaging = defineModule({
  name: 'messaging',
  routes: [
    inbox,
    openMessage,
    own.preferences,
    own.savePreferences,
    own.askCode,
    own.proveCode,
    demoMailbox,
    demoTelephones,
    admin.deliveries,
    ...admin.exportDeliveries,
    admin.retry,
    admin.templates,
    admin.template,
    admin.saveTemplate,
    verifyWebhook,
    whatsappNews,
    simulatedApi,
  ],
  commands: [
    planDelivery,
    beginAttempt,
    recordAttempt,
    recordStatus,
    retryDelivery,
    mailAccount,
    recordDelivery,
    readMessage,
    chooseChannel,
    askPhoneCode,
    provePhone,
    writeTemplate,
    noteExport,
    simulateWhatsApp,
  ],
  permissions: {
    'messaging.read-deliveries': {
      id: 'Melihat pengiriman pesan yang gagal dan mengirimnya lagi',
      en: 'See failed deliveries of messages and send them again',
    },
    'messaging.edit-templates': { id: 'Menulis templat pesan', en: 'Write message templates' },
  },
  jobs: {
    'messaging.deliver-message': deliverMessageJob,
    'messaging.deliver-mail': deliverMailJob,
    'messaging.send-whatsapp': sendWhatsAppJob,
    'messaging.send-phone-code': sendPhoneCodeJob,
    'messaging.tell-simulated': tellSimulatedJob,
  },
  provides: [
    provide(unreadCounter, 'messaging', countUnread),
    provide(accountMailer, 'messaging', sendAccountMail),
    provide(adminNav, 'messaging-deliveries', {
      label: { id: 'Pengiriman', en: 'Deliveries' },
      href: messagingPaths.deliveries,
      permission: 'messaging.read-deliveries',
      order: 60,
    }),
    provide(adminNav, 'messaging-templates', {
      label: { id: 'Templat pesan', en: 'Message templates' },
      href: messagingPaths.templates,
      permission: 'messaging.edit-templates',
      order: 61,
    }),
  ],
})
