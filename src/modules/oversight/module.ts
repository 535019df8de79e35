import { defineModule } from '#kernel/define/module.ts'
import { accessRecord, journal, proofs } from './routes.tsx'

export const oversight = defineModule({
  name: 'oversight',
  routes: [accessRecord, journal, proofs],
  commands: [],
  permissions: {
    'oversight.read-journal': { id: 'Membaca jurnal seluruh perubahan', en: 'Read the journal of all changes' },
  },
})
