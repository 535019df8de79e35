import pg from 'pg'
import { FixedClock } from '#kernel/clock/clock.ts'
import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { newId } from '#kernel/ids.ts'
import { canonicalJson } from '#kernel/journal/journal.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { education } from '#modules/education/module.ts'
import { licensing } from '#modules/licensing/module.ts'
import { permissionCatalogue } from '#modules/organization/index.ts'
import { population } from '#modules/population/module.ts'
import { seedRules } from '#modules/rules/index.ts'
import { shippedServices } from '#services/index.ts'
import type { Answers } from '../../definition/expressions.ts'
import { readCaseRules } from '../../flow/case-rules.ts'
import { caseAnswersContext, caseKnownContext, caseReadableContext } from '../../flow/facts.ts'
import { services } from '../../module.ts'
import { publicFaceRoutes } from '../public-face.ts'

/** The public pages of all shipped services over their law, with cases written straight into the tables. */
export interface PublicPlace extends TestTenant {
  readonly server: TestServer
  readonly clock: FixedClock
  readonly unitId: string
  readonly rows: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  addCase(given: GivenCase): Promise<string>
}

interface GivenCase {
  readonly serviceId: string
  readonly version?: number
  readonly state: string
  readonly answers?: Answers
  readonly name?: string
  readonly submittedAt: string
  readonly promisedAt?: string
  readonly closedAt?: string
  readonly result?: 'granted' | 'refused'
  readonly papers?: readonly [asked: number, known: number]
  readonly heldSpans?: readonly (readonly [string, string])[]
}

export async function publicPlace(now: string): Promise<PublicPlace> {
  const place = await testTenant()
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await seedRules(owner)
  for (const service of shippedServices) {
    await owner.query(
      `insert into services.definition (service_id, version, slug, body, hash, valid_from) values ($1, $2, $3, $4, sha256($5), $6)`,
      [service.id, service.version, service.slug, canonicalJson(service), service.id, service.validFrom],
    )
  }
  await owner.end()
  const rows: PublicPlace['rows'] = async (text, values = []) =>
    (await place.tenant.pools.writePool.query(text, [...values])).rows
  const unitId = newId() as string
  const personId = newId() as string
  await rows(
    `insert into organization.unit (id, path, code, name, short_name, kind, valid_from)
     values ($1, 'disdik', 'disdik', 'Dinas Pendidikan', 'Disdik', 'agency', '2000-01-01')`,
    [unitId],
  )
  await rows(
    `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
       occupation, marital_status, family_relation)
     values ($1, $2, $2, 'Arka Prasetyo', 'male', 'Sukamaju', '2008-05-04', 'Islam', 'SMA', 'Pelajar', 'single', 'child')`,
    [personId, Buffer.from(personId)],
  )
  for (const module of [services, population, licensing, education]) {
    for (const provision of module.provides ?? []) provision.install()
  }
  provide(permissionCatalogue, 'services', services.permissions).install()
  const clock = new FixedClock(now)
  const face = defineModule({
    name: 'services',
    routes: publicFaceRoutes,
    commands: services.commands,
    permissions: services.permissions,
  })
  const server = await testServer({ ...place, modules: [face], clock })
  let number = 0
  return {
    ...place,
    server,
    clock,
    unitId,
    rows,
    async addCase(given) {
      const id = newId() as string
      number += 1
      const { cipher, pools } = place.tenant
      const definition = shippedServices.find((service) => service.id === given.serviceId)
      const day = Temporal.PlainDate.from(given.submittedAt.slice(0, 10))
      const rules = definition ? await readCaseRules(pools.read, definition, '99.01', day) : []
      await rows(
        `insert into services.case (id, number, service_id, version, state, unit_id, unit_path, serving_path,
           territory_code, applicant_person_id, applicant_name, subject_name, answers, readable, known, fee_amount,
           papers_asked, papers_known, submitted_at, promised_at, first_promised_at, entered_at, held_spans, closed_at, result, rules)
         values ($1, $2, $3, $4, $5, $6, 'disdik', 'disdik', '99.01', $7, $8, $8, $9, $10, $11, 0, $12, $13, $14, $15, $15,
           $14, $16, $17, $18, $19)`,
        [
          id,
          `2026/UJ/${String(number).padStart(6, '0')}`,
          given.serviceId,
          given.version ?? 1,
          given.state,
          unitId,
          personId,
          given.name ?? 'Arka Prasetyo',
          cipher.sealJson(given.answers ?? {}, caseAnswersContext),
          cipher.sealJson({}, caseReadableContext),
          cipher.sealJson({}, caseKnownContext),
          given.papers?.[0] ?? 0,
          given.papers?.[1] ?? 0,
          given.submittedAt,
          given.promisedAt ?? '2027-06-01T09:00:00Z',
          JSON.stringify(given.heldSpans ?? []),
          given.closedAt ?? null,
          given.result ?? null,
          JSON.stringify(rules),
        ],
      )
      return id
    },
    async close() {
      await server.close()
      await place.close()
    },
  }
}
