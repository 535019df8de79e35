import { defineTexts } from '#kernel/i18n/texts.ts'

export const passwordTexts = defineTexts({
  id: {
    'forgot-title': 'Lupa kata sandi',
    'forgot-lead': 'Tulis data Anda. Bila cocok, kami kirim tautan ke surel yang pernah Anda pastikan pada akun Anda.',
    'forgot-submit': 'Kirim tautan',
    'forgot-staff': 'Pegawai: mintalah tautan baru kepada pengelola akun di kantor Anda.',
    'sent-title': 'Periksa surel Anda',
    'sent-lead':
      'Bila data itu cocok dengan akun yang surelnya sudah dipastikan, tautan untuk membuat kata sandi baru sudah kami kirim. Tautan berlaku 3 hari.',
    'sent-else': 'Tidak punya surel pada akun? Datanglah ke kantor kependudukan terdekat dengan KTP-el Anda.',
    'mail-subject': 'Buat kata sandi baru',
    'mail-body':
      'Halo {name},\n\nBuka tautan ini untuk membuat kata sandi baru pada akun Anda di {region}. Tautan berlaku 3 hari dan hanya sekali.\n\n{link}\n\nBila bukan Anda yang meminta, abaikan surat ini. Kata sandi Anda tidak berubah.',
    'set-title': 'Buat kata sandi',
    'set-lead': 'Untuk akun {name}.',
    'set-submit': 'Simpan kata sandi',
    'set-done': 'Kata sandi Anda sudah tersimpan. Silakan masuk.',
    'over-title': 'Tautan ini tidak berlaku lagi',
    'over-lead': 'Tautan hanya berlaku sekali dan untuk waktu terbatas. Mintalah tautan baru.',
    'over-submit': 'Minta tautan baru',
    'begin-title': 'Mulai memakai Balai',
    'begin-lead':
      'Belum ada akun pegawai. Anda menjadi pengelola pertama; setelah ini Anda dapat membuat unit, jabatan, dan akun lain.',
    'begin-nip': 'NIP',
    'begin-name': 'Nama lengkap dengan gelar',
    'begin-nik': 'NIK',
    'begin-birth': 'Tanggal lahir',
    'begin-email': 'Surel dinas',
    'begin-submit': 'Buat akun pengelola',
    'begin-done': 'Selamat datang. Akun pengelola pertama sudah dibuat.',
    'nip-wrong': 'NIP terdiri dari 18 angka.',
    'name-missing': 'Tulis nama lengkap Anda.',
    'birth-differs': 'Tanggal lahir ini berbeda dari register penduduk untuk NIK itu.',
  },
  en: {
    'forgot-title': 'Forgot your password',
    'forgot-lead':
      'Enter your details. If they match, we send a link to the e-mail address that you confirmed for your account.',
    'forgot-submit': 'Send the link',
    'forgot-staff': 'Employees: ask the account administrator of your office for a new link.',
    'sent-title': 'Check your mailbox',
    'sent-lead':
      'If those details match an account with a confirmed e-mail address, we have sent a link for making a new password. It works for 3 days.',
    'sent-else':
      'No e-mail address on your account? Visit the nearest civil registration office with your identity card.',
    'mail-subject': 'Make a new password',
    'mail-body':
      'Hello {name},\n\nOpen this link to make a new password for your account at {region}. It works for 3 days and only once.\n\n{link}\n\nIf it was not you who asked, ignore this message. Your password stays as it is.',
    'set-title': 'Make a password',
    'set-lead': 'For the account of {name}.',
    'set-submit': 'Save password',
    'set-done': 'Your password is saved. Please sign in.',
    'over-title': 'This link no longer works',
    'over-lead': 'A link works only once and for a limited time. Ask for a new one.',
    'over-submit': 'Ask for a new link',
    'begin-title': 'Begin with Balai',
    'begin-lead':
      'There is no employee account yet. You become the first administrator; then you can make units, positions and other accounts.',
    'begin-nip': 'NIP',
    'begin-name': 'Full name with titles',
    'begin-nik': 'NIK',
    'begin-birth': 'Date of birth',
    'begin-email': 'Official e-mail address',
    'begin-submit': 'Create the administrator account',
    'begin-done': 'Welcome. The first administrator account is ready.',
    'nip-wrong': 'A NIP has 18 digits.',
    'name-missing': 'Enter your full name.',
    'birth-differs': 'This date of birth differs from the population register for that NIK.',
  },
})
