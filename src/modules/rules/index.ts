export { type Rule, type RuleUse, ruleOn, useOf, wholeNumber } from './domain.ts'
export { getCalendar, getRule, type Holiday, listHolidays, listRules } from './queries.ts'
export { readRuleFiles, seedRules } from './seed.ts'
