import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { addMember } from '../commands/members.ts'
import { registerPartner } from '../commands/partners.ts'
import type { PartnerKind } from '../domain.ts'

interface DemoPartner {
  readonly name: string
  readonly kind: PartnerKind
  readonly territoryCode: string
  readonly contact: string
}

export const demoMidwifery = 'Praktik Mandiri Bidan Yakomina Waromi'
const demoPartners: readonly DemoPartner[] = [
  { name: 'RSUD Arunika', kind: 'hospital', territoryCode: '', contact: 'Rahadian Surya' },
  { name: demoMidwifery, kind: 'midwife', territoryCode: '99.01.06', contact: 'Yakomina Waromi' },
  { name: 'KUA Kecamatan Mekarsari', kind: 'religious-office', territoryCode: '99.01.02', contact: 'Ahmad Fauzan' },
  { name: 'Pengadilan Agama Arunika', kind: 'court', territoryCode: '', contact: 'Lestari Widyaningrum' },
  { name: 'SMP Negeri 1 Mekarsari', kind: 'school', territoryCode: '99.01.02', contact: 'Gita Maheswari' },
  { name: 'Bank Kencana', kind: 'bank', territoryCode: '', contact: 'Edwin Halomoan' },
  { name: 'UPT Pemakaman Arunika', kind: 'funeral-service', territoryCode: '', contact: 'Karyadi Santosa' },
]

/**
 * Organisations that work with the region, and the midwife who reports for hers.
 * @returns ids by name
 */
export async function loadDemoPartners(options: {
  readonly tenant: Tenant
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  readonly midwifeNik: string
}): Promise<ReadonlyMap<string, string>> {
  const { tenant, now, today } = options
  const clock = new FixedClock(now.subtract({ hours: 24 * 60 }).toString())
  const actor: Actor = { kind: 'system', name: 'Yusuf Maulana', grants: [] }
  const run = <I, R>(what: Command<I, R>, input: unknown): Promise<R> =>
    runCommand(what, input, { tenant, actor, clock })
  const ids = new Map<string, string>()
  for (const [index, partner] of demoPartners.entries()) {
    const id = await run(registerPartner, {
      name: partner.name,
      kind: partner.kind,
      territoryCode: partner.territoryCode,
      agreement: `119/${String(index + 11).padStart(3, '0')}/PKS/${today.year}`,
      agreementUntil: `${today.year + 2}-12-31`,
      contactName: partner.contact,
      contactPhone: `0812 0000 01${String(index).padStart(2, '0')}`,
      contactEmail: `mitra${index + 1}@lembaga.example`,
    })
    ids.set(partner.name, id)
  }
  const partnerId = ids.get(demoMidwifery)
  await run(addMember, { partnerId, nik: options.midwifeNik, permissions: ['notices.report'] })
  return ids
}
