import type { AnyHandle } from '#kernel/db/database.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { readStatus } from './queries/status.ts'
import { readSettings } from './settings.ts'

/** Shorter outages nobody needs to read of. */
const spokenOfAfterMinutes = 15

/** What the page of a case says while the national register is away; undefined when there is nothing to say. */
export async function nationalDelay(
  tenant: Tenant,
  db: AnyHandle,
  now: Temporal.Instant,
): Promise<LocalText | undefined> {
  const { mode, numbers } = await readSettings(db)
  if (mode === 'off') return undefined
  const { state, since } = await readStatus(db, now)
  if (state !== 'down' || since.until(now).total('minutes') < spokenOfAfterMinutes) return undefined
  const { zone } = tenant.profile
  const goesOn = {
    id: 'Berkas Anda tetap kami terima dan kerjakan; data dikirim ke pusat begitu sistemnya kembali.',
    en: 'We still take and work on your file; data go to the centre as soon as its system is back.',
  }
  const waits = {
    id: 'Hanya nomor baru (NIK atau nomor KK) yang mungkin menunggu.',
    en: 'Only new numbers (NIK or family card) may have to wait.',
  }
  return {
    id: `Sistem kependudukan nasional tidak dapat dihubungi sejak ${formatMoment(since, 'id', zone)}. ${goesOn.id}${numbers === 'national' ? ` ${waits.id}` : ''}`,
    en: `The national population system cannot be reached since ${formatMoment(since, 'en', zone)}. ${goesOn.en}${numbers === 'national' ? ` ${waits.en}` : ''}`,
  }
}
