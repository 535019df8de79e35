import { defineTexts } from '#kernel/i18n/texts.ts'

/** What a taxpayer is told when a letter about his tax was signed. */
export const letterTexts = defineTexts({
  id: {
    'assessment.title': 'Ketetapan pajak {number}',
    'assessment.body': 'Pajak daerah Anda ditetapkan {amount}. Suratnya dan cara membayar ada di halaman ketetapan.',
    'stpd.title': 'Tagihan pajak {year} yang belum lunas',
    'stpd.body': 'Ketetapan {number} lewat jatuh tempo. Yang harus dibayar hari ini {amount}, termasuk bunganya.',
    'warning.title': 'Surat teguran pajak {year}',
    'warning.body': 'Ketetapan {number} sudah ditagih dan belum lunas. Yang harus dibayar hari ini {amount}.',
    'seizure.title': 'Perintah penyitaan atas pajak {year}',
    'seizure.body':
      'Ketetapan {number} diserahkan kepada juru sita. Hubungi Badan Pendapatan Daerah, atau lunasi {amount}.',
    'write-off.title': 'Tunggakan pajak {year} dihapuskan',
    'write-off.body': 'Sisa ketetapan {number} tidak ditagih lagi.',
  },
  en: {
    'assessment.title': 'Tax assessment {number}',
    'assessment.body':
      'Your regional tax was assessed at {amount}. The letter and how to pay are on the page of the assessment.',
    'stpd.title': 'Your tax of {year} is not paid',
    'stpd.body': 'Assessment {number} is overdue. To be paid today: {amount}, with its interest.',
    'warning.title': 'Warning letter about your tax of {year}',
    'warning.body': 'Assessment {number} was demanded and is not paid. To be paid today: {amount}.',
    'seizure.title': 'Seizure order about your tax of {year}',
    'seizure.body': 'Assessment {number} was handed to the bailiff. Talk to the revenue office, or pay {amount}.',
    'write-off.title': 'Arrears of {year} are written off',
    'write-off.body': 'What was left of assessment {number} is not asked for any more.',
  },
})
