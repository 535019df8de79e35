import { defineModule } from '#kernel/define/module.ts'
import { exportRegister } from './commands/export-register.ts'
import { noteExport } from './commands/note-export.ts'
import { unmaskPerson } from './commands/unmask-person.ts'
import { decideDuplicate, proposeDuplicate, undoDuplicate } from './duplicates/commands.ts'
import { peopleJobs, peopleTimetable } from './jobs.ts'
import { resolveFinding } from './plausibility/commands.ts'
import { keepReview, startNightlyReview, startReview } from './reviews/commands.ts'
import { peopleRoutes } from './routes.tsx'
import { explainReading, judgeReading, watchReadings } from './watch/commands.ts'
import { noteReading } from './watch/note-reading.ts'

export const people = defineModule({
  name: 'people',
  routes: peopleRoutes,
  commands: [
    unmaskPerson,
    exportRegister,
    noteExport,
    proposeDuplicate,
    decideDuplicate,
    undoDuplicate,
    startReview,
    startNightlyReview,
    keepReview,
    resolveFinding,
    noteReading,
    explainReading,
    judgeReading,
    watchReadings,
  ],
  permissions: {
    'people.read': { id: 'Membaca register penduduk', en: 'Read the population register' },
    'people.unmask': { id: 'Menampilkan NIK dan nomor lain secara lengkap', en: 'Show NIK and other numbers in full' },
    'people.export': { id: 'Mengunduh daftar penduduk', en: 'Export lists of residents' },
    'people.resolve-duplicates': {
      id: 'Memeriksa data ganda dan mengusulkan hasilnya',
      en: 'Look at duplicates and propose what they are',
    },
    'people.confirm-duplicates': {
      id: 'Memutuskan usulan data ganda dari petugas lain',
      en: 'Decide on duplicates that another officer proposed',
    },
    'people.resolve-checks': {
      id: 'Memeriksa data yang janggal',
      en: 'Look at data that cannot be true or are rare',
    },
    'people.supervise-reading': {
      id: 'Menilai pembacaan register oleh petugas unitnya',
      en: 'Judge how officers of the unit read the register',
    },
    'people.audit-reading': {
      id: 'Menilai pembacaan register oleh semua petugas',
      en: 'Judge how all officers read the register',
    },
  },
  jobs: peopleJobs,
  cron: peopleTimetable,
})
