import type { ServiceInput } from '#modules/services/index.ts'
import { homePages } from '../marriage/home-pages.ts'

type Pages = ServiceInput['form']['pages']

const permitted = 'answers.secondMarriage == "yes"'

/** @basis UU 1/1974 pasal 3 ayat (2), pasal 4, pasal 5; KHI pasal 56 */
const permissionFields: Pages[number]['groups'][number]['fields'] = [
  {
    id: 'courtName',
    kind: 'text',
    max: 80,
    when: permitted,
    label: { id: 'Pengadilan agama yang mengizinkan', en: 'The religious court that allowed it' },
  },
  {
    id: 'courtNumber',
    kind: 'text',
    max: 60,
    when: permitted,
    label: { id: 'Nomor penetapan izin', en: 'Number of the permission' },
    hint: { id: 'Misalnya 118/Pdt.G/2026/PA.Arn.', en: 'For example 118/Pdt.G/2026/PA.Arn.' },
  },
  {
    id: 'courtOn',
    kind: 'date',
    when: permitted,
    label: { id: 'Tanggal penetapan', en: 'Date of the permission' },
    checks: [
      {
        holds: 'daysBetween(answers.courtOn, answers.marriedOn) >= 0',
        say: {
          id: 'Izin pengadilan harus mendahului akad nikah.',
          en: 'The permission has to come before the marriage.',
        },
        basis: 'UU 1/1974 pasal 4 dan 5',
      },
    ],
  },
  {
    id: 'courtPermission',
    kind: 'file',
    document: 'court-permission',
    when: permitted,
    label: { id: 'Salinan penetapan izin', en: 'Copy of the permission' },
  },
]

/** The marriage book, the spouse, and where both stand from now on. */
export const kuaForm: Pages = [
  {
    id: 'buku-nikah',
    title: { id: 'Buku nikah Anda', en: 'Your marriage book' },
    lead: {
      id: 'Selamat atas pernikahan Anda. KUA sudah mencatatnya; di sini kartu keluarga dan status Anda menyusul.',
      en: 'Congratulations. The KUA has recorded it; here your family card and status follow.',
    },
    groups: [
      {
        fields: [
          {
            id: 'bookNumber',
            kind: 'text',
            max: 40,
            label: { id: 'Nomor akta nikah', en: 'Number of the marriage record' },
            hint: {
              id: 'Pada halaman depan buku nikah atau kartu nikah, misalnya 0123/045/VI/2026.',
              en: 'On the first page of the book, for example 0123/045/VI/2026.',
            },
          },
          {
            id: 'kuaName',
            kind: 'text',
            max: 80,
            label: { id: 'KUA yang mencatat', en: 'Which KUA recorded it' },
            hint: { id: 'Misalnya KUA Kecamatan Mekarsari.', en: 'For example KUA Kecamatan Mekarsari.' },
          },
          {
            id: 'marriedOn',
            kind: 'date',
            label: { id: 'Tanggal akad nikah', en: 'Date of the marriage' },
            checks: [
              {
                holds: 'daysBetween(fact(known, "birthOn"), answers.marriedOn) > 0',
                say: {
                  id: 'Tanggal ini mendahului tanggal lahir Anda.',
                  en: 'This date comes before your date of birth.',
                },
              },
            ],
          },
          {
            id: 'book',
            kind: 'file',
            document: 'marriage-book',
            label: { id: 'Foto buku nikah atau kartu nikah', en: 'Photo of the marriage book or card' },
          },
        ],
      },
    ],
  },
  {
    id: 'izin-pengadilan',
    title: { id: 'Isteri yang masih ada', en: 'A present wife' },
    groups: [
      {
        fields: [
          {
            id: 'secondMarriage',
            kind: 'yes-no',
            when: 'fact(known, "maritalStatus") == "married" || fact(known, "sex") == "female"',
            label: {
              id: 'Apakah suami masih terikat perkawinan dengan isteri lain?',
              en: 'Is the husband still married to another wife?',
            },
            hint: {
              id: 'Bila ya, pengadilan agama harus sudah mengizinkan perkawinan ini.',
              en: 'If so, the religious court must have allowed this marriage.',
            },
          },
          ...permissionFields,
        ],
      },
    ],
  },
  {
    id: 'pasangan',
    title: { id: 'Pasangan Anda', en: 'Your spouse' },
    groups: [
      {
        fields: [
          {
            id: 'spouseKind',
            kind: 'choice',
            label: { id: 'Di mana pasangan Anda tercatat', en: 'Where your spouse is registered' },
            options: [
              { value: 'here', label: { id: 'Penduduk di sini', en: 'Registered here' } },
              { value: 'elsewhere', label: { id: 'Penduduk daerah lain', en: 'Registered in another region' } },
              { value: 'foreigner', label: { id: 'Warga negara asing', en: 'A foreign citizen' } },
            ],
          },
          {
            id: 'spouseNikAtCounter',
            kind: 'nik',
            sensitive: true,
            when: 'answers.spouseKind == "here" || answers.spouseKind == "elsewhere"',
            label: { id: 'NIK pasangan', en: 'NIK of your spouse' },
            hint: { id: 'Tertulis pada buku nikah.', en: 'It stands in the marriage book.' },
            checks: [
              {
                holds: 'answers.spouseNikAtCounter != fact(known, "nik")',
                say: { id: 'Ini NIK Anda sendiri.', en: 'This is your own NIK.' },
              },
            ],
          },
          {
            id: 'spouseName',
            kind: 'name',
            max: 60,
            label: { id: 'Nama lengkap pasangan', en: 'Full name of your spouse' },
          },
        ],
      },
    ],
  },
  ...homePages('answers.spouseKind == "here"'),
  {
    id: 'pernyataan',
    title: { id: 'Pernyataan', en: 'Statement' },
    groups: [
      {
        fields: [
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel Anda', en: 'Your mobile number' },
            hint: { id: 'Kami hanya menghubungi tentang laporan ini.', en: 'We call only about this report.' },
          },
          {
            id: 'truth',
            kind: 'statement',
            label: {
              id: 'Semua yang saya tulis benar dan pasangan saya menyetujui kartu keluarga yang kami pilih. Saya tahu bahwa laporan palsu diancam pidana (UU 23/2006 pasal 93).',
              en: 'Everything I wrote is true and my spouse agrees to the card that we chose. I know that a false report is a crime (UU 23/2006 art. 93).',
            },
          },
        ],
      },
    ],
  },
]
