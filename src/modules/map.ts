/** The system on one screen. Pure data; the architecture test is driven by it. */
export interface ModuleEntry {
  readonly name: string
  /** 1 registries, 2 capabilities that every office shares, 3 systems of one office, 4 views over all. */
  readonly layer: 1 | 2 | 3 | 4
  readonly dependsOn: readonly string[]
  readonly purpose: string
}

export const moduleMap: readonly ModuleEntry[] = [
  { name: 'territory', layer: 1, dependsOn: [], purpose: 'provinces to villages, boundaries and streets' },
  {
    name: 'rules',
    layer: 1,
    dependsOn: ['territory', 'organization'],
    purpose: 'law as dated rows; working-day calendar and holidays',
  },
  {
    name: 'people',
    layer: 1,
    dependsOn: ['territory'],
    purpose: 'population register: persons, families, family cards',
  },
  {
    name: 'organization',
    layer: 1,
    dependsOn: ['territory', 'people'],
    purpose: 'units, positions, assignments, roles',
  },
  {
    name: 'accounts',
    layer: 1,
    dependsOn: ['people', 'organization'],
    purpose: 'sign-up, sign-in, second factors, sessions',
  },
  {
    name: 'partners',
    layer: 1,
    dependsOn: ['organization', 'people'],
    purpose: 'organisations outside by agreement: keys of their programs, their people, daily limits',
  },
  {
    name: 'messaging',
    layer: 2,
    dependsOn: ['organization', 'accounts'],
    purpose: 'inbox, WhatsApp, mail, templates, delivery',
  },
  {
    name: 'national-register',
    layer: 2,
    dependsOn: ['territory', 'people', 'accounts'],
    purpose: 'the national population register: numbers, verification, announcements, differences',
  },
  {
    name: 'registers',
    layer: 2,
    dependsOn: ['organization'],
    purpose: 'numbers of letters: patterns, the next one, void and reserved ones',
  },
  {
    name: 'documents',
    layer: 2,
    dependsOn: ['rules', 'organization', 'people', 'accounts'],
    purpose: 'letters and certificates: typeset, signed, verified',
  },
  {
    name: 'letters',
    layer: 2,
    dependsOn: ['organization', 'accounts', 'messaging', 'registers', 'documents', 'templates'],
    purpose: 'letters of the units: drafts, chains of initials and signatures, signing one and many',
  },
  {
    name: 'templates',
    layer: 2,
    dependsOn: ['organization', 'documents'],
    purpose: 'templates of official letters: what they ask, how they are written, their versions',
  },
  {
    name: 'billing',
    layer: 2,
    dependsOn: ['territory', 'rules', 'organization', 'people', 'accounts', 'partners', 'messaging', 'documents'],
    purpose: 'bills, payments that count once, banks and wallets, money in suspense, refunds, receipts journal',
  },
  {
    name: 'tax',
    layer: 2,
    dependsOn: ['territory', 'rules'],
    purpose: 'taxes and retributions computed exactly from dated rows of law, each step with its article',
  },
  {
    name: 'notices',
    layer: 2,
    dependsOn: ['people', 'partners', 'accounts', 'messaging'],
    purpose: 'births, deaths and marriages told by hospitals, KUA, courts; the family confirms',
  },
  {
    name: 'services',
    layer: 2,
    dependsOn: [
      'territory',
      'rules',
      'people',
      'organization',
      'accounts',
      'messaging',
      'registers',
      'documents',
      'billing',
    ],
    purpose: 'the service engine: definitions, applications, the officer desk, the statutory clock',
  },
  {
    name: 'population',
    layer: 3,
    dependsOn: [
      'territory',
      'rules',
      'people',
      'organization',
      'documents',
      'services',
      'accounts',
      'messaging',
      'notices',
      'national-register',
      'field-counter',
    ],
    purpose: 'civil registration: birth registers, certificate numbers, family card renewal',
  },
  {
    name: 'vouching',
    layer: 3,
    dependsOn: ['rules', 'people', 'partners', 'accounts', 'messaging'],
    purpose: 'answers partners whether what they claim of a person is right; consents of the person',
  },
  {
    name: 'credentials',
    layer: 3,
    dependsOn: ['rules', 'people', 'accounts', 'messaging', 'documents', 'population'],
    purpose: 'digital cards: certificates and address as credentials that a phone keeps and shows in parts',
  },
  {
    name: 'field-counter',
    layer: 3,
    dependsOn: ['territory', 'people', 'organization', 'accounts', 'services'],
    purpose: 'counters without a network: devices, sealed drafts, what they send',
  },
  {
    name: 'population-import',
    layer: 3,
    dependsOn: ['territory', 'people', 'accounts'],
    purpose: 'files of residents brought into the register: checked whole, approved by two, taken back',
  },
  {
    name: 'demography',
    layer: 3,
    dependsOn: ['territory', 'rules', 'people', 'accounts'],
    purpose: 'the population in figures: pages, open data, the monthly report',
  },
  {
    name: 'licensing',
    layer: 3,
    dependsOn: ['territory', 'rules', 'people', 'services'],
    purpose: 'approvals of buildings and businesses, market stalls: registers, retribution, risk levels',
  },
  {
    name: 'education',
    layer: 3,
    dependsOn: ['rules', 'people', 'services'],
    purpose: 'scholarships of the region',
  },
  {
    name: 'local-tax',
    layer: 3,
    dependsOn: [
      'territory',
      'rules',
      'people',
      'organization',
      'accounts',
      'messaging',
      'registers',
      'documents',
      'billing',
      'tax',
      'services',
    ],
    purpose: 'taxpayers of the region, what is taxed, the yearly assessment of land and buildings',
  },
  {
    name: 'tax-returns',
    layer: 3,
    dependsOn: ['territory', 'rules', 'accounts', 'messaging', 'documents', 'billing', 'tax', 'local-tax'],
    purpose: 'monthly returns of taxes that taxpayers compute themselves: filing, examination, reminders',
  },
  {
    name: 'oversight',
    layer: 4,
    dependsOn: ['accounts'],
    purpose: 'journal for auditors, and for each person the record of who read his data',
  },
  {
    name: 'portal',
    layer: 4,
    dependsOn: ['rules', 'organization', 'services', 'tax', 'local-tax'],
    purpose: 'start page, life events, search',
  },
]
