import { birthCertificate } from '#services/birth-certificate/definition.ts'
import type { CostFormula } from '../../../extensions.ts'
import { defineService, type ServiceDefinition } from '../../schema.ts'
import type { Installed, RuleRow } from '../installed.ts'
import { installedForTests } from './installed.ts'
import { kioskFlow } from './kiosk-flow.ts'

const say = (id: string, en: string) => ({ id, en })

const applicant = {
  known: { hasFamily: true, market: 'Pasar Arunika' },
  answers: {
    name: 'Warung Kirana',
    market: 'Pasar Arunika',
    kind: 'food',
    area: 20,
    days: 30,
    menu: 'Nasi dan sayur',
    plan: ['file-1'],
    rows: [{ goods: 'beras', price: 100 }],
    agree: true,
  },
  pages: ['kios', 'bukti'],
  refused: [],
  today: '2026-03-02',
}

/** A permit for a market stall: no service of this product, but a definition in which everything occurs once. */
export const kioskPermit: ServiceDefinition = defineService({
  id: 'kiosk-permit',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'izin-kios',
  code: 'IK',
  title: say('Izin kios', 'Stall permit'),
  summary: say('Izin memakai kios di pasar.', 'A permit to use a stall at the market.'),
  audience: ['business'],
  lifeEvent: 'business',
  keywords: ['kios', 'pasar'],
  unit: 'disdag',
  minutesToFill: 5,
  channels: [say('Di sini', 'Here')],
  products: [say('Surat izin', 'Permit')],
  complaints: say('Di loket', 'At the counter'),
  legalBasis: [{ citation: 'Perda contoh 1/2026', about: say('kios pasar', 'market stalls') }],
  eligibility: [{ when: 'holds(known, "hasFamily")', refused: say('Belum tercatat.', 'Not registered.') }],
  evidence: {
    allOf: [
      {
        oneOf: [
          { kind: 'document', field: 'plan', label: say('Denah', 'Plan') },
          { kind: 'statement', field: 'promise', label: say('Pernyataan', 'Statement') },
        ],
      },
      { kind: 'statement', field: 'agree', label: say('Janji', 'Promise') },
    ],
  },
  known: 'test.stall-facts',
  form: {
    pages: [
      {
        id: 'kios',
        title: say('Kios', 'The stall'),
        groups: [
          {
            fields: [
              { id: 'name', kind: 'text', label: say('Nama', 'Name') },
              { id: 'market', kind: 'text', prefill: 'fact(known, "market")', label: say('Pasar', 'Market') },
              {
                id: 'kind',
                kind: 'choice',
                label: say('Jenis', 'Kind'),
                options: [
                  { value: 'food', label: say('Makanan', 'Food') },
                  { value: 'cloth', label: say('Kain', 'Cloth') },
                ],
              },
              { id: 'area', kind: 'number', min: 1, max: 400, measure: 'm2', label: say('Luas', 'Area') },
              { id: 'days', kind: 'number', min: 1, max: 365, measure: 'day', label: say('Lama', 'Days') },
              { id: 'menu', kind: 'text', when: 'answers.kind == "food"', label: say('Menu', 'Menu') },
              {
                id: 'tables',
                kind: 'number',
                min: 1,
                max: 40,
                measure: 'unit',
                when: 'answers.kind == "cloth"',
                label: say('Meja', 'Tables'),
              },
              {
                id: 'rows',
                kind: 'table',
                maxItems: 10,
                label: say('Barang', 'Goods'),
                fields: [
                  { id: 'goods', kind: 'text', label: say('Barang', 'Goods') },
                  { id: 'price', kind: 'money', max: 1000000, label: say('Harga', 'Price') },
                ],
              },
              {
                id: 'rent',
                kind: 'computed',
                gives: 'number',
                value: 'answers.area * 2',
                label: say('Perkiraan', 'Estimate'),
              },
            ],
          },
        ],
      },
      {
        id: 'bukti',
        title: say('Bukti', 'Proof'),
        groups: [
          {
            fields: [
              { id: 'plan', kind: 'file', when: 'answers.kind == "food"', label: say('Denah', 'Plan') },
              {
                id: 'promise',
                kind: 'statement',
                when: 'answers.kind != "food"',
                label: say('Janji denah', 'Promise of a plan'),
              },
              { id: 'agree', kind: 'statement', label: say('Saya setuju', 'I agree') },
            ],
          },
        ],
      },
    ],
  },
  subject: 'answers.name',
  territory: 'fact(known, "villageCode")',
  cost: [
    { id: 'rent', label: say('Sewa', 'Rent'), rule: 'test.tariff', times: ['answers.area', 'answers.days'] },
    { id: 'goods', label: say('Barang', 'Goods'), amount: 'totalInt(answers.rows, "price") / 10' },
    {
      id: 'cleaning',
      label: say('Kebersihan', 'Cleaning'),
      formula: {
        name: 'test.cleaning',
        inputs: { area: 'answers.area', tables: 'answers.kind == "cloth" ? answers.tables : 0' },
      },
    },
  ],
  clock: { rule: 'test.ten-days', per: 'working-day' },
  legalLimit: { rule: 'test.law', per: 'calendar-day' },
  once: 'person',
  validity: {
    lasts: { rule: 'test.two-years', per: 'year' },
    renewFrom: { rule: 'test.thirty-days', per: 'working-day' },
  },
  quota: {
    places: 'test.places',
    score: 'answers.area',
    tieBreak: 'answers.days',
    closes: 'test.closes',
    basis: 'Perda contoh pasal 3',
  },
  flow: kioskFlow,
  documents: [
    {
      id: 'permit',
      on: ['sign', 'consent'],
      template: 'certificate',
      title: say('Surat izin kios', 'Stall permit'),
      register: 'kiosk-permits',
      number: '503/{sequence}/{month}/{year}',
      values: { area: 'answers.area', note: 'findings.note' },
      opening: ['Diberikan kepada {applicant} kios seluas {area} m2. {note}'],
      rows: [{ label: 'Jenis', value: 'answers.kind' }],
    },
  ],
  golden: [
    {
      ...applicant,
      name: 'a clean food stall is granted',
      source: 'worked out by hand: 20 m2 x 30 days x 500, a tenth of 100, 20 x 100',
      fee: 302010,
      submittedAt: '2026-03-02T09:00:00+07:00',
      promisedAt: '2026-03-16T16:00:00+07:00',
      path: [
        'forward',
        'health:clean',
        { verb: 'accept', findings: { note: 'Rapi' } },
        'advised',
        'allot',
        'paid',
        'sign',
      ],
      endsIn: 'issued',
      result: 'granted',
    },
    {
      ...applicant,
      name: 'a dirty food stall is refused',
      source: 'worked out by hand',
      path: ['forward', 'health:dirty'],
      endsIn: 'refused',
      result: 'refused',
    },
  ],
})

