import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

/** Who reports, and whose death. */
export const reporterPages: Pages = [
  {
    id: 'pelapor',
    title: { id: 'Siapa yang melapor', en: 'Who reports' },
    lead: {
      id: 'Kami turut berduka. Laporan ini cukup sekali; kantor lain mendapat kabarnya dari kami.',
      en: 'We are sorry for your loss. One report is enough; other offices hear it from us.',
    },
    groups: [
      {
        fields: [
          {
            id: 'reporterKind',
            kind: 'choice',
            label: { id: 'Anda melapor sebagai', en: 'You report as' },
            options: [
              {
                value: 'family',
                label: { id: 'Keluarga satu kartu keluarga', en: 'Family on the same card' },
                hint: { id: 'Datanya sudah ada pada kami.', en: 'We already have the data.' },
              },
              { value: 'relative', label: { id: 'Keluarga lain atau ahli waris', en: 'Another relative or heir' } },
              {
                value: 'neighbourhood-head',
                label: { id: 'Ketua RT atau RW', en: 'Head of the neighbourhood' },
                hint: {
                  id: 'Undang-undang menugasi ketua RT melaporkan kematian warganya.',
                  en: 'The law gives this duty to the head of the neighbourhood.',
                },
              },
              {
                value: 'institution',
                label: { id: 'Rumah sakit, panti atau lembaga lain', en: 'Hospital, care home or other institution' },
              },
            ],
            checks: [
              {
                holds: 'answers.reporterKind != "family" || holds(known, "hasFamily")',
                say: {
                  id: 'Anda belum tercatat pada kartu keluarga di sini. Pilih "Keluarga lain atau ahli waris".',
                  en: 'You are on no family card here. Choose "Another relative or heir".',
                },
              },
            ],
          },
          {
            id: 'institutionName',
            kind: 'text',
            max: 100,
            when: 'answers.reporterKind == "institution"',
            label: { id: 'Nama lembaga', en: 'Name of the institution' },
          },
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel Anda', en: 'Your mobile number' },
            hint: { id: 'Kami hanya menghubungi tentang laporan ini.', en: 'We call only about this report.' },
          },
        ],
      },
    ],
  },
  {
    id: 'almarhum',
    title: { id: 'Yang meninggal', en: 'The deceased' },
    groups: [
      {
        when: 'answers.reporterKind == "family"',
        fields: [
          {
            id: 'deceasedMember',
            kind: 'family-member',
            label: { id: 'Anggota keluarga yang meninggal', en: 'The family member who died' },
            checks: [
              {
                holds: 'answers.deceasedMember != fact(known, "personId")',
                say: {
                  id: 'Pilih anggota keluarga yang meninggal, bukan diri Anda.',
                  en: 'Choose the family member who died, not yourself.',
                },
              },
            ],
          },
        ],
      },
      {
        when: 'answers.reporterKind != "family"',
        fields: [
          {
            id: 'deceasedNik',
            kind: 'nik',
            sensitive: true,
            label: { id: 'NIK yang meninggal', en: 'NIK of the deceased' },
            hint: { id: 'Ada pada KTP atau kartu keluarga.', en: 'On the identity or family card.' },
            checks: [
              {
                holds: 'answers.deceasedNik != fact(known, "nik")',
                say: { id: 'Ini NIK Anda sendiri.', en: 'This is your own NIK.' },
              },
            ],
          },
          { id: 'deceasedName', kind: 'name', label: { id: 'Nama lengkap', en: 'Full name' } },
          {
            id: 'deceasedVillage',
            kind: 'area',
            prefill: 'fact(known, "villageCode")',
            label: { id: 'Desa atau kelurahan tempat tinggalnya', en: 'Village where the person lived' },
            hint: {
              id: 'Kematian dicatat oleh kantor di tempat tinggal almarhum.',
              en: 'The office of the person’s domicile records the death.',
            },
          },
        ],
      },
    ],
  },
]
