import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'

/** Tests and measurements only: the laws of money, read from the tables themselves. */

/** The laws of money; each query counts what breaks one. */
const laws: Readonly<Record<string, ReturnType<typeof sql<Record<string, unknown>>>>> = {
  'every payment is somewhere, whole': sql`select count(*)::int as n from billing.payment y
    where y.amount <> (select sum(p.amount) from billing.placement p where p.payment_id = y.id)`,
  'money on a bill lies on its lines': sql`select count(*)::int as n from billing.placement p where p.state = 'on-bill'
    and p.amount is distinct from (select sum(l.amount) from billing.placement_line l where l.placement_id = p.id)`,
  'no line is paid beyond its principal': sql`select count(*)::int as n from billing.bill_line b where b.amount <
    (select coalesce(sum(l.amount), 0) from billing.placement p join billing.placement_line l on l.placement_id = p.id
     where p.bill_id = b.bill_id and l.position = b.position and l.component = 'principal')`,
  'a bill knows what it received': sql`select count(*)::int as n from billing.bill b where b.received_amount <>
    (select coalesce(sum(p.amount), 0) from billing.placement p where p.bill_id = b.id and p.state <> 'reserved')`,
  'a paid bill has its whole principal': sql`select count(*)::int as n from billing.bill b
    where b.state in ('paid', 'refunding', 'refunded') and b.total_amount <>
    (select coalesce(sum(l.amount), 0) from billing.placement p join billing.placement_line l on l.placement_id = p.id
     where p.bill_id = b.id and l.component = 'principal')`,
  'an open bill has less': sql`select count(*)::int as n from billing.bill b
    where (b.state = 'partly-paid') <> (b.received_amount > 0) and b.state in ('issued', 'partly-paid')`,
  'every entry balances': sql`select count(*)::int as n from (select entry_id from billing.journal_line
    group by entry_id having sum(debit) <> sum(credit)) broken`,
  'the journal stands where the money is': sql`
    with journal as (select account, sum(credit - debit) as amount from billing.journal_line group by account),
    stands as (
      select case when p.state in ('in-suspense', 'reserved') then 'suspense' when p.state = 'refunding' then 'refunds-payable'
        when p.state = 'refunded' then 'cash:kas-daerah'
        when l.beneficiary_id = 'kas-daerah' then 'revenue:' || l.account_code
        else 'due:' || l.beneficiary_id || ':' || l.account_code end as account,
        sum(case when p.state = 'on-bill' then l.amount else p.amount end) as amount
      from billing.placement p left join billing.placement_line l on l.placement_id = p.id and p.state = 'on-bill'
      group by 1
      union all select 'cash:' || channel, -sum(amount) from billing.payment group by channel)
    select count(*)::int as n from journal j full join stands s using (account)
    where coalesce(j.amount, 0) <> coalesce(s.amount, 0)`,
  'a bill is announced as paid once': sql`select count(*)::int as n from (select subject_id from journal.event
    where name = 'billing.bill-paid.v1' group by subject_id having count(*) > 1) twice`,
  'what was paid was announced': sql`select count(*)::int as n from billing.bill b
    where b.state in ('paid', 'refunding', 'refunded') and not exists
    (select 1 from journal.event e where e.name = 'billing.bill-paid.v1' and e.subject_id = b.id::text)`,
  'what an order asks is what it says': sql`select count(*)::int as n from billing.pay_order o where o.total_amount <>
    (select sum(l.amount) from billing.pay_order_line l where l.order_id = o.id)`,
}

/** Names of the laws that the tables break. */
export async function brokenLaws(db: AnyHandle): Promise<string[]> {
  const broken: string[] = []
  for (const [law, query] of Object.entries(laws)) {
    const { rows } = await query.execute(db)
    if (rows[0]?.['n'] !== 0) broken.push(law)
  }
  return broken
}