const row = (key: string, value: unknown, unit: string, more: Partial<RuleRow> = {}): RuleRow => ({
  key,
  region: '',
  value,
  unit,
  citation: 'Perda contoh 1/2026',
  validFrom: '2025-01-01',
  ...more,
})

const cleaning: CostFormula = {
  inputs: { area: 'm2', tables: 'unit' },
  rules: ['test.cleaning-rate'],
  run: (inputs, ruleOf) => ({
    amount: Number(inputs['area']) * Number(ruleOf('test.cleaning-rate').value) + Number(inputs['tables']),
    trace: [],
  }),
}

export const kioskFormulas = new Map([['test.cleaning', cleaning]])

export function installedWithKiosk(services: readonly ServiceDefinition[] = [birthCertificate]): Installed {
  const parts = installedForTests([...services, kioskPermit])
  const ownRules = [
    row('test.one-day', 1, 'working-day'),
    row('test.three-days', 3, 'working-day'),
    row('test.thirty-days', 30, 'working-day'),
    row('test.ten-days', 10, 'working-day'),
    row('test.law', 21, 'calendar-day', { validTo: '2026-12-31' }),
    row('test.law', 16, 'calendar-day', { validFrom: '2027-01-01' }),
    row('test.two-years', 2, 'year'),
    row('test.zero', 0, 'working-day'),
    row('test.three-years', 3, 'year'),
    row('test.uncited', 1, 'text', { citation: ' ' }),
    row('test.places', 12, 'unit'),
    row('test.closes', '2026-06-30', 'date'),
    row('test.tariff', 500, 'rupiah-per-m2-day', { validTo: '2026-12-31' }),
    row('test.tariff', 600, 'rupiah-per-m2-day', { validFrom: '2027-01-01' }),
    row('test.cleaning-rate', 100, 'rupiah-per-m2'),
  ]
  return { ...parts, rules: [...parts.rules, ...ownRules], formulas: new Map([...parts.formulas, ...kioskFormulas]) }
}
