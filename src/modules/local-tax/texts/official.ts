import { defineTexts } from '#kernel/i18n/texts.ts'

export const officialTexts = defineTexts({
  id: {
    title: 'Ketetapan baru: {tax}',
    'period-from': 'Masa pajak mulai',
    'period-to': 'Masa pajak sampai',
    ground: 'Dasar ketetapan',
    'ground-hint': 'Misalnya izin reklame, hasil pendataan, atau pembacaan meter.',
    compute: 'Hitung konsepnya',
    computed: 'Konsep dihitung. Periksa, lalu usulkan penerbitannya.',
    discard: 'Buang konsep',
  },
  en: {
    title: 'New assessment: {tax}',
    'period-from': 'Period from',
    'period-to': 'Period to',
    ground: 'Ground of the assessment',
    'ground-hint': 'A permit, the result of a survey, or the reading of a meter, for example.',
    compute: 'Compute the draft',
    computed: 'The draft is computed. Look at it, then propose its issue.',
    discard: 'Discard the draft',
  },
})
