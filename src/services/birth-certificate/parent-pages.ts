import type { ServiceInput } from '#modules/services/index.ts'
import { twoWitnesses } from '../rows/two-witnesses.ts'

type Pages = ServiceInput['form']['pages']

/** Mother, father, and who reports. */
export const parentPages: Pages = [
  {
    id: 'orang-tua',
    title: { id: 'Ibu dan ayah', en: 'Mother and father' },
    when: 'answers.birthCase != "foundling"',
    groups: [
      {
        fields: [
          {
            id: 'motherNik',
            kind: 'nik',
            when: 'answers.foreignParent != "mother"',
            prefill: 'fact(known, "motherNik")',
            sensitive: true,
            label: { id: 'NIK ibu', en: 'NIK of the mother' },
          },
          {
            id: 'motherName',
            kind: 'name',
            prefill: 'fact(known, "motherName")',
            label: { id: 'Nama ibu', en: 'Name of the mother' },
          },
          {
            id: 'parentage',
            kind: 'choice',
            prefill: 'fact(known, "parentage")',
            label: { id: 'Perkawinan orang tua', en: 'Marriage of the parents' },
            options: [
              {
                value: 'married',
                label: { id: 'Tercatat', en: 'Recorded' },
                hint: { id: 'Ada buku nikah atau akta perkawinan.', en: 'There is a marriage book or certificate.' },
              },
              {
                value: 'unrecorded',
                label: { id: 'Belum tercatat', en: 'Not recorded yet' },
                hint: {
                  id: 'Pada kartu keluarga tertulis kawin belum tercatat. Akta memuat keterangan itu.',
                  en: 'The family card says married, not recorded. The certificate will say so.',
                },
              },
              {
                value: 'mother-only',
                label: { id: 'Anak seorang ibu', en: 'Child of a mother' },
                hint: {
                  id: 'Ibu tidak kawin dengan ayah anak. Akta hanya memuat nama ibu; ayah dapat mengakui anak kemudian.',
                  en: 'The mother is not married to the father. The certificate names the mother only; the father may recognise the child later.',
                },
              },
            ],
          },
          {
            id: 'foreignParent',
            kind: 'choice',
            prefill: '"none"',
            label: { id: 'Orang tua yang warga negara asing tanpa NIK', en: 'A foreign parent without a NIK' },
            options: [
              { value: 'none', label: { id: 'Tidak ada', en: 'None' } },
              { value: 'father', label: { id: 'Ayah', en: 'The father' } },
              { value: 'mother', label: { id: 'Ibu', en: 'The mother' } },
            ],
            checks: [
              {
                holds: 'answers.foreignParent == "none" || answers.parentage != "mother-only"',
                say: {
                  id: 'Akta anak seorang ibu tidak memuat ayah, dan ibunya harus ada pada register di sini.',
                  en: 'A certificate that names only the mother has no father, and she has to be in the register here.',
                },
              },
            ],
          },
          {
            id: 'fatherNik',
            kind: 'nik',
            when: 'answers.parentage != "mother-only" && answers.foreignParent != "father"',
            prefill: 'fact(known, "fatherNik")',
            sensitive: true,
            label: { id: 'NIK ayah', en: 'NIK of the father' },
          },
          {
            id: 'fatherName',
            kind: 'name',
            when: 'answers.parentage != "mother-only"',
            prefill: 'fact(known, "fatherName")',
            label: { id: 'Nama ayah', en: 'Name of the father' },
          },
          {
            id: 'marriageNumber',
            kind: 'text',
            max: 60,
            when: 'answers.parentage == "married"',
            prefill: 'fact(known, "marriageNumber")',
            label: { id: 'Nomor buku nikah atau akta perkawinan', en: 'Number of the marriage book or certificate' },
          },
        ],
      },
      {
        title: { id: 'Orang tua warga negara asing', en: 'The foreign parent' },
        when: 'answers.foreignParent == "father" || answers.foreignParent == "mother"',
        fields: [
          {
            id: 'foreignNationality',
            kind: 'text',
            max: 60,
            label: { id: 'Kewarganegaraannya', en: 'Nationality' },
          },
          {
            id: 'foreignPassport',
            kind: 'text',
            max: 20,
            sensitive: true,
            label: { id: 'Nomor paspor', en: 'Passport number' },
          },
          {
            id: 'passportCopy',
            kind: 'file',
            document: 'passport',
            label: { id: 'Foto halaman depan paspor', en: 'Photo of the passport’s first page' },
          },
        ],
      },
      {
        title: { id: 'Pernyataan sebagai pasangan suami istri', en: 'Statement of husband and wife' },
        when: 'answers.parentage == "unrecorded"',
        fields: [
          twoWitnesses({
            id: 'spouseWitnesses',
            label: { id: 'Dua saksi perkawinan', en: 'Two witnesses of the marriage' },
            basis: 'Permendagri 109/2019 formulir F-2.04',
          }),
          {
            id: 'spouseStatement',
            kind: 'statement',
            label: {
              id: 'Kami menyatakan hidup sebagai suami istri dan bersedia dihukum bila pernyataan ini palsu (SPTJM, F-2.04).',
              en: 'We state that we live as husband and wife and accept punishment if this statement is false (SPTJM, F-2.04).',
            },
          },
        ],
      },
    ],
  },
  {
    id: 'pengasuh',
    title: { id: 'Siapa yang mengasuh anak ini', en: 'Who cares for the child' },
    lead: {
      id: 'Anak dicatat pada kartu keluarga yang mengasuhnya. Ini bukan pengangkatan anak; pengangkatan diputus pengadilan.',
      en: 'The child is put on the card of those who care for it. This is no adoption; a court decides on that.',
    },
    when: 'answers.birthCase == "foundling"',
    groups: [
      {
        fields: [
          {
            id: 'carerKind',
            kind: 'choice',
            label: { id: 'Anak tinggal pada', en: 'The child lives with' },
            options: [
              { value: 'own-family', label: { id: 'Keluarga saya', en: 'My family' } },
              {
                value: 'institution',
                label: { id: 'Panti atau lembaga asuhan', en: 'A children’s home' },
                hint: { id: 'Pada kartu keluarga pengurusnya.', en: 'On the family card of its head.' },
              },
            ],
          },
          {
            id: 'institutionName',
            kind: 'text',
            max: 100,
            when: 'answers.carerKind == "institution"',
            label: { id: 'Nama panti atau lembaga', en: 'Name of the home' },
          },
          {
            id: 'carerNik',
            kind: 'nik',
            sensitive: true,
            when: 'answers.carerKind == "institution"',
            label: {
              id: 'NIK pengurus yang kartu keluarganya memuat anak asuh',
              en: 'NIK of the head on whose card the children are',
            },
          },
        ],
      },
    ],
  },
  {
    id: 'pelapor',
    title: { id: 'Siapa yang melapor', en: 'Who reports' },
    groups: [
      {
        fields: [
          {
            id: 'informantRelation',
            kind: 'choice',
            prefill: 'fact(known, "informantRelation")',
            label: { id: 'Anda adalah', en: 'You are' },
            options: [
              { value: 'mother', label: { id: 'Ibu anak', en: 'The mother' } },
              { value: 'father', label: { id: 'Ayah anak', en: 'The father' } },
              { value: 'relative', label: { id: 'Anggota keluarga', en: 'A relative' } },
              {
                value: 'finder',
                label: { id: 'Yang menemukan atau mengasuh anak', en: 'Who found or cares for the child' },
              },
            ],
          },
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel', en: 'Mobile number' },
            hint: { id: 'Kami hanya menghubungi tentang berkas ini.', en: 'We call only about this application.' },
          },
        ],
      },
    ],
  },
]
