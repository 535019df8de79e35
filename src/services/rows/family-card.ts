import type { ServiceInput } from '#modules/services/index.ts'
import { civilFlow } from './civil-flow.ts'
import { freeOfChargeLaw } from './civil-standard.ts'
import { objectionLaw } from './law.ts'
import type { Reasons, Text } from './row.ts'

type Pages = ServiceInput['form']['pages']
type Group = Pages[number]['groups'][number]
type Field = Group['fields'][number]

export const cardRules = 'identity-documents.family-card'

export const phone: Field = {
  id: 'phone',
  kind: 'phone',
  prefill: 'fact(known, "phone")',
  label: { id: 'Nomor ponsel Anda', en: 'Your mobile number' },
  hint: { id: 'Kami hanya menghubungi tentang berkas ini.', en: 'We call only about this file.' },
}

/** Who comes along from the applicant's own card. @param when asked only then */
export function companions(when: string): Field {
  return {
    id: 'companions',
    kind: 'family-members',
    when,
    required: 'false',
    label: { id: 'Siapa yang ikut pindah dari kartu Anda', en: 'Who comes along from your card' },
    hint: { id: 'Diri Anda sendiri tidak perlu dipilih.', en: 'You need not choose yourself.' },
    checks: [
      {
        holds:
          'list(known, "family").exists(m, !(m.id in answers.companions) && m.id != fact(known, "personId")) || list(known, "family").size() <= 1',
        say: {
          id: 'Bila semua orang pada kartu ikut, tidak ada yang dipisahkan. Ajukan pindah alamat atau ganti kepala keluarga.',
          en: 'If everybody on the card comes along, nothing is split. Ask for a change of address or of head instead.',
        },
      },
    ],
  }
}

/** Where the card is to be: where the applicant lives now, or elsewhere in the region. */
export const addressPage: Pages[number] = {
  id: 'alamat',
  title: { id: 'Alamat pada kartu baru', en: 'Address on the new card' },
  groups: [
    {
      fields: [
        {
          id: 'sameAddress',
          kind: 'yes-no',
          when: 'holds(known, "hasFamily")',
          label: {
            id: 'Apakah tetap di alamat kartu Anda sekarang?',
            en: 'Does the address of your present card stay?',
          },
          hint: {
            id: 'Dua keluarga boleh tinggal serumah dengan kartu masing-masing.',
            en: 'Two families may live in one house, each with a card of its own.',
          },
        },
        {
          id: 'newAddress',
          kind: 'address',
          when: '!holds(known, "hasFamily") || answers.sameAddress == "no"',
          label: { id: 'Alamat baru', en: 'New address' },
          checks: [
            {
              holds:
                'fact(known, "regencyCode") == "" || answers.newAddress.area == "" || answers.newAddress.area.startsWith(fact(known, "regencyCode"))',
              say: {
                id: 'Alamat ini di luar daerah kami. Ajukan pindah keluar, supaya surat pindahnya terbit.',
                en: 'This address is outside our region. Apply to move out, so that the letter of removal is issued.',
              },
              basis: 'Perpres 96/2018 pasal 25',
            },
          ],
        },
      ],
    },
  ],
}

/** Who heads the old card, asked when its head leaves it. @param when its head is among those who leave */
export function remainingHeadPage(when: string): Pages[number] {
  return {
    id: 'kepala-keluarga-lama',
    title: { id: 'Kepala keluarga pada kartu lama', en: 'Head of the old card' },
    lead: {
      id: 'Kepala keluarga meninggalkan kartu lama, jadi kartu itu memerlukan kepala yang baru.',
      en: 'The head leaves the old card, so that card needs a new head.',
    },
    when,
    groups: [
      {
        fields: [
          {
            id: 'remainingHead',
            kind: 'family-member',
            label: { id: 'Kepala keluarga yang baru', en: 'The new head' },
            checks: [
              {
                holds:
                  'answers.remainingHead != fact(known, "personId") && !(answers.remainingHead in answers.companions)',
                say: {
                  id: 'Pilih orang yang tetap pada kartu lama.',
                  en: 'Choose somebody who stays on the old card.',
                },
              },
              adultHead('remainingHead'),
            ],
          },
        ],
      },
    ],
  }
}

/** @basis UU 24/2013 pasal 63; Perpres 96/2018 pasal 12 */
export function adultHead(field: string): NonNullable<Field['checks']>[number] {
  return {
    holds: `list(known, "family").exists(m, m.id == answers.${field} && (ageOn(m.birthOn, today) >= int(known.adultAge) || m.relation == "wife" || m.relation == "husband"))`,
    say: {
      id: 'Kepala keluarga sudah berumur {rule:civil-registration.adult-age} atau pernah kawin. Pilih anggota yang dewasa.',
      en: 'The head of a family is at least {rule:civil-registration.adult-age} old, or married. Choose an adult member.',
    },
    basis: 'UU 24/2013 pasal 63',
  }
}

export const truth: Field = {
  id: 'truth',
  kind: 'statement',
  label: {
    id: 'Isian ini benar. Saya tahu kartu yang terbit dari keterangan palsu dibatalkan.',
    en: 'These answers are true. I know that a card issued on false statements is cancelled.',
  },
}

/** The last page of these forms. */
export const statementPage: Pages[number] = {
  id: 'pernyataan',
  title: { id: 'Pernyataan', en: 'Statement' },
  groups: [{ fields: [truth] }],
}

