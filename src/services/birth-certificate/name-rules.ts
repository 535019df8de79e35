import type { ServiceDefinition } from '#modules/services/index.ts'

type Checks = NonNullable<ServiceDefinition['form']['pages'][number]['groups'][number]['fields'][number]['checks']>

/**
 * How a name may be written on population documents. Programs that check answers for nobody in particular know no figures
 * of a region; for them the national ones are repeated here.
 * @param name the expression that gives it: "answers.childName", "row.name"
 * @basis Permendagri 73/2022 pasal 4 dan 5
 */
export function nameChecks(name: string): Checks {
  return [
    {
      holds: `words(${name}) >= (fact(known, "nameWords") == "" ? 2 : int(known.nameWords))`,
      say: {
        id: 'Nama pada dokumen kependudukan paling sedikit dua kata. Nama keluarga atau nama ayah boleh menjadi kata kedua.',
        en: 'A name on population documents has at least two words. A family name or the father’s name may be the second.',
      },
      basis: 'Permendagri 73/2022 pasal 4 ayat (2)',
    },
    {
      holds: `${name}.size() <= (fact(known, "nameLength") == "" ? 60 : int(known.nameLength))`,
      say: {
        id: 'Nama pada dokumen kependudukan paling banyak 60 huruf termasuk spasi. Pendekkan, tanpa menyingkat.',
        en: 'A name on population documents has at most 60 characters with spaces. Make it shorter, without abbreviations.',
      },
      basis: 'Permendagri 73/2022 pasal 4 ayat (2)',
    },
    {
      holds: `!${name}.contains(".")`,
      say: {
        id: 'Nama tidak boleh disingkat atau memuat gelar. Tulis lengkap, tanpa titik.',
        en: 'A name must not be abbreviated or hold titles. Write it in full, without full stops.',
      },
      basis: 'Permendagri 73/2022 pasal 5 ayat (3)',
    },
    {
      holds: `!${name}.contains("'") && !${name}.contains("’") && !${name}.contains("-")`,
      say: {
        id: 'Nama tidak boleh memuat tanda baca. Tulis tanpa petik dan tanda hubung, misalnya Nuraini.',
        en: 'A name must not hold punctuation. Write it without apostrophes and hyphens, for example Nuraini.',
      },
      basis: 'Permendagri 73/2022 pasal 5 ayat (3)',
    },
  ]
}
