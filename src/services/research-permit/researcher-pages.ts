import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

/** Who does the research, and from where. */
export const researcherPages: Pages = [
  {
    id: 'peneliti',
    title: { id: 'Peneliti', en: 'The researcher' },
    lead: {
      id: 'Nama, NIK dan alamat Anda sudah ada pada kami. Tulis hanya yang belum kami ketahui.',
      en: 'We already have your name, NIK and address. Write only what we do not know yet.',
    },
    groups: [
      {
        fields: [
          {
            id: 'researcherKind',
            kind: 'choice',
            label: { id: 'Anda meneliti sebagai', en: 'You do this research as' },
            options: [
              {
                value: 'individual',
                label: { id: 'Perseorangan', en: 'An individual' },
                hint: { id: 'Diketahui kepala desa atau lurah.', en: 'With the knowledge of the village head.' },
              },
              {
                value: 'university',
                label: { id: 'Dosen atau peneliti perguruan tinggi', en: 'Lecturer or researcher of a university' },
              },
              { value: 'company', label: { id: 'Badan usaha', en: 'Company' } },
              { value: 'organisation', label: { id: 'Organisasi kemasyarakatan', en: 'Civil organisation' } },
            ],
          },
          {
            id: 'institution',
            kind: 'text',
            max: 120,
            when: 'answers.researcherKind != "individual"',
            label: { id: 'Nama lembaga', en: 'Name of the institution' },
          },
          {
            id: 'home',
            kind: 'address',
            prefill:
              '{"street": fact(known, "street"), "rt": fact(known, "rt"), "rw": fact(known, "rw"), "area": fact(known, "villageCode")}',
            label: { id: 'Alamat Anda selama penelitian', en: 'Your address during the research' },
          },
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel', en: 'Mobile number' },
          },
          {
            id: 'email',
            kind: 'email',
            required: 'false',
            prefill: 'fact(known, "email")',
            label: { id: 'Surel', en: 'E-mail' },
          },
        ],
      },
    ],
  },
]
