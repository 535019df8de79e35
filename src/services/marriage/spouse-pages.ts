import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

const faiths = [
  { value: 'kristen', label: { id: 'Kristen', en: 'Protestant' } },
  { value: 'katolik', label: { id: 'Katolik', en: 'Catholic' } },
  { value: 'hindu', label: { id: 'Hindu', en: 'Hindu' } },
  { value: 'buddha', label: { id: 'Buddha', en: 'Buddhist' } },
  { value: 'khonghucu', label: { id: 'Khonghucu', en: 'Confucian' } },
  { value: 'kepercayaan', label: { id: 'Kepercayaan terhadap Tuhan YME', en: 'Native faith' } },
]
const notOwnNik = {
  holds: 'answers.spouseNikAtCounter != fact(known, "nik")',
  say: { id: 'Ini NIK Anda sendiri. Tulis NIK pasangan Anda.', en: 'This is your own NIK. Write that of your spouse.' },
}

/** Who the other one is, and how he agrees to the report. */
export const spousePages: Pages = [
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
              {
                value: 'here',
                label: { id: 'Penduduk di sini', en: 'Registered here' },
                hint: { id: 'Datanya sudah ada pada kami.', en: 'We already have the data.' },
              },
              { value: 'elsewhere', label: { id: 'Penduduk daerah lain', en: 'Registered in another region' } },
              { value: 'foreigner', label: { id: 'Warga negara asing', en: 'A foreign citizen' } },
            ],
          },
          {
            id: 'confirmBy',
            kind: 'choice',
            when: 'answers.spouseKind == "here"',
            label: { id: 'Bagaimana pasangan Anda menyatakan setuju', en: 'How your spouse agrees' },
            hint: {
              id: 'Perkawinan hanya dicatat bila keduanya menyatakan setuju.',
              en: 'A marriage is only recorded when both agree.',
            },
            options: [
              {
                value: 'account',
                label: { id: 'Di akun Balai miliknya', en: 'In an account of their own' },
                hint: {
                  id: 'Berkas terkirim begitu pasangan Anda menyetujuinya di ponselnya.',
                  en: 'The file is sent as soon as your spouse agrees on their phone.',
                },
              },
              {
                value: 'counter',
                label: { id: 'Kami berdua datang ke kantor', en: 'We both come to the office' },
                hint: {
                  id: 'Kami mengundang Anda berdua setelah masa pengumuman.',
                  en: 'We invite you both after the announcement.',
                },
              },
            ],
          },
          {
            id: 'spouseNik',
            kind: 'nik',
            sensitive: true,
            coSigns: true,
            when: 'answers.spouseKind == "here" && answers.confirmBy == "account"',
            label: { id: 'NIK pasangan', en: 'NIK of your spouse' },
            checks: [{ ...notOwnNik, holds: 'answers.spouseNik != fact(known, "nik")' }],
          },
          {
            id: 'spouseNikAtCounter',
            kind: 'nik',
            sensitive: true,
            when: 'answers.spouseKind == "elsewhere" || answers.confirmBy == "counter"',
            label: { id: 'NIK pasangan', en: 'NIK of your spouse' },
            hint: { id: 'Ada pada KTP atau kartu keluarganya.', en: 'On the identity or family card.' },
            checks: [notOwnNik],
          },
          {
            id: 'spouseName',
            kind: 'name',
            max: 60,
            label: { id: 'Nama lengkap pasangan', en: 'Full name of your spouse' },
          },
        ],
      },
      {
        title: { id: 'Data pasangan', en: 'Data of your spouse' },
        when: 'answers.spouseKind == "elsewhere" || answers.spouseKind == "foreigner"',
        fields: [
          { id: 'spouseBirthPlace', kind: 'text', max: 60, label: { id: 'Tempat lahir', en: 'Place of birth' } },
          {
            id: 'spouseBirthOn',
            kind: 'date',
            label: { id: 'Tanggal lahir', en: 'Date of birth' },
            checks: [
              {
                holds:
                  'yearsBetween(answers.spouseBirthOn, answers.marriedOn) >= int(known.minimumAge) || answers.belowAge == "yes" || answers.belowAge == ""',
                say: {
                  id: 'Pasangan Anda belum berumur {rule:civil-registration.marriage.minimum-age} pada hari itu. Perlu dispensasi pengadilan: jawab ya pada pertanyaan tentang umur.',
                  en: 'Your spouse was not {rule:civil-registration.marriage.minimum-age} old on that day. A court’s dispensation is needed: answer yes to the question about age.',
                },
                basis: 'UU 1/1974 pasal 7 jo. UU 16/2019',
              },
            ],
          },
          {
            id: 'spouseFaith',
            kind: 'choice',
            label: { id: 'Agama atau kepercayaan', en: 'Religion or faith' },
            options: faiths,
          },
          { id: 'spouseFather', kind: 'name', max: 60, label: { id: 'Nama ayahnya', en: 'Name of the father' } },
          { id: 'spouseMother', kind: 'name', max: 60, label: { id: 'Nama ibunya', en: 'Name of the mother' } },
          {
            id: 'spouseStatus',
            kind: 'choice',
            label: { id: 'Status sebelum perkawinan ini', en: 'Status before this marriage' },
            options: [
              { value: 'single', label: { id: 'Belum kawin', en: 'Never married' } },
              { value: 'divorced', label: { id: 'Cerai hidup', en: 'Divorced' } },
              { value: 'widowed', label: { id: 'Cerai mati', en: 'Widowed' } },
            ],
          },
          {
            id: 'spouseStatusProof',
            kind: 'file',
            document: 'divorce-certificate',
            when: 'answers.spouseStatus == "divorced" || answers.spouseStatus == "widowed"',
            label: {
              id: 'Akta perceraian, atau akta kematian pasangan sebelumnya',
              en: 'Divorce certificate, or death certificate of the former spouse',
            },
          },
        ],
      },
      {
        title: { id: 'Dokumen warga negara asing', en: 'Papers of a foreign citizen' },
        when: 'answers.spouseKind == "foreigner"',
        fields: [
          { id: 'spouseCountry', kind: 'text', max: 60, label: { id: 'Kewarganegaraan', en: 'Citizenship' } },
          { id: 'passportNumber', kind: 'text', max: 20, label: { id: 'Nomor paspor', en: 'Passport number' } },
          {
            id: 'passport',
            kind: 'file',
            document: 'passport',
            label: { id: 'Foto paspor', en: 'Photo of the passport' },
          },
          {
            id: 'embassyLetter',
            kind: 'file',
            document: 'embassy-letter',
            label: {
              id: 'Izin kawin dari kedutaan atau perwakilan negaranya',
              en: 'Permission to marry from the embassy of that country',
            },
          },
          {
            id: 'stayPermit',
            kind: 'file',
            document: 'stay-permit',
            required: 'false',
            label: { id: 'Izin tinggal (KITAS atau KITAP), bila ada', en: 'Residence permit, if there is one' },
          },
        ],
      },
    ],
  },
]
