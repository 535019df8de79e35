import type { ServiceInput } from '#modules/services/index.ts'
import { phone } from '../rows/family-card.ts'

const married = 'answers.basis == "marriage"'

/** Who the new family is, as on formulir F-1.01. */
export const newFamilyPage: ServiceInput['form']['pages'][number] = {
  id: 'keluarga',
  title: { id: 'Keluarga yang baru', en: 'The new family' },
  groups: [
    {
      fields: [
        {
          id: 'basis',
          kind: 'choice',
          label: { id: 'Mengapa kartu baru', en: 'Why a new card' },
          options: [
            { value: 'marriage', label: { id: 'Kami menikah dan membentuk keluarga', en: 'We married' } },
            { value: 'none', label: { id: 'Saya belum ada pada kartu mana pun', en: 'I am on no card' } },
          ],
          checks: [
            {
              holds: 'answers.basis != "none" || !holds(known, "hasFamily")',
              say: {
                id: 'Anda tercatat pada kartu keluarga. Untuk kartu sendiri tanpa menikah, ajukan pisah kartu keluarga.',
                en: 'You are on a family card. For a card of your own without a marriage, apply to split it.',
              },
            },
          ],
        },
        {
          id: 'partnerPlace',
          kind: 'choice',
          when: married,
          label: { id: 'Suami atau istri Anda tercatat', en: 'Your husband or wife is registered' },
          options: [
            {
              value: 'same-card',
              label: { id: 'Pada kartu keluarga yang sama dengan saya', en: 'On the same card as I' },
            },
            {
              value: 'other-card',
              label: { id: 'Pada kartu keluarga lain', en: 'On another card' },
              hint: {
                id: 'Ia perlu menyetujui dari akunnya sendiri.',
                en: 'He or she has to agree from an own account.',
              },
            },
          ],
        },
        {
          id: 'partnerMember',
          kind: 'family-member',
          when: `${married} && answers.partnerPlace == "same-card"`,
          label: { id: 'Suami atau istri Anda', en: 'Your husband or wife' },
          checks: [
            {
              holds:
                'list(known, "family").exists(m, m.id == answers.partnerMember && m.id != fact(known, "personId") && ageOn(m.birthOn, today) >= int(known.adultAge))',
              say: { id: 'Pilih suami atau istri Anda.', en: 'Choose your husband or wife.' },
            },
          ],
        },
        {
          id: 'partnerNik',
          kind: 'nik',
          when: `${married} && answers.partnerPlace == "other-card"`,
          sensitive: true,
          coSigns: true,
          label: { id: 'NIK suami atau istri Anda', en: 'NIK of your husband or wife' },
          checks: [
            {
              holds: 'answers.partnerNik != fact(known, "nik")',
              say: { id: 'Ini NIK Anda sendiri.', en: 'This is your own NIK.' },
            },
          ],
        },
        {
          id: 'companions',
          kind: 'family-members',
          when: 'holds(known, "hasFamily") && list(known, "family").size() > 2',
          required: 'false',
          label: {
            id: 'Anak atau anggota lain yang ikut dari kartu Anda',
            en: 'Children or others who come along from your card',
          },
          hint: { id: 'Kosongkan bila tidak ada.', en: 'Leave empty if nobody does.' },
        },
        {
          id: 'headIs',
          kind: 'choice',
          when: married,
          label: { id: 'Kepala keluarga pada kartu baru', en: 'Head on the new card' },
          options: [
            { value: 'me', label: { id: 'Saya', en: 'I' } },
            { value: 'partner', label: { id: 'Suami atau istri saya', en: 'My husband or wife' } },
          ],
        },
        phone,
      ],
    },
    {
      title: { id: 'Bukti perkawinan', en: 'Proof of the marriage' },
      when: married,
      fields: [
        {
          id: 'marriageProof',
          kind: 'choice',
          label: { id: 'Perkawinan Anda', en: 'Your marriage' },
          options: [
            {
              value: 'recorded',
              label: { id: 'Tercatat: ada buku nikah atau akta', en: 'Recorded: there is a book or certificate' },
            },
            {
              value: 'statement',
              label: { id: 'Sah menurut agama, belum tercatat', en: 'By faith, not recorded yet' },
            },
          ],
        },
        {
          id: 'marriageNumber',
          kind: 'text',
          max: 40,
          when: 'answers.marriageProof == "recorded"',
          prefill: 'fact(known, "marriageNumber")',
          label: { id: 'Nomor buku nikah atau akta perkawinan', en: 'Number of the marriage book or certificate' },
        },
        {
          id: 'witnesses',
          kind: 'repeat',
          when: 'answers.marriageProof == "statement"',
          minItems: 2,
          maxItems: 2,
          label: { id: 'Dua saksi perkawinan', en: 'Two witnesses of the marriage' },
          itemLabel: { id: 'Saksi', en: 'Witness' },
          fields: [
            { id: 'name', kind: 'name', label: { id: 'Nama lengkap', en: 'Full name' } },
            { id: 'nik', kind: 'nik', sensitive: true, label: { id: 'NIK', en: 'NIK' } },
          ],
        },
        {
          id: 'unrecorded',
          kind: 'statement',
          when: 'answers.marriageProof == "statement"',
          label: {
            id: 'Kami suami istri, perkawinan kami belum tercatat, dan kami bertanggung jawab atas pernyataan ini.',
            en: 'We are husband and wife, our marriage is not recorded yet, and we answer for this statement.',
          },
        },
      ],
    },
  ],
}
