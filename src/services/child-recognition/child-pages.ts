import type { ServiceInput } from '#modules/services/index.ts'

type Page = ServiceInput['form']['pages'][number]
type Text = Page['title']
type Fields = Page['groups'][number]['fields']

/** Which child. The same in every service about a child; the register knows the rest. @param more what else is asked here */
export function childPage(lead: Text, more: Fields = []): Page {
  return {
    id: 'anak',
    title: { id: 'Anak', en: 'The child' },
    lead,
    groups: [
      {
        fields: [
          {
            id: 'childNik',
            kind: 'nik',
            sensitive: true,
            label: { id: 'NIK anak', en: 'NIK of the child' },
            hint: {
              id: 'Ada pada akta kelahiran, KIA atau kartu keluarga.',
              en: 'On the birth certificate or family card.',
            },
            checks: [
              {
                holds: 'answers.childNik != fact(known, "nik")',
                say: {
                  id: 'Ini NIK Anda sendiri. Tulis NIK anak.',
                  en: 'This is your own NIK. Write that of the child.',
                },
              },
            ],
          },
          { id: 'childName', kind: 'name', max: 60, label: { id: 'Nama lengkap anak', en: 'Full name of the child' } },
          ...more,
        ],
      },
    ],
  }
}

/** Phone and the statement that everything is true. */
export function statementPage(says: Text): Page {
  return {
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
              id: `${says.id} Saya tahu bahwa laporan palsu diancam pidana (UU 23/2006 pasal 93).`,
              en: `${says.en} I know that a false report is a crime (UU 23/2006 art. 93).`,
            },
          },
        ],
      },
    ],
  }
}
