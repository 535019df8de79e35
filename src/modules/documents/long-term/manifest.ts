import type { ModuleManifest } from '#kernel/define/module.ts'
import { keepAuthorityCurrent } from '../commands/keep-authority-current.ts'
import { postponeRaising, raiseLevel } from '../commands/raise-level.ts'
import { revokeCertificate } from '../commands/revoke-certificate.ts'
import { keepAuthority, raiseLevels } from './raise-levels.ts'
import { revocationList, timeStamp } from './routes.ts'

/** What lets signatures be checked in later years, as the module's page lists it. */
export const longTerm = {
  routes: [timeStamp, revocationList],
  commands: [keepAuthorityCurrent, raiseLevel, postponeRaising, revokeCertificate],
  permissions: {
    'documents.revoke-certificates': {
      id: 'Mencabut sertifikat tanda tangan',
      en: 'Revoke signing certificates',
    },
  },
  jobs: { 'documents.raise-levels': raiseLevels, 'documents.keep-authority': keepAuthority },
  cron: [
    // One at a time: two would only do the same work twice.
    {
      task: 'documents.raise-levels',
      match: '* * * * *',
      options: { queueName: 'documents-levels', jobKey: 'documents.raise-levels', maxAttempts: 1 },
    },
    { task: 'documents.keep-authority', match: '23 * * * *' },
  ],
} satisfies Partial<ModuleManifest>
