import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { loadDemoNotices } from '#modules/notices/demo/load-notices.ts'
import { demoMidwifery, loadDemoPartners as loadPartners } from '#modules/partners/demo/load-partners.ts'
import { findPersonByNik } from '#modules/people/index.ts'
import { demoBirths, demoPeople } from './known-people.ts'

/** Organisations that work with the region, and births that the midwife told of. @returns number of partners */
export async function loadDemoPartners(options: {
  readonly tenant: Tenant
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
}): Promise<number> {
  const { tenant, now, today } = options
  const midwife = await findPersonByNik(tenant, tenant.pools.read, demoPeople.yakomina.nik)
  if (!midwife) return 0
  const ids = await loadPartners({ tenant, now, today, midwifeNik: demoPeople.yakomina.nik })
  await loadDemoNotices({
    tenant,
    now,
    midwife,
    partnerId: ids.get(demoMidwifery) as string,
    births: demoBirths.slice(4, 7).map(({ mother, birth }) => ({
      motherNik: mother.nik,
      motherName: mother.name,
      sex: birth.sex,
      bornOn: today.subtract({ days: birth.daysAgo }).toString(),
      letterNumber: birth.letterNumber || '-/SKL',
    })),
  })
  return ids.size
}