/** Adults apply for family cards; who is under check waits. */
export const cardEligibility: ServiceInput['eligibility'] = [
  {
    when: 'yearsBetween(fact(known, "birthOn"), today) >= int(known.adultAge) || holds(known, "wasMarried")',
    refused: {
      id: 'Anda belum berumur {rule:civil-registration.adult-age} dan belum pernah kawin. Mintalah kepala keluarga mengajukannya.',
      en: 'You are not {rule:civil-registration.adult-age} old yet and never married. Ask the head of the family to apply.',
    },
    basis: 'UU 24/2013 pasal 63',
  },
  {
    when: '!holds(known, "underCheck")',
    refused: {
      id: 'Data Anda pada register sedang diperiksa. Datanglah ke loket; setelah selesai, kartu dapat diajukan.',
      en: 'Your data in the register are under check. Please come to the counter; a card can be asked for afterwards.',
    },
    basis: 'UU 23/2006 pasal 58',
  },
]

export const onOwnCard: ServiceInput['eligibility'][number] = {
  when: 'holds(known, "hasFamily")',
  refused: {
    id: 'Anda belum tercatat pada kartu keluarga di daerah ini. Ajukan kartu keluarga baru.',
    en: 'You are on no family card of this region yet. Apply for a new family card.',
  },
  basis: 'Perpres 96/2018 pasal 10',
}

export const cardLaw: ServiceInput['legalBasis'] = [
  { citation: 'UU 23/2006 pasal 61 dan 62 jo. UU 24/2013', about: { id: 'kartu keluarga', en: 'family cards' } },
  {
    citation: 'Perpres 96/2018 pasal 10 sampai 14',
    about: { id: 'persyaratan penerbitan kartu keluarga', en: 'requirements of family cards' },
  },
  { citation: 'Permendagri 109/2019', about: { id: 'formulir F-1.01 dan F-1.02', en: 'forms F-1.01 and F-1.02' } },
  freeOfChargeLaw,
  objectionLaw,
]

const refusals: Reasons = [
  {
    id: 'not-living-there',
    label: { id: 'Tidak tinggal di alamat yang diajukan', en: 'Does not live at the address' },
    basis: 'UU 23/2006 pasal 62',
  },
  {
    id: 'guardian-needed',
    label: { id: 'Anak yang tersisa memerlukan wali', en: 'Children left behind need a guardian' },
    basis: 'Perpres 96/2018 pasal 12',
  },
  {
    id: 'no-consent',
    label: { id: 'Tanpa persetujuan yang berhak', en: 'Without the consent of those who decide' },
    basis: 'Perpres 96/2018 pasal 12',
  },
  {
    id: 'proof-not-valid',
    label: { id: 'Bukti yang diajukan tidak sah', en: 'The proof is not valid' },
    basis: 'Perpres 96/2018 pasal 10',
  },
]

/** The way of a request about a family card. @param what as it stands in messages: "kartu keluarga baru" */
export function familyCardFlow(own: {
  readonly effect: string
  readonly code: string
  readonly what: Text
  readonly tell: Text
}): Pick<ServiceInput, 'flow' | 'documents'> {
  const { what } = own
  return civilFlow({
    rules: cardRules,
    paper: { id: 'Kartu keluarga', en: 'The family card' },
    issuedSentence: { id: 'Kartu keluarga yang baru sudah terbit', en: 'The new family card has been issued' },
    tell: {
      title: { id: 'Kartu keluarga sudah terbit', en: 'The family card has been issued' },
      body: {
        id: `${own.tell.id} Unduh dan cetak kapan saja dari halaman berkas {number}. Kartu versi lama tidak berlaku lagi.`,
        en: `${own.tell.en} Download and print it at any time from file {number}. Earlier versions no longer hold.`,
      },
    },
    effects: [own.effect],
    entersNew: true,
    refusals,
    void: {
      label: { id: 'Batalkan perubahan kartu', en: 'Cancel the change of the card' },
      done: { id: 'Perubahan kartu dibatalkan', en: 'Change of the card cancelled' },
      reasons: [
        {
          id: 'false-statement',
          label: { id: 'Kartu terbit dari keterangan palsu', en: 'Issued on false statements' },
          basis: 'UU 30/2014 pasal 66',
        },
        {
          id: 'court-decided',
          label: { id: 'Putusan pengadilan membatalkannya', en: 'A court has cancelled it' },
          basis: 'UU 30/2014 pasal 66 ayat (3)',
        },
      ],
      tell: {
        title: { id: 'Perubahan kartu keluarga dibatalkan', en: 'The change of the family card was cancelled' },
        body: {
          id: 'Perubahan kartu keluarga dari berkas {number} dibatalkan. {reason} Kartu yang benar terbit kembali dengan susunan semula.',
          en: 'The change of the family card in file {number} was cancelled. {reason} The right card is issued as it was before.',
        },
      },
    },
    letters: {
      refusalTitle: { id: `Penolakan ${what.id}`, en: `Refusal: ${what.en}` },
      code: own.code,
      voiding: {
        title: { id: `Pembatalan ${what.id}`, en: `Cancellation: ${what.en}` },
        opening: ['Perubahan kartu keluarga yang terbit dari berkas {number} dibatalkan.', '{reason}'],
        closing: [
          'Kartu keluarga diterbitkan kembali dengan susunan semula; cetakan dari berkas ini tidak berlaku lagi.',
        ],
      },
    },
  })
}
