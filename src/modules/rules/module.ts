import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { adminNav } from '#modules/organization/index.ts'
import { addHoliday } from './commands/add-holiday.ts'
import { addRow } from './commands/add-row.ts'
import { verifyRow } from './commands/verify-row.ts'
import { rulePaths } from './paths.ts'
import * as administration from './routes/administration.tsx'
import * as calendar from './routes/calendar.tsx'
import * as law from './routes/law.tsx'

export const rules = defineModule({
  name: 'rules',
  routes: [
    law.law,
    ...law.exportLaw,
    law.rule,
    calendar.calendar,
    calendar.calendarDownload,
    calendar.apiRules,
    calendar.apiHolidays,
    administration.administration,
    administration.newHoliday,
    administration.storeHoliday,
    administration.newRow,
    administration.storeRow,
    administration.verifyForm,
    administration.storeVerification,
  ],
  commands: [addHoliday, addRow, verifyRow],
  permissions: {
    'rules.edit': {
      id: 'Menambah hari libur daerah dan baris aturan, mencocokkan dengan naskah asli',
      en: 'Add regional holidays and rows of law, check them against the original text',
    },
  },
  provides: [
    provide(adminNav, 'rules', {
      label: { id: 'Aturan', en: 'Rules' },
      href: rulePaths.administration,
      permission: 'rules.edit',
      order: 60,
    }),
  ],
})
