import type { ServiceInput } from '#modules/services/index.ts'
import { civilService, freeOfCharge, freeOfChargeLaw } from './civil-standard.ts'
import { objectionLaw } from './law.ts'
import type { Text } from './row.ts'

type Pages = ServiceInput['form']['pages']
type Field = Pages[number]['groups'][number]['fields'][number]

/** Whose data change: the applicant himself, or somebody on his card for whom he may act. */
export const whosePage: Pages[number] = {
  id: 'orang',
  title: { id: 'Data siapa yang berubah', en: 'Whose data change' },
  groups: [
    {
      fields: [
        {
          id: 'person',
          kind: 'family-member',
          label: { id: 'Orang yang datanya berubah', en: 'The person whose data change' },
          hint: {
            id: 'Diri Anda, atau anak pada kartu keluarga Anda. Orang dewasa lain mengajukan sendiri.',
            en: 'Yourself, or a child on your card. Other adults apply themselves.',
          },
          checks: [
            {
              holds:
                'answers.person == fact(known, "personId") || list(known, "family").exists(m, m.id == answers.person && ageOn(m.birthOn, today) < int(known.adultAge))',
              say: {
                id: 'Orang dewasa mengajukan perubahan datanya sendiri, dengan akunnya.',
                en: 'An adult asks for a change of his own data, with his own account.',
              },
              basis: 'UU 24/2013 pasal 63; PP 40/2019',
            },
          ],
        },
        {
          id: 'phone',
          kind: 'phone',
          prefill: 'fact(known, "phone")',
          label: { id: 'Nomor ponsel Anda', en: 'Your mobile number' },
          hint: { id: 'Kami hanya menghubungi tentang berkas ini.', en: 'We call only about this file.' },
        },
      ],
    },
  ],
}

/** What is known of the decision of a court. @param lead what it must say */
export function courtPage(lead: Text): Pages[number] {
  return {
    id: 'penetapan',
    title: { id: 'Penetapan pengadilan', en: 'Decision of the court' },
    lead,
    groups: [
      {
        fields: [
          {
            id: 'courtName',
            kind: 'text',
            max: 80,
            label: { id: 'Nama pengadilan', en: 'Name of the court' },
            hint: { id: 'Misalnya Pengadilan Negeri Arunika.', en: 'Such as Pengadilan Negeri Arunika.' },
          },
          {
            id: 'courtNumber',
            kind: 'text',
            max: 60,
            label: { id: 'Nomor penetapan atau putusan', en: 'Number of the decision' },
          },
          {
            id: 'courtOn',
            kind: 'date',
            label: { id: 'Tanggal penetapan atau putusan', en: 'Date of the decision' },
          },
          {
            id: 'courtDecision',
            kind: 'file',
            label: { id: 'Salinan penetapan yang berkekuatan hukum tetap', en: 'Copy of the final decision' },
            hint: {
              id: 'Semua halaman. Petugas kedua mencocokkannya dengan pengadilan.',
              en: 'All pages. A second officer compares it with the court.',
            },
          },
          truth,
        ],
      },
    ],
  }
}

export const truth: Field = {
  id: 'truth',
  kind: 'statement',
  label: {
    id: 'Semua yang saya tulis benar. Saya tahu bahwa keterangan palsu diancam pidana (UU 23/2006 pasal 93).',
    en: 'Everything I wrote is true. I know that false statements are a crime (UU 23/2006 art. 93).',
  },
}

export const courtEvidence: ServiceInput['evidence']['allOf'][number] = {
  kind: 'document',
  field: 'courtDecision',
  label: { id: 'Salinan penetapan pengadilan yang tetap', en: 'Copy of the final decision of a court' },
  help: { id: 'Foto semua halaman dengan ponsel cukup.', en: 'Phone photos of all pages are enough.' },
  basis: 'UU 23/2006 pasal 52, 56, 72; Perpres 96/2018',
}

