import { sql } from 'kysely'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { newId } from '#kernel/ids.ts'
import { listSelfAssessed } from '#modules/local-tax/index.ts'
import { sizeOf } from '../domain.ts'
import { dueDays } from '../queries/law.ts'

/** Objects of one transaction. */
const atOnce = 500

/** Opens a month that is over for the next objects; opened twice it is one. @returns where to go on, undefined at the end */
export const openMonth = command({
  name: 'tax-returns.open-month',
  event: 'tax-returns.month-opened.v1',
  access: systemOnly,
  input: z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), after: z.string().max(40).default('') }),
  async run(tx, { month: text, after }, context) {
    const month = Temporal.PlainYearMonth.from(text)
    const [from, to] = [month.toPlainDate({ day: 1 }), month.toPlainDate({ day: month.daysInMonth })]
    const today = dayOf(context.now, context.tenant.profile.zone)
    if (Temporal.PlainDate.compare(to, today) >= 0) throw new RangeError(`${text} is not over`)
    const objects = await listSelfAssessed(tx, { from, to }, after, atOnce)
    const next = objects.length === atOnce ? objects.at(-1)?.code : undefined
    if (objects.length === 0) return { result: { next, opened: 0 }, event: undefined }
    const due = await dueDays(tx, context.tenant, month)
    const rows = objects.map((object) => ({
      id: newId(context.now.epochMilliseconds) as string,
      object_id: object.id,
      taxpayer_id: object.taxpayerId,
      tax: object.kind,
      object_code: object.code,
      object_name: object.name,
      object_address: object.address,
      village_code: object.villageCode,
      npwpd: object.npwpd,
      owner_name: object.ownerName,
      size: Math.trunc(object.details[sizeOf[object.kind]] ?? 0) || null,
      search_text: [object.code, object.name, object.npwpd, object.ownerName, object.address].join(' ').toLowerCase(),
    }))
    const { rows: opened } = await sql<{ id: string }>`
      insert into tax_returns.return (id, object_id, taxpayer_id, tax, month, object_code, object_name, object_address, village_code,
        npwpd, owner_name, size, search_text, file_due_on, pay_due_on, opened_at, updated_at)
      select id, object_id, taxpayer_id, tax, ${from.toString()}::date, object_code, object_name, object_address, village_code,
        npwpd, owner_name, size, search_text, ${due.file.toString()}::date, ${due.pay.toString()}::date,
        ${context.now.toString()}::timestamptz, ${context.now.toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as item (id uuid, object_id uuid, taxpayer_id uuid, tax text,
        object_code text, object_name text, object_address text, village_code text, npwpd text, owner_name text, size integer,
        search_text text)
      on conflict (object_id, month) do nothing returning id`.execute(tx)
    const count = opened.length
    return {
      result: { next, opened: count },
      event: count === 0 ? undefined : { subject: { type: 'tax-month', id: text }, payload: { opened: count } },
    }
  },
})
