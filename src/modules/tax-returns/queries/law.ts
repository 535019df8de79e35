import { nextWorkingDay } from '#kernel/clock/working-days.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getCalendar, getRule, listRules, wholeNumber } from '#modules/rules/index.ts'
import { calculate, findCalculator, LawBook, type Result } from '#modules/tax/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { calculationOf, type Turnover } from '../domain.ts'

export const returnRules = {
  filing: 'tax-returns.filing-time',
  payment: 'tax-returns.payment-time',
  exOfficio: 'tax-returns.ex-officio-after',
  low: 'tax-returns.low-turnover',
} as const

export const ownRegion = async (db: AnyHandle): Promise<string> => (await findOwnRegion(db))?.code ?? ''

/** When the return of a month is due, and its tax, in working days after its last day. */
export async function dueDays(db: AnyHandle, tenant: Tenant, month: Temporal.PlainYearMonth) {
  const region = await ownRegion(db)
  const last = month.toPlainDate({ day: month.daysInMonth })
  const [filing, payment, calendar] = await Promise.all([
    getRule(db, returnRules.filing, region, last),
    getRule(db, returnRules.payment, region, last),
    getCalendar(tenant, db, region),
  ])
  const after = (days: number) => {
    let day = last
    for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day, calendar)
    return day
  }
  return { file: after(wholeNumber(filing)), pay: after(wholeNumber(payment)) }
}

/** The tax of a month with its working. @throws invalid-input of the calculator */
export async function taxOf(db: AnyHandle, month: Temporal.PlainYearMonth, turnover: Turnover): Promise<Result> {
  const { calculator, day, input } = calculationOf(month, turnover)
  const found = findCalculator(calculator)
  if (!found) throw new Error(`there is no calculation ${calculator}`)
  return calculate(found, new LawBook(await listRules(db, found.rules)), { day, region: await ownRegion(db), input })
}
