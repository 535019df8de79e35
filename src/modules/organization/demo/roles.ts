/** Roles of the demo, as an administrator would put them together. */
export interface DemoRole {
  readonly key: string
  readonly nameId: string
  readonly nameEn: string
  readonly permissions: readonly string[]
}

const frontOffice = [
  'services.queue',
  'services.read-case',
  'services.receive',
  'letters.draft',
  'letters.read',
  'field-counter.work',
]

export const demoRoles: readonly DemoRole[] = [
  { key: 'front-office', nameId: 'Petugas loket', nameEn: 'Front office', permissions: frontOffice },
  {
    key: 'verifier',
    nameId: 'Verifikator',
    nameEn: 'Verifier',
    permissions: [...frontOffice, 'services.verify', 'people.read', 'registers.read', 'registers.take'],
  },
  {
    key: 'signer',
    nameId: 'Penanda tangan',
    nameEn: 'Signer',
    permissions: [
      'services.sign',
      'documents.sign',
      'documents.archive',
      'documents.revoke',
      'documents.certify',
      'services.read-case',
      'services.queue',
      'letters.read',
      'letters.read-secret',
      'letters.initial',
      'letters.sign',
    ],
  },
  {
    key: 'unit-head',
    nameId: 'Pimpinan unit',
    nameEn: 'Head of unit',
    permissions: [
      'services.queue',
      'services.read-case',
      'services.supervise',
      'field-counter.supervise',
      'organization.read',
      'services.allot',
      'letters.read',
      'letters.draft',
      'letters.initial',
      'letters.keep',
    ],
  },
  {
    key: 'administrator',
    nameId: 'Administrator',
    nameEn: 'Administrator',
    permissions: [
      'accounts.read',
      'accounts.create',
      'accounts.disable',
      'accounts.reset',
      'organization.read',
      'organization.edit',
      'organization.assign',
      'services.publish',
      'rules.edit',
      'messaging.read-deliveries',
      'messaging.edit-templates',
      'registers.read',
      'registers.take',
      'registers.insert',
      'registers.keep',
      'partners.read',
      'partners.keep',
      'templates.read',
      'templates.edit',
      'templates.publish',
      'documents.revoke-certificates',
      'territory.read-neighbourhoods',
      'territory.edit-neighbourhoods',
    ],
  },
  {
    key: 'auditor',
    nameId: 'Auditor',
    nameEn: 'Auditor',
    permissions: [
      'oversight.read-journal',
      'oversight.register-witness',
      'registers.read',
      'documents.archive',
      'documents.archive-everywhere',
    ],
  },
  {
    key: 'treasurer',
    nameId: 'Bendahara penerimaan',
    nameEn: 'Revenue treasurer',
    permissions: ['billing.read', 'billing.receive', 'billing.resolve'],
  },
  {
    key: 'refund-approver',
    nameId: 'Penyetuju pengembalian',
    nameEn: 'Refund approver',
    permissions: ['billing.read', 'billing.approve-refund'],
  },
  {
    key: 'register-officer',
    nameId: 'Pengelola register penduduk',
    nameEn: 'Register officer',
    permissions: [
      'people.read',
      'people.unmask',
      'people.export',
      'population-import.read',
      'population-import.prepare',
    ],
  },
  {
    key: 'import-approver',
    nameId: 'Penyetuju impor penduduk',
    nameEn: 'Approver of imports of residents',
    permissions: ['population-import.read', 'population-import.approve'],
  },
]
