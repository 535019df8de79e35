import type { Logger } from 'pino'
import { type Clock, systemClock } from '#kernel/clock/clock.ts'
import type { Config } from '#kernel/config.ts'
import { pendingMigrations } from '#kernel/db/migrate.ts'
import { compose } from '#kernel/define/compose.ts'
import { provide } from '#kernel/define/extension-point.ts'
import type { ModuleManifest } from '#kernel/define/module.ts'
import { PageCache } from '#kernel/http/page-cache.ts'
import { buildServer } from '#kernel/http/server.ts'
import { listenForInvalidation } from '#kernel/jobs/invalidation.ts'
import { startWorker } from '#kernel/jobs/worker.ts'
import { maintenance } from '#kernel/maintenance.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { sessionSourceAt, staffLanding } from '#modules/accounts/index.ts'
import { accounts } from '#modules/accounts/module.ts'
import { billing } from '#modules/billing/module.ts'
import { billingPaths } from '#modules/billing/paths.ts'
import { credentials } from '#modules/credentials/module.ts'
import { demography } from '#modules/demography/module.ts'
import { documents } from '#modules/documents/module.ts'
import { education } from '#modules/education/module.ts'
import { fieldCounter } from '#modules/field-counter/module.ts'
import { letters } from '#modules/letters/module.ts'
import { licensing } from '#modules/licensing/module.ts'
import { localTax } from '#modules/local-tax/module.ts'
import { localTaxPaths } from '#modules/local-tax/paths.ts'
import { messaging } from '#modules/messaging/module.ts'
import { nationalRegister } from '#modules/national-register/module.ts'
import { notices } from '#modules/notices/module.ts'
import { adminNav, permissionCatalogue } from '#modules/organization/index.ts'
import { organization } from '#modules/organization/module.ts'
import { oversight } from '#modules/oversight/module.ts'
import { withPartners } from '#modules/partners/index.ts'
import { partners } from '#modules/partners/module.ts'
import { people } from '#modules/people/module.ts'
import { population } from '#modules/population/module.ts'
import { populationImport } from '#modules/population-import/module.ts'
import { portal } from '#modules/portal/module.ts'
import { registers } from '#modules/registers/module.ts'
import { rules } from '#modules/rules/module.ts'
import { publicPages } from '#modules/services/index.ts'
import { services } from '#modules/services/module.ts'
import { migrationSources } from '#modules/sources.ts'
import { calculators } from '#modules/tax/index.ts'
import { tax } from '#modules/tax/module.ts'
import { taxPaths } from '#modules/tax/paths.ts'
import { taxReturns } from '#modules/tax-returns/module.ts'
import { templates } from '#modules/templates/module.ts'
import { territory } from '#modules/territory/module.ts'
import { vouching } from '#modules/vouching/module.ts'

import { presentation } from './presentation.tsx'
import { look } from './ui-routes.tsx'

/** The whole program, in map order. */
export const modules: readonly ModuleManifest[] = [
  territory,
  rules,
  people,
  organization,
  accounts,
  partners,
  messaging,
  nationalRegister,
  registers,
  documents,
  templates,
  letters,
  billing,
  tax,
  notices,
  services,
  population,
  populationImport,
  fieldCounter,
  vouching,
  credentials,
  demography,
  licensing,
  education,
  localTax,
  taxReturns,
  oversight,
  portal,
  look,
  maintenance,
]

export const subscribers = compose(modules)
for (const module of modules) provide(permissionCatalogue, module.name, module.permissions).install()
// The register lies below accounts in the map, so its desk is named here.
provide(staffLanding, 'people', {
  label: { id: 'Register penduduk', en: 'Population register' },
  permission: 'people.read',
  path: '/register',
  order: 30,
}).install()

