import { createHash, randomUUID } from 'node:crypto'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { localNumber } from '../domain.ts'

interface DemoItemOptions {
  readonly tenant: Tenant
  readonly now: Temporal.Instant
  readonly officer: { readonly accountId: string; readonly name: string; readonly unitPath: string }
  /** A file that reports the same birth already. */
  readonly otherFile: string
}

/** A tablet of a village, and a report from it that waits for a decision: somebody else has reported that birth. */
export async function loadDemoItem({ tenant, now, officer, otherFile }: DemoItemOptions): Promise<number> {
  const [deviceId, itemId] = [randomUUID(), randomUUID()]
  const filled = now.subtract({ hours: 30 }).toString()
  const arrived = now.subtract({ hours: 3 }).toString()
  const reason = {
    text: {
      id: `Peristiwa yang sama sudah dilaporkan dan sedang diproses dengan nomor berkas ${otherFile}.`,
      en: `The same event was reported already and runs under file number ${otherFile}.`,
    },
    caseNumber: otherFile,
    fields: [],
  }
  await tenant.pools.writePool.query(
    `insert into field_counter.device (id, code, name, public_key, unit_id, unit_path, enrolled_by, enrolled_at, last_seen_at)
     select $1, '7KD', 'Tablet Desa Sukamaju', '{}', id, path, $2, $3, $4 from organization.unit where path = $5`,
    [deviceId, officer.name, now.subtract({ hours: 24 * 30 }).toString(), arrived, officer.unitPath],
  )
  const { rowCount } = await tenant.pools.writePool.query(
    `insert into field_counter.item (id, device_id, local_number, account_id, officer, unit_path, service_id, version, state,
       filled_at, queued_at, clock_offset_ms, reported_at, clock_trusted, first_seen_at, settled_at, digest, parts_wanted,
       reason_code, reason)
     select $1, id, $3, $4, $5, unit_path, 'birth-certificate', 1, 'conflict', $6, $6, 0, $6, true, $7, $7, $8, 0, 'same-event', $9
     from field_counter.device where id = $2`,
    [
      itemId,
      deviceId,
      localNumber('7KD', 1),
      officer.accountId,
      officer.name,
      filled,
      arrived,
      createHash('sha256').update(itemId).digest(),
      JSON.stringify(reason),
    ],
  )
  return rowCount ?? 0
}
