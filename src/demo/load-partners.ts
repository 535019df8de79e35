import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { reportByMember } from '#modules/notices/commands/report-event.ts'
import { addMember } from '#modules/partners/commands/members.ts'
import { registerPartner } from '#modules/partners/commands/partners.ts'
import type { PartnerKind } from '#modules/partners/index.ts'
import { findPersonByNik } from '#modules/people/index.ts'
import { demoBirths, demoPeople, type UnregisteredBirth } from './known-people.ts'

interface DemoPartner {
  readonly name: string
  readonly kind: PartnerKind
  readonly territoryCode: string
  readonly contact: string
}

const midwifery = 'Praktik Mandiri Bidan Yakomina Waromi'
const demoPartners: readonly DemoPartner[] = [
  { name: 'RSUD Arunika', kind: 'hospital', territoryCode: '', contact: 'Rahadian Surya' },
  { name: midwifery, kind: 'midwife', territoryCode: '99.01.06', contact: 'Yakomina Waromi' },
  { name: 'KUA Kecamatan Mekarsari', kind: 'religious-office', territoryCode: '99.01.02', contact: 'Ahmad Fauzan' },
  { name: 'Pengadilan Agama Arunika', kind: 'court', territoryCode: '', contact: 'Lestari Widyaningrum' },
  { name: 'SMP Negeri 1 Mekarsari', kind: 'school', territoryCode: '99.01.02', contact: 'Gita Maheswari' },
  { name: 'Bank Kencana', kind: 'bank', territoryCode: '', contact: 'Edwin Halomoan' },
  { name: 'UPT Pemakaman Arunika', kind: 'funeral-service', territoryCode: '', contact: 'Karyadi Santosa' },
]

/** Births that the midwife tells of: one of a mother with a wrong NIK, so that an officer has something to look for. */
const reported = demoBirths.slice(4, 7)

/**
 * Organisations that work with the region, a midwife who reports, and what she reported.
 * @returns number of partners
 */
export async function loadDemoPartners(options: {
  readonly tenant: Tenant
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
}): Promise<number> {
  const { tenant, now, today } = options
  const clock = new FixedClock(now.subtract({ hours: 24 * 60 }).toString())
  const keeper: Actor = { kind: 'system', name: 'Yusuf Maulana', grants: [] }
  const run = <I, R>(what: Command<I, R>, input: unknown, actor: Actor = keeper): Promise<R> =>
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
  const partnerId = ids.get(midwifery) as string
  const midwife = await findPersonByNik(tenant, tenant.pools.read, demoPeople.yakomina.nik)
  if (!midwife) return ids.size
  await run(addMember, { partnerId, nik: demoPeople.yakomina.nik, permissions: ['notices.report'] })
  const actor: Actor = { kind: 'citizen', personId: midwife.id, name: midwife.fullName, grants: [] }
  for (const [index, { mother, birth }] of reported.entries()) {
    clock.set(now.subtract({ hours: 5 * (reported.length - index) }).toString())
    const isWrong = index === 1
    await run(
      reportByMember,
      {
        partnerId,
        kind: 'birth',
        reference: `PMB-YW/${today.year}/${String(index + 31).padStart(3, '0')}`,
        details: reportOf(isWrong ? `${mother.nik.slice(0, 15)}9` : mother.nik, mother.name, birth, today),
      },
      actor,
    )
  }
  return ids.size
}

function reportOf(nik: string, name: string, birth: UnregisteredBirth, today: Temporal.PlainDate) {
  return {
    motherNik: nik,
    motherName: name,
    sex: birth.sex,
    bornOn: today.subtract({ days: birth.daysAgo }).toString(),
    bornTime: '04:15',
    birthPlace: 'Arunika',
    birthKind: 'single',
    childOrder: '1',
    weight: '3.1',
    attendant: 'Yakomina Waromi, Amd.Keb.',
    letterNumber: birth.letterNumber || '-/SKL',
  }
}
