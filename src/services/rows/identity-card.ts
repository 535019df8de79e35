import type { ServiceInput } from '#modules/services/index.ts'
import { freeOfChargeLaw } from './civil-standard.ts'
import { objectionLaw } from './law.ts'
import type { Reasons } from './row.ts'

type Field = ServiceInput['form']['pages'][number]['groups'][number]['fields'][number]

/** For whom: oneself, or a member of one's own family card. */
export const whoFields: Field[] = [
  {
    id: 'who',
    kind: 'choice',
    label: { id: 'KTP-el untuk siapa', en: 'For whom is the card' },
    options: [
      { value: 'self', label: { id: 'Saya sendiri', en: 'Me' } },
      { value: 'member', label: { id: 'Anggota kartu keluarga saya', en: 'Somebody on my family card' } },
    ],
  },
  {
    id: 'member',
    kind: 'family-member',
    when: 'answers.who == "member"',
    label: { id: 'Anggota keluarga itu', en: 'That member' },
    checks: [
      {
        holds:
          'list(known, "family").exists(m, m.id == answers.member && (ageOn(m.birthOn, today) >= int(known.adultAge) || m.relation == "wife" || m.relation == "husband"))',
        say: {
          id: 'Anggota ini belum berumur {rule:civil-registration.adult-age}. Untuk anak ada kartu identitas anak (KIA).',
          en: 'This member is not {rule:civil-registration.adult-age} old yet. Children have a child card (KIA).',
        },
        basis: 'UU 24/2013 pasal 63',
      },
    ],
  },
]

/** Picked up at the counter, or sent to the address on the family card. */
export const deliveryField: Field = {
  id: 'delivery',
  kind: 'choice',
  label: { id: 'Bagaimana kartunya sampai kepada Anda', en: 'How the card reaches you' },
  options: [
    {
      value: 'pick-up',
      label: { id: 'Saya ambil di loket kecamatan', en: 'I pick it up at the district counter' },
      hint: {
        id: 'Keluarga satu kartu boleh mengambilkan; disimpan {rule:identity-documents.identity-card.keep-for-pick-up}.',
        en: 'Family on the same card may fetch it; it is kept for {rule:identity-documents.identity-card.keep-for-pick-up}.',
      },
    },
    {
      value: 'delivery',
      label: { id: 'Dikirim ke alamat kartu keluarga', en: 'Sent to the address on the family card' },
      hint: { id: 'Ongkos kirim dibayar kepada kurir.', en: 'The courier is paid on delivery.' },
    },
  ],
}

export const identityLaw: ServiceInput['legalBasis'] = [
  {
    citation: 'UU 23/2006 pasal 63 dan 64 jo. UU 24/2013',
    about: {
      id: 'wajib KTP-el sejak {rule:identity-documents.identity-card.age} atau kawin, berlaku seumur hidup',
      en: 'identity card from {rule:identity-documents.identity-card.age} or marriage, for life',
    },
  },
  {
    citation: 'Perpres 96/2018 pasal 15 sampai 19',
    about: { id: 'persyaratan penerbitan KTP-el', en: 'requirements' },
  },
  {
    citation: 'Permendagri 72/2022',
    about: { id: 'blangko KTP-el dan identitas digital', en: 'blanks and digital identity' },
  },
  freeOfChargeLaw,
  objectionLaw,
]

export const identityRefusals: Reasons = [
  {
    id: 'not-of-age',
    label: { id: 'Belum wajib KTP-el', en: 'Not of age for the card' },
    basis: 'UU 24/2013 pasal 63',
  },
  {
    id: 'data-differs',
    label: { id: 'Data berbeda dengan register dan perlu diperbaiki dahulu', en: 'Data differ from the register' },
    basis: 'Perpres 96/2018 pasal 15',
  },
  {
    id: 'already-recorded',
    label: { id: 'Sudah pernah merekam dengan NIK lain', en: 'Recorded before under another NIK' },
    basis: 'UU 23/2006 pasal 63 ayat (6)',
  },
  {
    id: 'proof-not-valid',
    label: { id: 'Bukti yang diajukan tidak sah', en: 'The proof is not valid' },
    basis: 'Perpres 96/2018 pasal 17',
  },
]

export const identityEligibility: ServiceInput['eligibility'] = [
  {
    when: 'holds(known, "hasFamily")',
    refused: {
      id: 'Anda belum tercatat pada kartu keluarga di daerah ini. Urus kartu keluarga dahulu.',
      en: 'You are on no family card of this region yet. Get a family card first.',
    },
    basis: 'Perpres 96/2018 pasal 15',
  },
  {
    when: 'yearsBetween(fact(known, "birthOn"), today) >= int(known.adultAge) || holds(known, "wasMarried")',
    refused: {
      id: 'Anda belum berumur {rule:civil-registration.adult-age} dan belum pernah kawin. Untuk anak ada kartu identitas anak (KIA).',
      en: 'You are not {rule:civil-registration.adult-age} old yet and never married. Children have a child card (KIA).',
    },
    basis: 'UU 24/2013 pasal 63',
  },
]
