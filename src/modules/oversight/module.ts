import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { registerWitness, retireWitness } from './commands/witnesses.ts'
import { sealLogJob } from './jobs.ts'
import { oversightPaths } from './paths.ts'
import { accessRecord, journal, ownReading } from './routes/journal.tsx'
import * as log from './routes/log-api.ts'
import { entry, entryProof, findEntry, head, proofs } from './routes/proofs.tsx'
import { addWitness, endWitness, witnesses } from './routes/witnesses.tsx'

export const oversight = defineModule({
  name: 'oversight',
  routes: [
    accessRecord,
    ownReading,
    journal,
    proofs,
    findEntry,
    entry,
    entryProof,
    head,
    log.checkpoint,
    log.logKey,
    log.tile,
    log.consistency,
    log.entryAndProof,
    log.cosignature,
    witnesses,
    addWitness,
    endWitness,
  ],
  commands: [registerWitness, retireWitness],
  permissions: {
    'oversight.read-journal': { id: 'Membaca jurnal seluruh perubahan', en: 'Read the journal of all changes' },
    'oversight.register-witness': {
      id: 'Mendaftarkan dan mengakhiri saksi log bukti',
      en: 'Register and retire witnesses of the proof log',
    },
  },
  jobs: { 'oversight.seal-log': sealLogJob },
  cron: [{ task: 'oversight.seal-log', match: '* * * * *' }],
  provides: [
    provide(staffLanding, 'oversight', {
      label: { id: 'Pengawasan', en: 'Oversight' },
      permission: 'oversight.read-journal',
      path: oversightPaths.journal,
      order: 40,
    }),
  ],
})
