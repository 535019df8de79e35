import { fillText, type Locale, type LocalText, type TextParams } from './i18n/texts.ts'

/** One refused field: `path` is the field's name as the form knows it. */
export interface FieldError {
  readonly path: string
  readonly message: LocalText
}

interface ErrorKind {
  readonly status: number
  /** True when an operator must look at it; false for what people do every day. */
  readonly reportable?: boolean
  readonly text: LocalText
}

const kinds = {
  'invalid-input': {
    status: 422,
    text: { id: 'Ada isian yang perlu diperbaiki.', en: 'Some answers need correcting.' },
  },
  'not-found': {
    status: 404,
    text: {
      id: 'Halaman atau berkas ini tidak ditemukan. Periksa kembali alamat atau nomornya.',
      en: 'This page or file was not found. Check the address or number.',
    },
  },
  unreadable: {
    status: 400,
    text: {
      id: 'Permintaan ini tidak dapat dibaca. Periksa bentuknya, lalu kirim lagi.',
      en: 'This request cannot be read. Check its form, then send it again.',
    },
  },
  'sign-in-needed': {
    status: 401,
    text: {
      id: 'Silakan masuk dahulu. Isian Anda tetap kami simpan.',
      en: 'Please sign in first. We keep your answers.',
    },
  },
  forbidden: {
    status: 403,
    text: {
      id: 'Jabatan Anda tidak berwenang untuk tindakan ini.',
      en: 'Your position has no authority for this action.',
    },
  },
  'step-up-needed': {
    status: 403,
    text: { id: 'Buktikan lagi bahwa ini Anda sebelum melanjutkan.', en: 'Prove once more that it is you.' },
  },
  'csrf-refused': {
    status: 403,
    text: {
      id: 'Formulir ini tidak dikirim dari halaman kami, atau peramban Anda menolak kuki. Muat ulang halaman lalu coba lagi.',
      en: 'This form was not sent from our page, or your browser refuses cookies. Reload the page and try again.',
    },
  },
  conflict: {
    status: 409,
    text: {
      id: 'Data ini sudah berubah sejak Anda membukanya. Muat ulang, lalu ulangi.',
      en: 'This changed since you opened it. Reload and try again.',
    },
  },
  'idempotency-conflict': {
    status: 409,
    text: {
      id: 'Permintaan dengan kunci yang sama sudah diterima dengan isi berbeda.',
      en: 'A request with the same key was already accepted with other content.',
    },
  },
  'wrong-state': {
    status: 409,
    text: {
      id: 'Tindakan ini tidak dapat dilakukan lagi karena berkas sudah berpindah tahap.',
      en: 'This action is no longer possible because the file has moved on.',
    },
  },
  'too-large': {
    status: 413,
    text: { id: 'Berkas terlalu besar. Batasnya {limit}.', en: 'The file is too large. The limit is {limit}.' },
  },
  'unsupported-file': {
    status: 415,
    text: {
      id: 'Jenis berkas ini tidak dapat diterima. Kirim foto (JPG, PNG, WebP) atau PDF.',
      en: 'This kind of file cannot be accepted. Send a photo (JPG, PNG, WebP) or a PDF.',
    },
  },
  'infected-file': {
    status: 422,
    text: { id: 'Berkas ini ditolak oleh pemindai virus.', en: 'The virus scanner refused this file.' },
  },
  'too-many-requests': {
    status: 429,
    text: {
      id: 'Terlalu banyak percobaan. Coba lagi dalam {seconds} detik.',
      en: 'Too many attempts. Try again in {seconds} seconds.',
    },
  },
  unavailable: {
    status: 503,
    reportable: true,
    text: {
      id: 'Balai sedang tidak dapat menyimpan data. Isian Anda masih ada di halaman ini; coba kirim lagi sebentar lagi.',
      en: 'Balai cannot store data at the moment. Your answers are still on this page; try again shortly.',
    },
  },
  unexpected: {
    status: 500,
    reportable: true,
    text: {
      id: 'Terjadi kesalahan di pihak kami. Sebutkan kode {id} bila menghubungi kami.',
      en: 'Something went wrong on our side. Mention code {id} when you contact us.',
    },
  },
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof kinds

export interface AppErrorDetails {
  readonly params?: TextParams | undefined
  readonly fields?: readonly FieldError[] | undefined
  /** Overrides the general sentence of the code where a more helpful one is known. */
  readonly text?: LocalText | undefined
  readonly cause?: unknown
}

/** The only error that domain code and commands throw on purpose; the kernel maps it once to a page or problem+json. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly reportable: boolean
  readonly params: TextParams
  readonly fields: readonly FieldError[]
  private readonly sentence: LocalText

  constructor(code: ErrorCode, details: AppErrorDetails = {}) {
    const kind: ErrorKind = kinds[code]
    super(`${code}: ${fillText((details.text ?? kind.text).en, details.params)}`, { cause: details.cause })
    this.name = 'AppError'
    this.code = code
    this.status = kind.status
    this.reportable = kind.reportable ?? false
    this.params = details.params ?? {}
    this.fields = details.fields ?? []
    this.sentence = details.text ?? kind.text
  }

  /** The sentence for the person, in plain words. */
  say(locale: Locale): string {
    return fillText(this.sentence[locale], this.params)
  }
}

export function notFound(): AppError {
  return new AppError('not-found')
}

export function invalidField(path: string, id: string, en: string): AppError {
  return new AppError('invalid-input', { fields: [{ path, message: { id, en } }] })
}
