import pg from 'pg'
import { systemActor } from '#kernel/access/access.ts'
import { dayOf, type Zone } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import type { Config } from '#kernel/config.ts'
import { newId } from '#kernel/ids.ts'
import { publicOrigin } from '#kernel/tenancy/public-origin.ts'
import { readProfile, type Tenant, writeProfile } from '#kernel/tenancy/tenants.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { countRegister } from '#modules/demography/index.ts'
import { loadDemoItem } from '#modules/field-counter/demo/load-item.ts'
import { loadDemoLetters } from '#modules/letters/demo/load-letters.ts'
import { loadDemoStalls } from '#modules/licensing/demo/load-stalls.ts'
import { loadDemoOrganization } from '#modules/organization/demo/load-organization.ts'
import { dayNumber } from '#modules/people/demo/days.ts'
import { loadDemoDeskWork } from '#modules/people/demo/load-desk-work.ts'
import { loadDemoPeople } from '#modules/people/demo/load-people.ts'
import { findPersonByNik } from '#modules/people/index.ts'
import { loadRegionalHolidays } from '#modules/rules/demo/load-regional-holidays.ts'
import { getCalendar } from '#modules/rules/index.ts'
import { publishCopies } from '#modules/services/demo/copies.ts'
import { loadDemoCases } from '#modules/services/demo/load-cases.ts'
import { loadDemoWalks } from '#modules/services/demo/load-walks.ts'
import { findServiceBySlug, listServices } from '#modules/services/index.ts'
import { loadDemoTemplates } from '#modules/templates/demo/load-templates.ts'
import { loadDemoNeighbourhoods } from '#modules/territory/demo/load-neighbourhoods.ts'
import { loadDemoTerritory } from '#modules/territory/demo/load-territory.ts'
import { demoDistricts, demoStreets, demoVillages } from '#modules/territory/demo/places.ts'
import { loadDemoAccounts } from './accounts.ts'
import { fillBooks } from './fill-books.ts'
import { fillTaxes } from './fill-taxes.ts'
import { demoPeople } from './known-people.ts'
import { loadDemoPartners } from './load-partners.ts'
import { taxHolders } from './tax-holders.ts'

export interface DemoOptions {
  readonly tenant: Tenant
  /** Connection of the owner: loading goes past the rights of the application. */
  readonly ownerUrl: string
  readonly config: Config
  /** About how many people live in the region: 6,000 for a first look, up to 1,000,000. */
  readonly people: number
  /** Applications of the last fourteen months; one for twelve people when left out. */
  readonly cases?: number | undefined
  /** Services over which they are spread, for measuring: copies of the birth certificate. */
  readonly services?: number | undefined
  /** Applications of each other service, walked through the commands. */
  readonly walks?: number | undefined
  /** The same seed and the same day give the same region. */
  readonly seed: string
  readonly now: Temporal.Instant
  readonly onProgress?: ((step: string, rows: number) => void) | undefined
}

export interface DemoContext extends DemoOptions {
  readonly owner: pg.Client
  /** Today in the region. */
  readonly today: Temporal.PlainDate
}

/** One part of the demo, in one transaction; skipped when its own table already has rows. */
export interface DemoStep {
  readonly name: string
  /** SQL that gives a row when the step was done before. */
  readonly done: string
  /** @returns number of rows */
  run(context: DemoContext): Promise<number>
}

/** Applications of each service that is not loaded in bulk. */
const casesOfEachService = 3

const zone: Zone = 'Asia/Jakarta'