// Calculators know nothing of services, below which they lie.
provide(
  publicPages,
  'tax',
  calculators.map(({ kind, title, lead, words }) => ({
    title,
    summary: lead,
    href: taxPaths.calculator(kind),
    keywords: ['hitung', 'kalkulator', ...(words?.split(' ') ?? [])],
  })),
).install()
provide(publicPages, 'checks', [
  {
    title: { id: 'Cek PBB', en: 'Check property tax' },
    summary: {
      id: 'Lihat dengan NOP apakah PBB sudah lunas dan berapa yang harus dibayar hari ini.',
      en: 'See by NOP whether the property tax is paid, and what is owed today.',
    },
    href: localTaxPaths.check,
    keywords: ['pajak bumi dan bangunan', 'NOP', 'SPPT', 'tunggakan PBB', 'bayar PBB'],
  },
  {
    title: { id: 'Cek tagihan', en: 'Check a bill' },
    summary: {
      id: 'Cari tagihan dengan kode bayar, NPWPD, atau nomor lain yang tertulis padanya.',
      en: 'Find a bill by its code, NPWPD or another number written on it.',
    },
    href: billingPaths.check,
    keywords: ['kode bayar', 'NPWPD', 'bayar pajak', 'bayar retribusi'],
  },
  {
    title: { id: 'Lapor pajak bulanan (SPTPD)', en: 'File a monthly tax return (SPTPD)' },
    summary: {
      id: 'Laporan omzet restoran, hotel, parkir, dan hiburan, dengan pajaknya dihitung dan tagihannya langsung terbit.',
      en: 'Turnover of restaurants, hotels, parking and entertainment, with its tax computed and billed at once.',
    },
    href: localTaxPaths.ownReturns,
    keywords: ['SPTPD', 'PBJT', 'pajak restoran', 'pajak hotel', 'pajak parkir', 'pajak hiburan', 'omzet'],
  },
]).install()

provide(adminNav, 'territory', {
  label: { id: 'RT dan RW', en: 'Neighbourhoods' },
  href: '/admin/rt-rw',
  permission: 'territory.read-neighbourhoods',
  order: 35,
}).install()

export interface AppOptions {
  readonly config: Config
  readonly tenants: readonly Tenant[]
  readonly log: Logger
  readonly clock?: Clock | undefined
  /** False for a process that only answers requests; jobs then run elsewhere. */
  readonly withJobs: boolean
  /** Of jobs that run in a process beside this one. */
  readonly areJobsAlive?: () => boolean
}

/** A running program: its server and, unless told otherwise, its jobs. */
export async function startApp(options: AppOptions) {
  const { config, tenants, log } = options
  const clock = options.clock ?? systemClock
  const caches = new Map(tenants.map((tenant) => [tenant.id, new PageCache()]))
  const listeners = tenants.map((tenant) => listenForInvalidation(tenant, caches.get(tenant.id) as PageCache))
  const onCommit = (tenant: Tenant, tags: readonly string[]) => caches.get(tenant.id)?.drop(tags)
  const workers = options.withJobs
    ? await Promise.all(
        tenants.map((tenant) => startWorker(tenant, { config, modules, clock, log, subscribers, onCommit })),
      )
    : []
  const server = await buildServer({
    config,
    tenants,
    modules,
    sessions: withPartners(sessionSourceAt(clock), clock),
    presentation,
    clock,
    log,
    subscribers,
    caches,
    isReady: () =>
      findFaults(tenants, () => workers.every((one) => one.isAlive()) && (options.areJobsAlive?.() ?? true)),
  })
  return {
    server,
    async stop() {
      await server.close()
      await Promise.all([...workers.map((worker) => worker.stop()), ...listeners.map((listener) => listener.stop())])
    },
  }
}

/** Why this process cannot serve now, by part; empty when it can. */
async function findFaults(tenants: readonly Tenant[], areJobsAlive: () => boolean): Promise<Record<string, string>> {
  const faults: Record<string, string> = {}
  for (const tenant of tenants) {
    try {
      const pending = await pendingMigrations(tenant.pools.writePool, migrationSources)
      if (pending) faults[`${tenant.id}:structure`] = `${pending} migrations wait`
    } catch (error) {
      faults[`${tenant.id}:database`] = error instanceof Error ? error.message : String(error)
    }
  }
  if (!areJobsAlive()) faults['jobs'] = 'the job runner stopped'
  return faults
}
