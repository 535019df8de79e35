import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { canonicalJson } from '#kernel/journal/journal.ts'
import { defineService } from './definition/schema.ts'
import { recreationFlow } from './testing-definition-flow.ts'

/** Tests only: a service in which everything happens that people can do with a case. Never shipped. */

const say = (id: string, en = id) => ({ id, en })
const days = (rule: string) => ({ rule, per: 'working-day' as const })

export const recreationPermit = defineService({
  id: 'recreation-permit',
  version: 1,
  validFrom: '2024-01-01',
  slug: 'izin-rekreasi',
  code: 'IR',
  title: say('Izin tempat rekreasi', 'Recreation permit'),
  summary: say('Izin membuka tempat rekreasi.', 'A permit to open a recreation place.'),
  audience: ['citizen', 'business'],
  lifeEvent: 'business',
  keywords: ['rekreasi'],
  unit: 'disdukcapil',
  minutesToFill: 5,
  channels: [say('Di sini', 'Here')],
  products: [say('Surat izin tempat rekreasi', 'Permit')],
  complaints: say('Di loket', 'At the counter'),
  legalBasis: [{ citation: 'Perda contoh 3/2020', about: say('tempat rekreasi', 'recreation') }],
  eligibility: [],
  evidence: {
    allOf: [
      { kind: 'register', known: 'holds(known, "hasFamily")', label: say('Data pemohon', 'Data of the applicant') },
      {
        oneOf: [
          { kind: 'document', field: 'plan', label: say('Denah lokasi', 'Plan') },
          { kind: 'statement', field: 'promise', label: say('Pernyataan tanpa denah', 'Statement') },
        ],
      },
    ],
  },
  known: 'services.applicant-facts',
  form: {
    pages: [
      {
        id: 'usaha',
        title: say('Tempat rekreasi', 'The place'),
        groups: [
          {
            fields: [
              { id: 'name', kind: 'text', label: say('Nama tempat', 'Name') },
              {
                id: 'area',
                kind: 'number',
                min: 1,
                max: 5000,
                measure: 'm2',
                unit: say('m²'),
                label: say('Luas', 'Area'),
              },
              {
                id: 'staff',
                kind: 'table',
                required: 'false',
                label: say('Pekerja', 'Staff'),
                maxItems: 20,
                fields: [
                  { id: 'who', kind: 'name', label: say('Nama', 'Name') },
                  { id: 'nik', kind: 'nik', required: 'false', label: say('NIK') },
                  { id: 'wage', kind: 'money', required: 'false', label: say('Upah', 'Wage') },
                ],
              },
              {
                id: 'plan',
                kind: 'file',
                required: 'false',
                document: 'site-plan',
                label: say('Denah lokasi', 'Plan'),
              },
              {
                id: 'partner',
                kind: 'nik',
                coSigns: true,
                required: 'false',
                label: say('NIK mitra', 'NIK of the partner'),
              },
              {
                id: 'promise',
                kind: 'statement',
                required: 'false',
                label: say('Saya menyatakan lokasi sesuai', 'I state so'),
              },
            ],
          },
        ],
      },
    ],
  },
  subject: 'answers.name',
  territory: 'fact(known, "villageCode")',
  risk: 'answers.area > 1000 ? 6 : 0',
  cost: [{ id: 'fee', label: say('Retribusi luas', 'Fee by area'), rule: 'test.area-fee', times: ['answers.area'] }],
  clock: days('test.ten-days'),
  mandate: { basis: 'KUH Perdata pasal 1792' },
  validity: {
    lasts: { rule: 'test.one-year', per: 'year' },
    renewFrom: { rule: 'test.sixty-days', per: 'calendar-day' },
  },
  flow: recreationFlow,
})

const rules = [
  ['test.one-day', 1, 'working-day'],
  ['test.three-days', 3, 'working-day'],
  ['test.ten-days', 10, 'working-day'],
  ['test.thirty-days', 30, 'calendar-day'],
  ['test.sixty-days', 60, 'calendar-day'],
  ['test.one-year', 1, 'year'],
  ['test.area-fee', 2500, 'rupiah per m2'],
] as const

/** Puts the service and its figures of law into a region. */
export async function publishForTests(owner: Pick<Pool, 'query'>): Promise<void> {
  for (const [key, value, unit] of rules) {
    await owner.query(
      `insert into rules.rule (key, value, unit, title_id, title_en, citation, status, valid_from)
       values ($1, $2, $3, $1, $1, 'Perda contoh 3/2020', 'verified', '2020-01-01')`,
      [key, JSON.stringify(value), unit],
    )
  }
  const body = canonicalJson(recreationPermit)
  await owner.query(
    'insert into services.definition (service_id, version, slug, body, hash, valid_from) values ($1, $2, $3, $4, $5, $6)',
    [
      recreationPermit.id,
      recreationPermit.version,
      recreationPermit.slug,
      body,
      createHash('sha256').update(body).digest(),
      recreationPermit.validFrom,
    ],
  )
}
