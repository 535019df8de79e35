import { sql } from 'kysely'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { getRule } from '#modules/rules/index.ts'
import { ownRegion, returnRules } from '../queries/law.ts'

/** So many months or neighbours say what is usual; fewer say nothing. */
export const fewestCompared = 3

/**
 * Marks the returns of a month whose turnover is far below the months before, the same month last year, or the median of its
 * kind for its size. Run again it marks the same.
 */
export const compareMonth = command({
  name: 'tax-returns.compare-month',
  event: 'tax-returns.month-compared.v1',
  access: systemOnly,
  input: z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) }),
  async run(tx, { month: text }, context) {
    const month = Temporal.PlainYearMonth.from(text).toPlainDate({ day: 1 })
    const rule = await getRule(tx, returnRules.low, await ownRegion(tx), month)
    const low = String(rule.value)
    const day = month.toString()
    const { rows } = await sql<{ id: string }>`
      with filed as (
        select id, object_id, tax, size, turnover, flags from tax_returns.return
        where month = ${day}::date and version > 0 and state <> 'void'
      ), usual as (
        select tax, percentile_cont(0.5) within group (order by turnover / size)::numeric as median from filed
        where size is not null group by tax having count(*) >= ${fewestCompared}
      ), judged as (
        select f.id, f.flags as before, array_remove(array[
          case when f.turnover < ${low}::numeric * (
            select avg(e.turnover) from tax_returns.return e where e.object_id = f.object_id and e.version > 0
              and e.month < ${day}::date and e.month >= ${day}::date - interval '12 months'
            having count(*) >= ${fewestCompared}) then 'own' end,
          case when f.turnover < ${low}::numeric * (
            select e.turnover from tax_returns.return e where e.object_id = f.object_id and e.version > 0
              and e.month = ${day}::date - interval '12 months') then 'last-year' end,
          case when f.turnover / f.size < ${low}::numeric * u.median then 'peers' end
        ], null) as flags from filed f left join usual u on u.tax = f.tax
      )
      update tax_returns.return r set flags = j.flags, updated_at = ${context.now.toString()}::timestamptz
      from judged j where r.id = j.id and j.flags is distinct from j.before returning r.id`.execute(tx)
    return {
      result: rows.length,
      event:
        rows.length === 0 ? undefined : { subject: { type: 'tax-month', id: text }, payload: { marked: rows.length } },
    }
  },
})
