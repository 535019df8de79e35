import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { oversightPaths } from './paths.ts'
import { accessRecord, journal, proofs } from './routes.tsx'

export const oversight = defineModule({
  name: 'oversight',
  routes: [accessRecord, journal, proofs],
  commands: [],
  permissions: {
    'oversight.read-journal': { id: 'Membaca jurnal seluruh perubahan', en: 'Read the journal of all changes' },
  },
  provides: [
    provide(staffLanding, 'oversight', {
      permission: 'oversight.read-journal',
      path: oversightPaths.journal,
      order: 40,
    }),
  ],
})
