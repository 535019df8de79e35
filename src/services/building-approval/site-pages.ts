import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

/** Who builds, on which land, and where. */
export const sitePages: Pages = [
  {
    id: 'pemilik',
    title: { id: 'Pemilik bangunan', en: 'Owner of the building' },
    groups: [
      {
        fields: [
          {
            id: 'ownerName',
            kind: 'name',
            fixed: true,
            prefill: 'fact(known, "applicantName")',
            label: { id: 'Nama pemilik', en: 'Name of the owner' },
          },
          {
            id: 'ownerNik',
            kind: 'nik',
            fixed: true,
            sensitive: true,
            prefill: 'fact(known, "applicantNik")',
            label: { id: 'NIK pemilik', en: 'NIK of the owner' },
          },
          {
            id: 'owner',
            kind: 'choice',
            label: { id: 'Bangunan ini milik', en: 'The building belongs to' },
            options: [
              { value: 'other', label: { id: 'Perorangan atau badan usaha', en: 'A person or a company' } },
              {
                value: 'state',
                label: { id: 'Pemerintah', en: 'The government' },
                hint: { id: 'Faktor kepemilikan 0: tanpa retribusi.', en: 'Ownership factor 0: no retribution.' },
              },
            ],
          },
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel', en: 'Mobile number' },
            hint: {
              id: 'Petugas menghubungi Anda untuk janji temu di lokasi.',
              en: 'An officer will call to arrange the site visit.',
            },
          },
        ],
      },
    ],
  },
  {
    id: 'tanah',
    title: { id: 'Tanah', en: 'Land' },
    groups: [
      {
        fields: [
          {
            id: 'landNumber',
            kind: 'text',
            max: 60,
            label: { id: 'Nomor sertipikat atau surat tanah', en: 'Number of the land certificate or letter' },
          },
          {
            id: 'landArea',
            kind: 'number',
            measure: 'm2',
            min: 20,
            max: 100000,
            decimals: 2,
            unit: { id: 'm²', en: 'm²' },
            label: { id: 'Luas tanah', en: 'Area of the land' },
          },
          {
            id: 'landProof',
            kind: 'file',
            document: 'land-certificate',
            label: { id: 'Sertipikat atau surat tanah', en: 'Land certificate or letter' },
          },
          {
            id: 'landOwner',
            kind: 'choice',
            label: { id: 'Tanah ini milik', en: 'The land belongs to' },
            options: [
              { value: 'self', label: { id: 'Saya sendiri', en: 'Me' } },
              {
                value: 'another',
                label: { id: 'Orang lain', en: 'Somebody else' },
                hint: {
                  id: 'Perlu perjanjian pemanfaatan tanah.',
                  en: 'An agreement on the use of the land is needed.',
                },
              },
            ],
          },
          {
            id: 'landAgreement',
            kind: 'file',
            document: 'land-lease',
            when: 'answers.landOwner == "another"',
            label: { id: 'Perjanjian pemanfaatan tanah', en: 'Agreement on the use of the land' },
          },
        ],
      },
    ],
  },
  {
    id: 'lokasi',
    title: { id: 'Lokasi', en: 'Site' },
    lead: {
      id: 'Tunjukkan titik bangunan pada peta. Petugas datang ke titik ini.',
      en: 'Show the building on the map. Officers will come to this point.',
    },
    groups: [
      {
        fields: [
          { id: 'siteAddress', kind: 'address', label: { id: 'Alamat bangunan', en: 'Address of the building' } },
          { id: 'location', kind: 'map-point', label: { id: 'Titik bangunan', en: 'Point of the building' } },
          {
            id: 'nearWater',
            kind: 'yes-no',
            label: {
              id: 'Apakah bangunan ini dalam {rule:licensing.building.near-water} meter dari sungai, situ atau pantai?',
              en: 'Is the building within {rule:licensing.building.near-water} metres of a river, lake or shore?',
            },
          },
        ],
      },
      {
        title: { id: 'Kesesuaian tata ruang (KKPR)', en: 'Zoning (KKPR)' },
        fields: [
          {
            id: 'kkpr',
            kind: 'choice',
            label: { id: 'Kesesuaian kegiatan pemanfaatan ruang', en: 'Conformity with the zoning plan' },
            options: [
              { value: 'have', label: { id: 'Saya punya konfirmasi KKPR', en: 'I have a KKPR confirmation' } },
              {
                value: 'declare',
                label: { id: 'Saya menyatakan sendiri', en: 'I declare it myself' },
                hint: {
                  id: 'Bagi usaha mikro dan rumah tinggal di kawasan permukiman; diperiksa saat telaah tata ruang.',
                  en: 'For micro businesses and homes in residential zones; checked in the zoning review.',
                },
              },
            ],
          },
          {
            id: 'kkprNumber',
            kind: 'text',
            max: 60,
            when: 'answers.kkpr == "have"',
            label: { id: 'Nomor KKPR', en: 'KKPR number' },
          },
          {
            id: 'kkprFile',
            kind: 'file',
            when: 'answers.kkpr == "have"',
            label: { id: 'Konfirmasi KKPR', en: 'KKPR confirmation' },
          },
          {
            id: 'kkprStatement',
            kind: 'statement',
            when: 'answers.kkpr != "have"',
            label: {
              id: 'Saya menyatakan bangunan ini sesuai dengan rencana tata ruang dan bersedia membongkarnya bila ternyata tidak sesuai.',
              en: 'I declare that this building conforms with the zoning plan, and will take it down if it does not.',
            },
          },
        ],
      },
    ],
  },
]
