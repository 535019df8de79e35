import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { formatRupiah, type Rate, rate, times } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getRule } from '#modules/rules/index.ts'
import type { Answers, DecisionFindings, RegisterCheck } from '#modules/services/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { buyerKeyOf, findUntaxedUse, untaxedPeriod } from './acquisition-tax.ts'
import { findParcel } from './parcel.ts'

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** The land as registered, what is owed on it, and whether the first acquisition was used by another file. */
export async function acquisitionChecks(
  tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  personId: string,
): Promise<RegisterCheck[]> {
  const parcel = await findParcel(db, String(answers['nop'] ?? ''))
  if (!parcel)
    return [
      { field: 'nop', tone: 'late', say: { id: 'tidak aktif di register objek', en: 'not active in the register' } },
    ]
  const region = (await findOwnRegion(db))?.code ?? ''
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const period = await untaxedPeriod(db, region, Temporal.PlainDate.from(String(answers['acquiredOn'] ?? today)))
  const used = await findUntaxedUse(db, buyerKeyOf(answers, personId), period)
  const years = parcel.arrears.join(', ')
  const owner = parcel.ownerName ?? ''
  return [
    years
      ? {
          field: 'nop',
          tone: 'late',
          say: { id: `PBB menunggak: ${years}`, en: `arrears of land tax: ${years}` },
        }
      : { field: 'nop', tone: 'good', say: { id: 'aktif, tanpa tunggakan PBB', en: 'active, no arrears' } },
    same(owner, String(answers['sellerName'] ?? ''))
      ? { field: 'sellerName', tone: 'good', say: { id: 'wajib pajak menurut register', en: 'owner by the register' } }
      : {
          field: 'sellerName',
          tone: 'soon',
          say: {
            id: `menurut register: ${owner || 'belum diketahui'}`,
            en: `by the register: ${owner || 'not known'}`,
          },
        },
    used
      ? {
          field: 'untaxed',
          tone: 'info',
          say: {
            id: `NPOPTKP sudah dipakai pada berkas ${used.caseNumber}`,
            en: `the untaxed part was used in file ${used.caseNumber}`,
          },
        }
      : {
          field: 'untaxed',
          tone: 'good',
          say: { id: 'perolehan pertama menurut register', en: 'first acquisition by the register' },
        },
  ]
}

/** A price far below what the land is worth is looked into before it is accepted. */
export const acquisitionFindings: DecisionFindings = async (tenant, db, { answers, now }) => {
  const parcel = await findParcel(db, String(answers['nop'] ?? ''))
  if (!parcel || answers['acquisition'] === 'auction') return []
  const region = (await findOwnRegion(db))?.code ?? ''
  const today = dayOf(now, tenant.profile.zone)
  const ratio = async (key: string): Promise<Rate> => rate(String((await getRule(db, key, region, today)).value))
  const market = times(parcel.value, await ratio('local-tax.bphtb.market-factor'), 'down')
  const least = times(market, await ratio('local-tax.bphtb.low-price'), 'down')
  const price = BigInt(Math.round(Number(answers['value'] ?? 0))) * 100n
  if (price >= least) return []
  return [
    {
      field: 'value',
      code: 'low-price',
      severity: 'warn',
      say: {
        id: `Harga ${formatRupiah(price)} jauh di bawah perkiraan nilai pasar ${formatRupiah(market)}.`,
        en: `The price ${formatRupiah(price)} lies far below the estimated market value ${formatRupiah(market)}.`,
      },
    },
  ]
}
