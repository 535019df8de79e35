import { defineModule } from '#kernel/define/module.ts'
import { listRevoked } from './commands/list-revoked.ts'
import { listRevokedJob } from './jobs.ts'
import { longTerm } from './long-term/manifest.ts'
import * as offline from './routes/offline.tsx'
import * as verify from './routes/verify.tsx'

export const documents = defineModule({
  name: 'documents',
  routes: [
    verify.verifyForm,
    verify.verifyTyped,
    verify.verifyCode,
    verify.verifyScanned,
    verify.authorityCertificate,
    offline.offlinePage,
    offline.offlineData,
    offline.offlineWorker,
    ...longTerm.routes,
  ],
  commands: [listRevoked, ...longTerm.commands],
  jobs: { 'documents.list-revoked': listRevokedJob, ...longTerm.jobs },
  cron: [{ task: 'documents.list-revoked', match: '* * * * *' }, ...longTerm.cron],
  permissions: {
    'documents.sign': {
      id: 'Menandatangani dokumen atas nama unitnya',
      en: 'Sign documents on behalf of the unit',
    },
    ...longTerm.permissions,
  },
})
