export {
  citationOf,
  type Rule,
  type RuleStatus,
  type RuleUnit,
  type RuleUse,
  ruleOn,
  ruleUnits,
  useOf,
  wholeNumber,
} from './domain.ts'
export { type RuleUsage, ruleUsages } from './extensions.ts'
export {
  calendarKnownAt,
  forgetCalendars,
  getCalendar,
  type Holiday,
  listHolidays,
  readCalendarIn,
} from './queries/calendar.ts'
export { getRule, listRules } from './queries/rules.ts'
export { readRuleFiles, seedRules } from './seed.ts'
export { ruleValueText } from './value-words.ts'
