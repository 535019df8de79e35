import { defineModule } from '#kernel/define/module.ts'
import { authorityCertificate, verifyCode, verifyForm, verifyTyped } from './routes/verify.tsx'

export const documents = defineModule({
  name: 'documents',
  routes: [verifyForm, verifyTyped, verifyCode, authorityCertificate],
  commands: [],
  permissions: {
    'documents.sign': {
      id: 'Menandatangani dokumen atas nama unitnya',
      en: 'Sign documents on behalf of the unit',
    },
  },
})
