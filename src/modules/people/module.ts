import { defineModule } from '#kernel/define/module.ts'
import { exportRegister } from './commands/export-register.ts'
import { unmaskPerson } from './commands/unmask-person.ts'
import { peopleRoutes } from './routes.tsx'

export const people = defineModule({
  name: 'people',
  routes: peopleRoutes,
  commands: [unmaskPerson, exportRegister],
  permissions: {
    'people.read': { id: 'Membaca register penduduk', en: 'Read the population register' },
    'people.unmask': { id: 'Menampilkan NIK dan nomor lain secara lengkap', en: 'Show NIK and other numbers in full' },
    'people.export': { id: 'Mengunduh daftar penduduk', en: 'Export lists of residents' },
  },
})
