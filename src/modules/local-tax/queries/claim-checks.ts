import type { AnyHandle } from '#kernel/db/database.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { formatRupiah, rupiah } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Answers, RegisterCheck } from '#modules/services/index.ts'
import { listOwnClaims } from './claim-facts.ts'

/** How the assessment of a file stands now: changed, paid, disputed. */
export async function claimChecks(
  _tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  personId: string,
): Promise<RegisterCheck[]> {
  const claims = await listOwnClaims(db, personId)
  const claim = claims.find(({ number }) => number === answers['assessment'])
  const field = 'assessment'
  if (!claim)
    return [{ field, tone: 'late', say: { id: 'tidak lagi berlaku di register', en: 'no longer in the register' } }]
  const due = Temporal.PlainDate.from(claim.dueOn)
  const owed = formatRupiah(rupiah(claim.owed))
  const paid = formatRupiah(rupiah(claim.paid))
  return [
    {
      field,
      tone: claim.amount === Number(answers['claimed']) ? 'good' : 'soon',
      say: {
        id: `sekarang ${formatRupiah(rupiah(claim.amount))}, dibayar ${paid}, sisa ${owed}, jatuh tempo ${formatDay(due, 'id')}`,
        en: `now ${formatRupiah(rupiah(claim.amount))}, paid ${paid}, owed ${owed}, due ${formatDay(due, 'en')}`,
      },
    },
    ...(claim.isDisputed ? [{ field, tone: 'info' as const, say: { id: 'sedang dikeberatani', en: 'disputed' } }] : []),
  ]
}
