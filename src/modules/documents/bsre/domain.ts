import type { LocalText } from '#kernel/i18n/texts.ts'
import type { AnswerFault } from './check-signed.ts'
import type { CertificateState, RefusalKind, UnknownCause } from './client/signing-service.ts'

export const mostInBatch = 500
/** How often a document whose file grew meanwhile is sent within one batch. */
export const mostAttempts = 3

export type BatchState = 'proposed' | 'running' | 'done' | 'stopped' | 'interrupted'
export type ItemState = 'waiting' | 'asked' | 'certified' | 'failed' | 'unknown' | 'released'

/** Why a document has no certified signature, or a batch ended early. */
export type Problem =
  | RefusalKind
  | UnknownCause
  | AnswerFault
  | 'unreachable'
  | 'certificate'
  | 'certificate-state'
  | 'unsteady'
  | 'overtaken'
  | 'revoked'
  | 'incomplete'
  | 'certified-before'
  | 'asked-elsewhere'
  | 'no-authority'
  | 'damaged'
  | 'interrupted'
  | 'by-official'

/** One sentence about what happened, and what to do. */
export const problemTexts: Readonly<Record<Problem, LocalText>> = {
  'wrong-secret': {
    id: 'Frasa sandi atau kode ini tidak diterima layanan nasional. Periksa, lalu isi lagi; terlalu banyak salah dapat mengunci akun Anda di sana.',
    en: 'The national service does not accept this passphrase or code. Check it and try again; too many wrong ones may lock your account there.',
  },
  'not-registered': {
    id: 'Layanan nasional belum mengenal NIK Anda. Daftarkan diri lewat verifikator BSrE di instansi Anda.',
    en: 'The national service does not know your NIK. Register with the BSrE verifier of your agency.',
  },
  account: {
    id: 'Layanan nasional menolak akun pemerintah daerah. Pengelola sistem perlu memeriksa pengaturannya.',
    en: 'The national service refuses the account of the region. The administrator has to check its settings.',
  },
  redirect: {
    id: 'Alamat layanan nasional mengarahkan ke tempat lain, jadi tidak diikuti. Pengelola sistem perlu memeriksa pengaturannya.',
    en: 'The address of the national service leads elsewhere and was not followed. The administrator has to check its settings.',
  },
  refused: {
    id: 'Layanan nasional menolak dokumen ini. Tidak ada yang ditandatangani; coba lagi.',
    en: 'The national service refused this document. Nothing was signed; try again.',
  },
  'certificate-state': {
    id: 'Sertifikat Anda di layanan nasional sedang tidak dapat dipakai. Lihat keadaannya di halaman daftar.',
    en: 'Your certificate at the national service cannot be used now. See its state on the list page.',
  },
  unreachable: {
    id: 'Layanan nasional tidak dapat dihubungi. Tidak ada yang dikirim; coba lagi nanti.',
    en: 'The national service cannot be reached. Nothing was sent; try again later.',
  },
  certificate: {
    id: 'Layanan di alamat itu tidak dapat membuktikan dirinya (sertifikat TLS), jadi tidak ada yang dikirim. Laporkan kepada pengelola sistem.',
    en: 'The service at that address cannot prove who it is (TLS certificate), so nothing was sent. Report it to the administrator.',
  },
  timeout: {
    id: 'Layanan nasional tidak menjawab pada waktunya. Dokumen mungkin sudah ditandatangani di sana.',
    en: 'The national service did not answer in time. It may have signed the document.',
  },
  cut: {
    id: 'Sambungan terputus sebelum jawabannya utuh. Dokumen mungkin sudah ditandatangani di sana.',
    en: 'The line was cut before the answer was whole. The service may have signed the document.',
  },
  'too-long': {
    id: 'Jawaban layanan nasional terlalu besar untuk diterima. Dokumen mungkin sudah ditandatangani di sana.',
    en: 'The answer of the national service is too large to be taken. It may have signed the document.',
  },
  unreadable: {
    id: 'Jawaban layanan nasional tidak dapat dibaca. Dokumen mungkin sudah ditandatangani di sana.',
    en: 'The answer of the national service cannot be read. It may have signed the document.',
  },
  'server-error': {
    id: 'Layanan nasional mengalami gangguan. Dokumen mungkin sudah ditandatangani di sana.',
    en: 'The national service had a failure. It may have signed the document.',
  },
  'not-continued': {
    id: 'Yang dikembalikan layanan bukan dokumen yang dikirim, jadi ditolak. Berkas kita tidak berubah.',
    en: 'What the service gave back is not the document that was sent, so it was refused. Our file is unchanged.',
  },
  'not-one-more': {
    id: 'Berkas yang dikembalikan tidak bertambah tepat satu tanda tangan, jadi ditolak. Berkas kita tidak berubah.',
    en: 'The file given back does not have exactly one more signature, so it was refused. Our file is unchanged.',
  },
  'not-intact': {
    id: 'Berkas yang dikembalikan tidak utuh menurut pemeriksa kita, jadi ditolak. Berkas kita tidak berubah.',
    en: 'Our verifier finds the file given back not intact, so it was refused. Our file is unchanged.',
  },
  'unknown-authority': {
    id: 'Tanda tangan yang dikembalikan tidak berasal dari otoritas yang dipercaya daerah, jadi ditolak.',
    en: 'The signature given back is not of an authority that the region trusts, so it was refused.',
  },
  'not-valid': {
    id: 'Sertifikat pada tanda tangan yang dikembalikan tidak berlaku, jadi ditolak.',
    en: 'The certificate of the signature given back is not valid, so it was refused.',
  },
  'other-signer': {
    id: 'Tanda tangan yang dikembalikan atas nama orang lain, jadi ditolak. Laporkan kepada pengelola sistem.',
    en: 'The signature given back is of somebody else, so it was refused. Report it to the administrator.',
  },
  unsteady: {
    id: 'Layanan nasional berulang kali gagal, jadi sisanya tidak dikirim. Coba lagi nanti.',
    en: 'The national service failed again and again, so the rest was not sent. Try again later.',
  },
  overtaken: {
    id: 'Berkasnya bertambah bukti selagi layanan menandatangani versi sebelumnya. Coba lagi.',
    en: 'Proofs were added to the file while the service signed the version before. Try again.',
  },
  revoked: { id: 'Dokumen ini sudah dicabut.', en: 'This document was revoked.' },
  incomplete: {
    id: 'Dokumen ini masih menunggu tanda tangan pejabat lain.',
    en: 'This document still waits for the signature of another official.',
  },
  'certified-before': {
    id: 'Dokumen ini sudah memuat tanda tangan tersertifikasi Anda.',
    en: 'This document has your certified signature already.',
  },
  'asked-elsewhere': {
    id: 'Tanda tangannya sudah diminta lebih dahulu dan hasilnya belum pasti.',
    en: 'Its signature was asked for before, and the outcome is not known yet.',
  },
  'no-authority': {
    id: 'Hari ini Anda tidak lagi berwenang menandatangani dokumen ini.',
    en: 'Today you have no authority any more to sign this document.',
  },
  damaged: {
    id: 'Berkas dokumen ini tidak utuh lagi di penyimpanan, jadi tidak dikirim. Laporkan kepada pengelola sistem.',
    en: 'The stored file of this document is no longer intact, so it was not sent. Report it to the administrator.',
  },
  interrupted: {
    id: 'Program berhenti selagi menunggu jawaban layanan. Dokumen mungkin sudah ditandatangani di sana.',
    en: 'The program stopped while waiting for the service. It may have signed the document.',
  },
  'by-official': { id: 'Dihentikan oleh pejabatnya.', en: 'Stopped by the official.' },
}

