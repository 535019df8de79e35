import { provide } from '#kernel/define/extension-point.ts'
import { lawKey, type OfficeLaw, officeLaw } from '#modules/people/index.ts'
import { getCalendar, listRules, ruleOn } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'

/** The register judges data and readings by dated rules and by the calendar of the region. */
const law: OfficeLaw = {
  async figures(db, keys, day) {
    const region = (await findOwnRegion(db))?.code ?? ''
    const rows = await listRules(db, keys)
    return Object.fromEntries(
      keys.map((key) => {
        const value = Number(ruleOn(rows, key, region, day)?.value)
        if (!Number.isFinite(value)) throw new Error(`no figure ${key} holds in ${region || 'the country'} on ${day}`)
        return [key, value]
      }),
    )
  },
  async isOfficeTime(tenant, db, at) {
    const region = (await findOwnRegion(db))?.code ?? ''
    const calendar = await getCalendar(tenant, db, region)
    const local = at.toZonedDateTimeISO(calendar.zone)
    const hours = calendar.hours.get(local.dayOfWeek)
    if (!hours || calendar.holidays.has(local.toPlainDate().toString())) return false
    const time = local.toPlainTime()
    return Temporal.PlainTime.compare(time, hours.opens) >= 0 && Temporal.PlainTime.compare(time, hours.closes) < 0
  },
}

export const officeLawProvides = [provide(officeLaw, lawKey, law)]
