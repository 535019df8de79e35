import { defineTexts } from '#kernel/i18n/texts.ts'

/** Who takes a step that no person takes. */
export const stepTakers = defineTexts({
  id: {
    engine: 'Balai, otomatis',
    clock: 'Balai, bila waktunya habis',
    payment: 'Balai, setelah dibayar',
    'sub-service': 'Balai, setelah layanan lain selesai',
    allocation: 'Balai, menurut peringkat',
  },
  en: {
    engine: 'Balai, automatically',
    clock: 'Balai, when time is over',
    payment: 'Balai, once paid',
    'sub-service': 'Balai, when the other service is finished',
    allocation: 'Balai, by rank',
  },
})
