import { sql } from 'kysely'
import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Answers, RegisterCheck } from '#modules/services/index.ts'
import { listStallsFor } from './stall-facts.ts'

const say = {
  free: { id: 'kosong menurut register kios', en: 'free by the register of stalls' },
  mine: { id: 'kios pemohon sendiri', en: 'the applicant’s own stall' },
  taken: { id: 'sekarang dipakai pedagang lain', en: 'held by another trader now' },
  fresh: { id: 'belum ada persetujuan atas tanah ini', en: 'no approval for this land yet' },
  again: { id: 'ada persetujuan yang masih berlaku atas tanah ini', en: 'an approval for this land still holds' },
  newBusiness: { id: 'NIB dan KBLI ini belum bersertifikat', en: 'no certificate for this NIB and KBLI yet' },
  certified: { id: 'NIB dan KBLI ini sudah bersertifikat', en: 'this NIB and KBLI are certified already' },
}

/** Whether the stall is still to be had: another may have signed since the application. */
export async function stallChecks(
  tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  personId: string,
): Promise<RegisterCheck[]> {
  const today = dayOf(systemClock.now(), tenant.profile.zone).toString()
  const stall = (await listStallsFor(db, personId, today)).find((each) => each.code === answers['stallCode'])
  const standing = stall?.standing ?? 'taken'
  return [{ field: 'stallCode', tone: standing === 'taken' ? 'late' : 'good', say: say[standing] }]
}

/** Whether the land carries an approval already. */
export async function buildingChecks(_tenant: Tenant, db: AnyHandle, answers: Answers): Promise<RegisterCheck[]> {
  const { rows } = await sql`select 1 from licensing.approval where kind = 'building-approval' and ended_on is null
    and details ->> 'landNumber' = ${String(answers['landNumber'] ?? '')} limit 1`.execute(db)
  const holds = rows.length > 0
  return [{ field: 'landNumber', tone: holds ? 'soon' : 'good', say: holds ? say.again : say.fresh }]
}

/** Whether the business has a certificate for this KBLI already. */
export async function certificateChecks(_tenant: Tenant, db: AnyHandle, answers: Answers): Promise<RegisterCheck[]> {
  const { rows } = await sql`select 1 from licensing.approval where kind = 'standard-certificate' and ended_on is null
    and details ->> 'nib' = ${String(answers['nib'] ?? '')} and details ->> 'kbli' = ${String(answers['kbli'] ?? '')}
    limit 1`.execute(db)
  const holds = rows.length > 0
  return [{ field: 'nib', tone: holds ? 'soon' : 'good', say: holds ? say.certified : say.newBusiness }]
}