export const isProblem = (text: string | null): text is Problem => text !== null && text in problemTexts

/** What the certificate's state means to its holder. */
export const certificateStateTexts: Readonly<Record<CertificateState, LocalText>> = {
  ISSUE: { id: 'Sertifikat Anda aktif.', en: 'Your certificate is active.' },
  EXPIRED: {
    id: 'Sertifikat Anda sudah habis masa berlakunya. Ajukan penerbitan ulang kepada verifikator BSrE di instansi Anda.',
    en: 'Your certificate has expired. Ask the BSrE verifier of your agency for a new one.',
  },
  RENEW: {
    id: 'Sertifikat Anda sedang diperbarui. Selesaikan langkahnya lewat surel dari BSrE.',
    en: 'Your certificate is being renewed. Complete the steps in the mail from BSrE.',
  },
  WAITING_FOR_VERIFICATION: {
    id: 'Pendaftaran Anda menunggu verifikator BSrE di instansi Anda.',
    en: 'Your registration waits for the BSrE verifier of your agency.',
  },
  NEW: {
    id: 'Anda terdaftar, tetapi belum menyetel frasa sandi. Ikuti tautan dalam surel dari BSrE.',
    en: 'You are registered but have set no passphrase yet. Follow the link in the mail from BSrE.',
  },
  NO_CERTIFICATE: {
    id: 'Anda terdaftar, tetapi belum punya sertifikat. Ajukan kepada verifikator BSrE di instansi Anda.',
    en: 'You are registered but have no certificate yet. Ask the BSrE verifier of your agency.',
  },
  NOT_REGISTERED: {
    id: 'NIK Anda belum terdaftar di BSrE. Daftarkan diri lewat verifikator BSrE di instansi Anda.',
    en: 'Your NIK is not registered with BSrE. Register with the BSrE verifier of your agency.',
  },
  SUSPEND: {
    id: 'Sertifikat Anda ditangguhkan. Hubungi verifikator BSrE di instansi Anda untuk mengaktifkannya lagi.',
    en: 'Your certificate is suspended. Ask the BSrE verifier of your agency to lift it.',
  },
  REVOKE: {
    id: 'Sertifikat Anda sudah dicabut. Ajukan yang baru kepada verifikator BSrE di instansi Anda.',
    en: 'Your certificate was revoked. Ask the BSrE verifier of your agency for a new one.',
  },
  UNKNOWN: {
    id: 'Layanan nasional menyebut keadaan yang belum kami kenal. Tanyakan kepada verifikator BSrE.',
    en: 'The national service names a state that we do not know. Ask the BSrE verifier.',
  },
}

const levels = ['B-B', 'B-T', 'B-LT', 'B-LTA'] as const
export type Level = (typeof levels)[number]

/** A file is as good as the worst of its signatures. */
export const lowerLevel = (one: Level, other: Level): Level =>
  levels[Math.min(levels.indexOf(one), levels.indexOf(other))] as Level