const cardEvidence = (field: string): ServiceInput['evidence']['allOf'][number] => ({
  kind: 'register',
  known: 'holds(known, "hasFamily")',
  field,
  label: { id: 'KTP, kartu keluarga dan akta kelahiran', en: 'Identity card, family card, birth certificate' },
  help: { id: 'Sudah ada pada kami; tidak perlu difotokopi.', en: 'We have them; no copies are needed.' },
  basis: 'Perpres 96/2018',
})

interface PersonalChange
  extends Pick<
    ServiceInput,
    'id' | 'slug' | 'code' | 'title' | 'summary' | 'keywords' | 'minutesToFill' | 'products' | 'legalBasis' | 'golden'
  > {
  /** Family of dated rules: "personal-data.court-change". */
  readonly family: string
  readonly evidence: ServiceInput['evidence']['allOf']
  readonly pages: Pages
  readonly rules: readonly string[]
  readonly free: Text
  readonly flow: Pick<ServiceInput, 'flow' | 'documents'>
  readonly risk?: string
  readonly subject?: string
  /** The field by which the person or certificate is named; "person" when left out. */
  readonly identityField?: string
  readonly lifeEvent?: string
}

/** A change that a court decided: it goes to the margin of the birth entry. */
export const courtChange = {
  family: 'personal-data.court-change',
  evidence: [courtEvidence],
  free: { id: 'Surat keterangan, akta dan kartu keluarga', en: 'Letter, certificate and family card' },
  risk: '3',
} satisfies Partial<PersonalChange>

/** Beside the letter that says what was changed. */
export const changedPapers: ServiceInput['products'] = [
  {
    id: 'Kutipan akta kelahiran dengan catatan pinggir, bila aktanya ada pada kami',
    en: 'Birth certificate with a marginal note, if the entry is in our register',
  },
  { id: 'Kartu keluarga baru', en: 'New family card' },
]

const subject = 'string(list(known, "family").filter(m, m.id == answers.person)[0].name)'

/** A service by which the data of one person change; what all of them have in common stands here. */
export function personalChange(own: PersonalChange): ServiceInput {
  const { family, evidence, pages, free, flow, risk } = own
  return {
    id: own.id,
    version: 1,
    validFrom: '2026-01-01',
    slug: own.slug,
    code: own.code,
    title: own.title,
    summary: own.summary,
    ...civilService(family),
    lifeEvent: own.lifeEvent ?? 'moving',
    keywords: own.keywords,
    minutesToFill: own.minutesToFill,
    products: own.products,
    legalBasis: [...own.legalBasis, freeOfChargeLaw, objectionLaw],
    eligibility: [
      {
        when: 'holds(known, "hasFamily")',
        refused: {
          id: 'Anda belum tercatat dalam kartu keluarga di wilayah ini. Ajukan di tempat Anda tercatat, atau urus kartu keluarga dahulu.',
          en: 'You are on no family card of this region. Apply where you are registered, or get a family card first.',
        },
        basis: 'UU 23/2006 pasal 3 dan 4',
      },
      {
        when: 'yearsBetween(fact(known, "birthOn"), today) >= int(known.adultAge)',
        refused: {
          id: 'Anda belum berumur {rule:civil-registration.adult-age}. Mintalah orang tua atau wali mengajukan.',
          en: 'You are not {rule:civil-registration.adult-age} old yet. Ask a parent or guardian to apply.',
        },
        basis: 'UU 24/2013 pasal 63',
      },
    ],
    evidence: { allOf: [cardEvidence(own.identityField ?? 'person'), ...evidence] },
    known: 'population.change-facts',
    form: { pages },
    subject: own.subject ?? subject,
    territory: 'fact(known, "villageCode")',
    ...(risk ? { risk } : {}),
    cost: freeOfCharge(free),
    rules: [...own.rules],
    ...flow,
    ...(own.golden ? { golden: own.golden } : {}),
  }
}
