import type { ServiceInput } from '#modules/services/index.ts'
import type { Letter } from './row.ts'

type Field = ServiceInput['form']['pages'][number]['groups'][number]['fields'][number]

/** The assessment that was chosen, among those of the applicant and his firms. */
export const chosenClaim = 'list(known, "claims").filter(c, c.number == answers.assessment)'
const one = (name: string) => `${chosenClaim}[0].${name}`

/** Which assessment, with what the register says of it. @param checks what forbids it for this service */
export function claimFields(checks: NonNullable<Field['checks']>, hint: Field['hint']): Field[] {
  return [
    {
      id: 'assessment',
      kind: 'choice',
      optionsFrom: 'local-tax.own-claims',
      label: { id: 'Ketetapan pajak', en: 'Assessment' },
      ...(hint ? { hint } : {}),
      checks: [
        {
          holds: `answers.assessment == "" || ${chosenClaim}.size() == 1`,
          say: {
            id: 'Pilih ketetapan atas nama Anda atau badan usaha yang Anda pimpin.',
            en: 'Choose an assessment of yours or of a firm that you lead.',
          },
        },
        ...checks,
      ],
    },
    {
      id: 'taxName',
      kind: 'computed',
      gives: 'text',
      value: `string(${one('tax')})`,
      label: { id: 'Pajak', en: 'Tax' },
    },
    {
      id: 'claimed',
      kind: 'computed',
      gives: 'money',
      value: `int(${one('amount')})`,
      label: { id: 'Jumlah ketetapan', en: 'Amount of the assessment' },
    },
    {
      id: 'stillOwed',
      kind: 'computed',
      gives: 'money',
      value: `int(${one('owed')})`,
      label: { id: 'Belum dibayar', en: 'Not paid yet' },
    },
  ]
}

/** The same facts at the head of every letter about an assessment. */
export const claimRows: NonNullable<Letter['rows']> = [
  { label: 'Ketetapan', value: 'answers.assessment' },
  { label: 'Pajak', value: 'answers.taxName' },
  { label: 'Jumlah ketetapan', value: 'answers.claimed' },
]

/** Facts of the example that all services about an assessment share. */
export const claimExample = {
  known: {
    personId: 'p-1',
    fullName: 'Sekar Wulandari',
    nik: '9901015204960001',
    birthOn: '1996-04-12',
    adultAge: 17,
    hasFamily: true,
    street: 'Jalan Melati 12',
    rt: '003',
    rw: '004',
    villageCode: '99.01.02.1001',
    regionCode: '99.01',
    phone: '081234567890',
    email: '',
    npwpd: 'P.1.0000042.02.1001',
    taxpayers: [
      { id: 't-1', npwpd: 'P.1.0000042.02.1001', name: 'Sekar Wulandari', kind: 'person', state: 'active', owes: true },
    ],
  },
  claim: {
    id: 'c-1',
    number: '990100200100100420-2026',
    kind: 'sppt',
    tax: 'PBB-P2 2026',
    amount: 400_000,
    paid: 0,
    owed: 400_000,
    issuedOn: '2026-10-01',
    dueOn: '2027-03-31',
    objectionUntil: '2027-01-01',
    reductionUntil: '2027-01-01',
    isDisputed: false,
    isOpen: true,
    isOverdue: false,
  },
}

/** Who has no assessment has nothing to ask about. */
export const hasClaims: ServiceInput['eligibility'][number] = {
  when: 'list(known, "claims").size() > 0',
  refused: {
    id: 'Anda tidak mempunyai ketetapan pajak daerah, dan badan usaha yang Anda pimpin juga tidak.',
    en: 'You have no assessment of the region, and no firm that you lead has one.',
  },
}
