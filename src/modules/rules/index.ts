export { type Rule, type RuleUnit, type RuleUse, ruleOn, ruleUnits, useOf, wholeNumber } from './domain.ts'
export { calendarKnownAt, getCalendar, getRule, type Holiday, listHolidays, listRules } from './queries.ts'
export { readRuleFiles, seedRules } from './seed.ts'
