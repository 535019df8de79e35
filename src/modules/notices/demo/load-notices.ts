import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { reportByMember } from '../commands/report-event.ts'

export interface DemoNotice {
  readonly motherNik: string
  readonly motherName: string
  readonly sex: 'male' | 'female'
  /** ISO day. */
  readonly bornOn: string
  readonly letterNumber: string
}

/** Births that a midwife tells of; one of a mother with a wrong NIK, so that an officer has something to look for. */
export async function loadDemoNotices(options: {
  readonly tenant: Tenant
  readonly now: Temporal.Instant
  readonly partnerId: string
  readonly midwife: { readonly id: string; readonly fullName: string }
  readonly births: readonly DemoNotice[]
}): Promise<number> {
  const { tenant, now, partnerId, midwife, births } = options
  const actor: Actor = { kind: 'citizen', personId: midwife.id, name: midwife.fullName, grants: [] }
  const year = now.toZonedDateTimeISO(tenant.profile.zone).year
  for (const [index, birth] of births.entries()) {
    const clock = new FixedClock(now.subtract({ hours: 5 * (births.length - index) }).toString())
    const motherNik = index === 1 ? `${birth.motherNik.slice(0, 15)}9` : birth.motherNik
    const details = {
      ...birth,
      motherNik,
      bornTime: '04:15',
      birthPlace: 'Arunika',
      birthKind: 'single',
      childOrder: '1',
      weight: '3.1',
      attendant: `${midwife.fullName}, Amd.Keb.`,
    }
    const reference = `PMB-YW/${year}/${String(index + 31).padStart(3, '0')}`
    await runCommand(reportByMember, { partnerId, kind: 'birth', reference, details }, { tenant, actor, clock })
  }
  return births.length
}
