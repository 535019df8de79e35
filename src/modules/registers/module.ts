import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { adminNav } from '#modules/organization/index.ts'
import { closeBlock, enterReserved, reserveBlock } from './commands/blocks.ts'
import { addRegister, changePattern } from './commands/books.ts'
import { noteExport } from './commands/note-export.ts'
import { insertNumber, takeByHand, voidNumber } from './commands/numbers.ts'
import { registerPaths } from './paths.ts'
import * as books from './routes/books.tsx'
import * as numbers from './routes/numbers.tsx'

export const registers = defineModule({
  name: 'registers',
  routes: [
    books.registerList,
    ...books.exportRegisters,
    books.addForm,
    books.add,
    books.registerView,
    ...books.exportNumbers,
    books.patternForm,
    books.pattern,
    numbers.takeForm,
    numbers.take,
    numbers.insertForm,
    numbers.insert,
    numbers.reserveForm,
    numbers.reserve,
    numbers.closeForm,
    numbers.close,
    numbers.numberView,
    numbers.numberPost,
  ],
  commands: [
    addRegister,
    changePattern,
    takeByHand,
    insertNumber,
    voidNumber,
    reserveBlock,
    enterReserved,
    closeBlock,
    noteExport,
  ],
  permissions: {
    'registers.read': { id: 'Membaca buku nomor', en: 'Read registers of numbers' },
    'registers.take': { id: 'Mengambil nomor surat', en: 'Take numbers for letters' },
    'registers.insert': {
      id: 'Menyisipkan nomor di belakang hari yang sudah lewat',
      en: 'Insert numbers behind a day that has passed',
    },
    'registers.keep': {
      id: 'Mengelola buku nomor: pola, cadangan, pembatalan',
      en: 'Keep registers: patterns, reserved numbers, void ones',
    },
  },
  provides: [
    provide(adminNav, 'registers', {
      label: { id: 'Nomor', en: 'Numbers' },
      href: registerPaths.list,
      permission: 'registers.read',
      order: 65,
    }),
  ],
})