/** In order: each may read what earlier ones wrote. Further modules add their step here. */
export const demoSteps: readonly DemoStep[] = [
  {
    // First, for letters that the demo issues name the region.
    name: 'profile',
    done: 'select 1 from kernel.tenant_profile where is_demo',
    run: nameRegion,
  },
  {
    name: 'territory',
    done: `select 1 from territory.area where code = '99.01'`,
    run: ({ owner, seed }) => loadDemoTerritory(owner, seed),
  },
  {
    name: 'people',
    done: 'select 1 from people.person limit 1',
    run: ({ owner, tenant, seed, people, today, onProgress }) =>
      loadDemoPeople({
        owner,
        tenant,
        seed,
        people,
        today: dayNumber(today.toString()),
        villages: demoVillages.map((village) => ({ ...village, streets: demoStreets(village) })),
        onRows: (rows) => onProgress?.('people', rows),
      }),
  },
  {
    name: 'neighbourhoods',
    done: 'select 1 from territory.neighbourhood limit 1',
    run: ({ owner, seed }) => loadDemoNeighbourhoods(owner, seed),
  },
  {
    name: 'organization',
    done: 'select 1 from organization.unit limit 1',
    run: ({ owner, tenant, seed, today }) =>
      loadDemoOrganization({ owner, tenant, seed, today, districts: demoDistricts }),
  },
  {
    name: 'stalls',
    done: 'select 1 from licensing.stall limit 1',
    run: ({ owner, seed, today, now }) =>
      loadDemoStalls(owner, { seed, today, newId: () => newId(now.epochMilliseconds) }),
  },
  {
    name: 'holidays',
    done: `select 1 from rules.holiday where region = '99.01'`,
    run: ({ owner }) => loadRegionalHolidays(owner),
  },
  {
    name: 'accounts',
    done: 'select 1 from accounts.account limit 1',
    run: ({ tenant }) => loadDemoAccounts(tenant),
  },
  {
    name: 'partners',
    done: 'select 1 from partners.partner limit 1',
    run: ({ tenant, now, today }) => loadDemoPartners({ tenant, now, today }),
  },
  {
    name: 'cases',
    done: 'select 1 from services.case limit 1',
    run: async ({ owner, tenant, seed, now, people, cases, services }) => {
      const definition = await findServiceBySlug(tenant.pools.read, 'akta-kelahiran', dayOf(now, zone).toString())
      if (!definition) throw new Error('the birth service is not published')
      const calendar = await getCalendar(tenant, tenant.pools.read, '99.01')
      const definitions = [definition, ...(await publishCopies(owner, definition, (services ?? 1) - 1))]
      const count = cases ?? Math.ceil(people / 12)
      return loadDemoCases({ owner, tenant, definitions, calendar, seed, now, count })
    },
  },
  {
    // Before the services: some of them are about taxpayers and assessments.
    name: 'local-tax',
    done: 'select 1 from local_tax.taxpayer limit 1',
    run: async (load) => (load.walks === 0 ? 0 : fillTaxes(load)),
  },
  {
    name: 'books',
    done: 'select 1 from billing.statement_source limit 1',
    run: async (load) => (load.walks === 0 ? 0 : fillBooks(load)),
  },
  {
    name: 'services',
    done: `select 1 from services.case where service_id <> 'birth-certificate' limit 1`,
    run: async ({ tenant, config, seed, now, services, walks }) => {
      if (services || walks === 0) return 0
      const all = await listServices(tenant.pools.read, dayOf(now, zone).toString())
      const definitions = all.filter((definition) => definition.id !== 'birth-certificate')
      const origin = publicOrigin(tenant, config)
      const count = walks ?? casesOfEachService
      return loadDemoWalks({ tenant, definitions, seed, now, origin, count, holders: await taxHolders(tenant) })
    },
  },
  {
    name: 'census',
    done: 'select 1 from demography.census limit 1',
    run: async ({ tenant, now }) => {
      const clock = { now: () => now }
      return (await runCommand(countRegister, {}, { tenant, actor: systemActor('demography.count'), clock })).people
    },
  },
  {
    name: 'desk-work',
    done: 'select 1 from people.duplicate_candidate limit 1',
    run: async ({ tenant, now, today, walks }) =>
      walks === 0 ? 0 : loadDemoDeskWork({ tenant, now, today, reader: await counterOfficer(tenant) }),
  },
  {
    name: 'field-counter',
    done: 'select 1 from field_counter.item limit 1',
    run: async ({ tenant, owner, now, walks }) => {
      if (walks === 0) return 0
      const officer = await counterOfficer(tenant)
      const { rows } = await owner.query<{ number: string }>(
        `select number from services.case where service_id = 'birth-certificate' and closed_at is null order by submitted_at desc limit 1`,
      )
      return officer && rows[0] ? loadDemoItem({ tenant, now, officer, otherFile: rows[0].number }) : 0
    },
  },
  {
    name: 'templates',
    done: 'select 1 from templates.template where not is_built_in',
    run: ({ tenant, now }) => loadDemoTemplates({ tenant, now }),
  },
  {
    name: 'letters',
    done: 'select 1 from letters.letter limit 1',
    run: async ({ tenant, config, now, services }) =>
      services ? 0 : loadDemoLetters({ tenant, now, origin: publicOrigin(tenant, config) }),
  },
]

/** Bagas of the counter in Mekarsari: whose readings and whose tablet the desks ask about. */
async function counterOfficer(tenant: Tenant) {
  const { nik, name } = demoPeople.bagas
  const person = await findPersonByNik(tenant, tenant.pools.read, nik)
  const account = person && (await accountForPerson(tenant.pools.read, person.id, 'staff'))
  if (!account) return undefined
  const unitPath = 'disdukcapil.upt-mekarsari'
  return { accountId: account.id, name, label: `${name}, Petugas Loket`, unitPath }
}

/**
 * Fills an empty region with the invented Kabupaten Arunika. Steps that were done before are skipped, so
 * a load that was interrupted can be started again.
 * @returns rows written, by step
 */
export async function loadDemo(options: DemoOptions): Promise<Record<string, number>> {
  const owner = new pg.Client({ connectionString: options.ownerUrl, application_name: 'balai-demo' })
  await owner.connect()
  const context: DemoContext = { ...options, owner, today: dayOf(options.now, zone) }
  const written: Record<string, number> = {}
  try {
    for (const step of demoSteps) {
      if ((await owner.query(step.done)).rowCount) continue
      const rows = await step.run(context)
      written[step.name] = rows
      options.onProgress?.(step.name, rows)
    }
  } finally {
    await owner.end()
  }
  return written
}

async function nameRegion({ owner, tenant }: DemoContext): Promise<number> {
  await writeProfile(owner, {
    name: 'Pemerintah Kabupaten Arunika',
    shortName: 'Kabupaten Arunika',
    motto: 'Semua layanan, satu balai',
    zone,
    accent: '#0d5a4d',
    accentDeep: '#083c34',
    accentWash: '#e9f1ec',
    isDemo: true,
  })
  tenant.profile = await readProfile(tenant.pools)
  return 1
}
