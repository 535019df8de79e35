import { AppError } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { type SourceFault, TypesetError, type TypesetRefusal } from '#modules/documents/index.ts'

/** A fault of a body in plain words, with its place. */
export interface ExplainedFault {
  readonly say: LocalText
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly endLine?: number | undefined
  readonly endColumn?: number | undefined
}

type Explain = (match: RegExpExecArray) => LocalText

const same =
  (id: string, en: string): Explain =>
  () => ({ id, en })

const files: LocalText = {
  id: 'Templat tidak boleh membuka berkas, gambar, paket, atau alamat lain. Semua yang perlu sudah tersedia.',
  en: 'A template may not open files, images, packages or addresses. All it needs is there.',
}

/** What the compiler says, and what it means to whoever writes a letter. First match counts. */
const explanations: readonly (readonly [RegExp, Explain])[] = [
  [
    /forbidden: source-length/,
    same('Naskah ini terlalu panjang: paling banyak 200.000 huruf.', 'The body is too long.'),
  ],
  [
    /forbidden: (\w+)/,
    ([, word]) => ({
      id: `Kata "${word}" tidak dapat dipakai. ${files.id}`,
      en: `"${word}" cannot be used. ${files.en}`,
    }),
  ],
  [
    /balai-terlarang (\w+)/,
    ([, word]) => ({
      id: `Perintah "${word}" tidak dapat dipakai. ${files.id}`,
      en: `"${word}" cannot be used. ${files.en}`,
    }),
  ],
  [/(?:file not found|failed to download|failed to load|access denied|package)/i, () => files],
  [
    /type none has no method|cannot access fields on type none/,
    same(
      'Yang disebut di sini kosong atau tidak boleh dipakai. Periksa dengan bila(...) lebih dahulu.',
      'What is named here is empty or may not be used. Ask with bila(...) first.',
    ),
  ],
  [
    /expected function, found none/,
    same(
      'Pengaturan halaman dan dokumen tidak dapat diubah dari dalam templat.',
      'Page and document settings cannot be changed from a template.',
    ),
  ],
  [
    /dictionary does not contain key "([^"]+)"/,
    ([, key]) => ({
      id: `Tidak ada isian bernama "${key}". Periksa ejaan kuncinya di daftar isian.`,
      en: `There is no field "${key}". Check its key in the list of fields.`,
    }),
  ],
  [
    /unknown variable: ([\w-]+)/,
    ([, name]) => ({
      id: `Kata "${name}" tidak dikenal. Isian ditulis #isian.${name}.`,
      en: `"${name}" is unknown. A field is written #isian.${name}.`,
    }),
  ],
  [
    /unclosed (delimiter|string|raw text|label)/,
    same(
      'Ada kurung atau tanda yang dibuka dan belum ditutup: [ ], ( ), { }, $ atau *.',
      'A bracket or mark is opened and not closed.',
    ),
  ],
  [/unexpected closing (\w+)/, same('Ada kurung tutup tanpa pembukanya.', 'A bracket is closed that was not opened.')],
  [
    /expected comma|expected expression|unexpected (\w+)|expected (\w+)/,
    same(
      'Susunan tulisan di sini tidak dapat dibaca. Periksa koma, kurung, dan tanda #.',
      'This cannot be read. Check commas, brackets and #.',
    ),
  ],
  [
    /maximum function call depth|maximum .* depth/,
    same('Fungsi ini memanggil dirinya sendiri tanpa akhir.', 'This function calls itself without end.'),
  ],
  [
    /loop seems to be infinite|condition is always true/,
    same('Pengulangan ini tidak pernah berakhir.', 'This loop never ends.'),
  ],
  [
    /pagebreaks are not allowed/,
    same(
      'Halaman baru tidak dapat dimulai di dalam tabel, kotak, atau bagian lain.',
      'A new page cannot begin inside a table or box.',
    ),
  ],
  [
    /foreign font (\S+)/,
    ([, font]) => ({
      id: `Huruf "${font}" bukan huruf naskah dinas. Hapus pengaturan hurufnya.`,
      en: `"${font}" is not a font of official letters. Remove the font setting.`,
    }),
  ],
  [/cannot divide by zero|divide by zero/, same('Ada pembagian dengan nol.', 'There is a division by zero.')],
  [
    /(?:month|day|year) is invalid|failed to (?:create|convert)/,
    same('Tanggal atau angka ini tidak dapat dibaca.', 'This date or number cannot be read.'),
  ],
  [
    /cannot (?:join|add|apply|compare) (.+)/,
    same(
      'Dua nilai yang berlainan jenis dipertemukan di sini, misalnya teks dan angka.',
      'Two values of different kinds meet here, as text and a number.',
    ),
  ],
  [
    /panicked with: (.*)/,
    ([, words]) => ({ id: `Templat berhenti dengan pesan: ${words}`, en: `The template stopped with: ${words}` }),
  ],
]

export function explainFault({ message, ...place }: SourceFault): ExplainedFault {
  for (const [pattern, explain] of explanations) {
    const match = pattern.exec(message)
    if (match) return { ...place, say: explain(match) }
  }
  return { ...place, say: { id: `Tulisan di sini ditolak: ${message}`, en: `This is refused: ${message}` } }
}

const refusals: Readonly<Record<Exclude<TypesetRefusal, 'faulty'>, LocalText>> = {
  'too-long': {
    id: 'Naskah ini terlalu lama disusun dan dihentikan. Kurangi pengulangan di dalamnya.',
    en: 'This letter took too long and was stopped. Use fewer repetitions.',
  },
  'too-big': {
    id: 'Naskah ini memerlukan terlalu banyak ingatan dan dihentikan. Kurangi pengulangan di dalamnya.',
    en: 'This letter took too much memory and was stopped. Use fewer repetitions.',
  },
  'too-many-pages': {
    id: 'Naskah ini lebih dari 400 halaman.',
    en: 'This letter has more than 400 pages.',
  },
  busy: {
    id: 'Banyak naskah sedang disusun. Coba lagi sebentar lagi.',
    en: 'Many letters are being made. Try again shortly.',
  },
}

/** Everything that is wrong, at least one sentence. */
export function explainRefusal(
  refusal: TypesetRefusal,
  faults: readonly SourceFault[],
  diagnostics: readonly string[],
): ExplainedFault[] {
  if (refusal !== 'faulty') return [{ say: refusals[refusal] }]
  if (faults.length > 0) return faults.slice(0, 8).map(explainFault)
  return [explainFault({ message: diagnostics[0] ?? 'tanpa keterangan' })]
}

/**
 * What a command says when a letter cannot be typeset: the template is at fault, or the values that it did not expect.
 * Errors of another kind come back as they are.
 */
export function letterRefusal(error: unknown): unknown {
  if (!(error instanceof TypesetError)) return error
  const [first] = explainRefusal(error.refusal, error.faults, error.diagnostics)
  const say = first?.say ?? { id: '', en: '' }
  const text = {
    id: `Surat ini belum dapat disusun dari templatnya. ${say.id}`,
    en: `This letter cannot be made from its template yet. ${say.en}`,
  }
  const code = error.refusal === 'busy' ? 'unavailable' : 'invalid-input'
  return new AppError(code, { text, fields: [{ path: '', message: text }], cause: error })
}
