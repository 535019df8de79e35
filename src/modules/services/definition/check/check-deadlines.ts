import type { ServiceDefinition, StateDefinition } from '../schema.ts'
import type { Span } from '../schema-parts.ts'
import { type AddFault, type Fault, findingFaults } from './fault.ts'
import { circles, type Edge } from './graph.ts'
import { type Installed, type Moment, momentsOf, rowOn } from './installed.ts'
import { stateAt, stepAt } from './steps.ts'

/** A length of time, its working days apart from those of the calendar. */
interface Days {
  readonly working: number
  readonly calendar: number
}

const none: Days = { working: 0, calendar: 0 }

/**
 * The longest way a file takes through the desks fits into what was promised and into what the law allows, on
 * every day on which one of the figures changes.
 *
 * Bounds: w working days last at most 7 times w/5 (rounded up) days of the calendar, and c days of the calendar
 * hold at most c working days. Holidays are left out on both sides: the law that counts calendar days knows them.
 * A month is 31 days as a step and 28 as a limit. Time at the applicant does not count (stop-clock), and way
 * through him is walked once; desks that send a file to and fro are counted once each. Behind a step by which the law
 * gives more time, the steps fit into that time.
 */
export function checkDeadlines(definition: ServiceDefinition, installed: Installed): Fault[] {
  return findingFaults((add) => {
    const keys = spansOf(definition, installed).map((span) => span.rule)
    for (const moment of momentsOf(definition, keys, installed.rules)) {
      checkMoment(definition, installed, moment, add)
    }
  })
}

function checkMoment(definition: ServiceDefinition, installed: Installed, moment: Moment, add: AddFault): void {
  const daysOf = (span: Span | undefined, as: 'step' | 'limit') => span && lengthOf(span, moment, installed, as)
  const time = (state: StateDefinition) => timeIn(state, installed, (span) => daysOf(span, 'step') ?? none)
  const way = longestWay(definition, time)
  const promise = daysOf(definition.clock, 'limit')
  const limit = daysOf(definition.legalLimit, 'limit')
  const promised = daysOf(definition.clock, 'step')
  const when = moment.region ? `${moment.day}, ${moment.region}` : moment.day
  if (promise && !fits(way, promise)) {
    add(
      'deadline-promise',
      'clock',
      `Langkah-langkah dapat memakan ${say(way, 'id')}, lebih lama dari janji (${when}).`,
      `The steps may take ${say(way, 'en')}, longer than was promised (${when}).`,
    )
  }
  for (const row of definition.flow.transitions) {
    const more = daysOf(row.extends, 'limit')
    const behind = more && longestWay(definition, time, row.to)
    if (!more || !behind || fits(behind, more)) continue
    add(
      'deadline-extension',
      stepAt(row),
      `Langkah-langkah sesudahnya dapat memakan ${say(behind, 'id')}, lebih lama dari tambahan waktu (${when}).`,
      `The steps after it may take ${say(behind, 'en')}, longer than the time added (${when}).`,
    )
  }
  if (limit && !fits(way, limit)) {
    add(
      'deadline-limit',
      'legalLimit',
      `Langkah-langkah dapat memakan ${say(way, 'id')}, lebih lama dari batas hukum (${when}).`,
      `The steps may take ${say(way, 'en')}, longer than the law allows (${when}).`,
    )
  }
  if (limit && promised && !fits(promised, limit)) {
    add(
      'deadline-clock',
      'clock',
      `Janji layanan lebih lama dari batas hukum (${when}).`,
      `The promise is longer than the law allows (${when}).`,
    )
  }
  for (const state of definition.flow.states) {
    const appointment = daysOf(state.appointment?.within, 'step')
    const deadline = daysOf(state.deadline, 'limit')
    if (appointment && deadline && !fits(appointment, deadline)) {
      add(
        'deadline-appointment',
        stateAt(state),
        `Janji temu boleh lebih lambat dari tenggat langkah (${when}).`,
        `The appointment may be later than the step's deadline (${when}).`,
      )
    }
  }
  const { validity } = definition
  const lasts = daysOf(validity?.lasts, 'limit')
  const renew = daysOf(validity?.renewFrom, 'step')
  if (lasts && renew && !fits(renew, lasts)) {
    add(
      'validity-renewal',
      'validity',
      `Perpanjangan dibuka sebelum izin berlaku (${when}).`,
      `Renewal opens before the permit begins (${when}).`,
    )
  }
}

/** How long a file may lie in a state at the cost of the office. */
function timeIn(state: StateDefinition, installed: Installed, days: (span: Span) => Days): Days {
  if (state.holder === 'sub-service') {
    const clock = installed.services.get(state.subService?.service ?? '')?.clock
    return state.deadline ? days(state.deadline) : clock ? days(clock) : none
  }
  if (state.holder !== 'office') return none
  const own = state.deadline ? days(state.deadline) : none
  const branches = (state.branches ?? []).map((branch) => (branch.deadline ? days(branch.deadline) : own))
  return branches.reduce((most, one) => (calendarDays(one) > calendarDays(most) ? one : most), own)
}

/** Circles are counted as the sum of their desks; the rest is the longest way through what then has no circle. */
function longestWay({ flow }: ServiceDefinition, time: (state: StateDefinition) => Days, start = flow.initial): Days {
  const ids = flow.states.map((state) => state.id)
  const groupOf = groupsById(circles(ids, flow.transitions))
  const waits = new Set(flow.states.filter((state) => state.holder === 'applicant').map((state) => state.id))
  const ends = new Set(flow.states.filter((state) => state.result !== undefined).map((state) => state.id))
  const counted: Edge[] = flow.transitions.filter(
    (row) =>
      !ends.has(row.from) && !row.extends && !(waits.has(row.from) && groupOf.get(row.from) === groupOf.get(row.to)),
  )
  const groups = circles(ids, counted)
  const inGroup = groupsById(groups)
  const times = new Map(flow.states.map((state) => [state.id, time(state)]))
  const longest = new Map<number, Days>()
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const members = groups[index] as string[]
    const own = members.map((id) => times.get(id) ?? none).reduce(add, none)
    const next = counted
      .filter((edge) => members.includes(edge.from) && inGroup.get(edge.to) !== index)
      .map((edge) => longest.get(inGroup.get(edge.to) ?? -1) ?? none)
      .reduce((most, one) => (calendarDays(one) > calendarDays(most) ? one : most), none)
    longest.set(index, add(own, next))
  }
  return longest.get(inGroup.get(start) ?? -1) ?? none
}

function groupsById(groups: readonly (readonly string[])[]): Map<string, number> {
  return new Map(groups.flatMap((group, index) => group.map((id): [string, number] => [id, index])))
}

function add(a: Days, b: Days): Days {
  return { working: a.working + b.working, calendar: a.calendar + b.calendar }
}

function calendarDays({ working, calendar }: Days): number {
  return Math.ceil(working / 5) * 7 + calendar
}

function fits(way: Days, limit: Days): boolean {
  if (limit.calendar === 0) return way.working + way.calendar <= limit.working
  return calendarDays(way) <= limit.calendar
}

/** undefined when no row gives it; that is told where references are checked. */
function lengthOf(span: Span, { region, day }: Moment, installed: Installed, as: 'step' | 'limit'): Days | undefined {
  const value = rowOn(installed.rules, span.rule, region, day)?.value
  if (typeof value !== 'number') return undefined
  switch (span.per) {
    case 'working-day':
      return { working: value, calendar: 0 }
    case 'calendar-day':
      return { working: 0, calendar: value }
    case 'month':
      return { working: 0, calendar: value * (as === 'step' ? 31 : 28) }
    case 'year':
      return { working: 0, calendar: value * (as === 'step' ? 366 : 365) }
  }
}

function say({ working, calendar }: Days, locale: 'id' | 'en'): string {
  const words = locale === 'id' ? ['hari kerja', 'hari kalender', 'dan'] : ['working days', 'calendar days', 'and']
  const parts = [
    working > 0 || calendar === 0 ? `${working} ${words[0]}` : '',
    calendar > 0 ? `${calendar} ${words[1]}` : '',
  ]
  return parts.filter(Boolean).join(` ${words[2]} `)
}

/** Every span of a definition, and of the services it waits for. */
function spansOf(definition: ServiceDefinition, installed: Installed): Span[] {
  const { clock, legalLimit, validity, flow } = definition
  const spans = [clock, legalLimit, validity?.lasts, validity?.renewFrom]
  for (const state of flow.states) {
    spans.push(state.deadline, state.appointment?.within)
    for (const branch of state.branches ?? []) spans.push(branch.deadline)
    spans.push(installed.services.get(state.subService?.service ?? '')?.clock)
  }
  spans.push(...flow.transitions.map((row) => row.extends))
  return spans.filter((span) => span !== undefined)
}
