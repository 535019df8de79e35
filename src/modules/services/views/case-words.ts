import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment, formatShort } from '#kernel/i18n/format.ts'
import { fillText, type Locale } from '#kernel/i18n/texts.ts'
import type { TimelineItem, Tone } from '#ui/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import type { CaseView } from '../queries/cases.ts'
import { serviceTexts } from '../texts.ts'
import { sentences } from './sentences.ts'

/** "Berkas Anda di meja verifikator sejak pagi ini": where the file is, in a whole sentence. */
export function whereIsIt(view: CaseView, locale: Locale, now: Temporal.Instant, zone: Zone): string {
  return fillText(view.state.sentence[locale], {
    unit: view.unitName,
    since: sinceWhen(view.enteredAt, now, locale, zone),
  })
}

/** The moment as people say it on the same day, else as a date. */
export function sinceWhen(at: Temporal.Instant, now: Temporal.Instant, locale: Locale, zone: Zone): string {
  const then = at.toZonedDateTimeISO(zone)
  const days = then.toPlainDate().until(now.toZonedDateTimeISO(zone).toPlainDate()).days
  const part = dayPart(then.hour, locale)
  if (days === 0) return locale === 'id' ? `${part} ini` : `this ${part}`
  if (days === 1) return locale === 'id' ? `kemarin ${part}` : `yesterday ${part}`
  return formatMoment(at, locale, zone)
}

function dayPart(hour: number, locale: Locale): string {
  const parts = locale === 'id' ? ['pagi', 'siang', 'sore', 'malam'] : ['morning', 'noon', 'afternoon', 'evening']
  return parts[hour < 11 ? 0 : hour < 15 ? 1 : hour < 18 ? 2 : 3] as string
}

export interface Due {
  readonly text: string
  readonly tone: Tone
}

/** How a deadline looks in a queue: late by days, today at an hour, tomorrow, or a date. */
export function dueWords(promisedAt: Temporal.Instant, now: Temporal.Instant, locale: Locale, zone: Zone): Due {
  const due = promisedAt.toZonedDateTimeISO(zone)
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const days = today.until(due.toPlainDate()).days
  const clock = `${String(due.hour).padStart(2, '0')}.${String(due.minute).padStart(2, '0')}`
  const time = locale === 'id' ? clock : clock.replace('.', ':')
  if (Temporal.Instant.compare(promisedAt, now) < 0) {
    const late = Math.max(1, -days)
    return { text: locale === 'id' ? `terlambat ${late} hari` : `${late} days late`, tone: 'late' }
  }
  if (days === 0) return { text: locale === 'id' ? `hari ini ${time}` : `today ${time}`, tone: 'soon' }
  if (days === 1) return { text: locale === 'id' ? `besok ${time}` : `tomorrow ${time}`, tone: 'good' }
  return { text: formatShort(promisedAt, locale, zone).replace(/ \d{4},.*/, ''), tone: 'good' }
}

/** The way behind, where the file is now, and the way ahead. What a single review found is for the office. */
export function wayOf(
  view: CaseView,
  locale: Locale,
  now: Temporal.Instant,
  zone: Zone,
  forApplicant = false,
): TimelineItem[] {
  const t = serviceTexts(locale)
  const taken = view.steps.map((step): TimelineItem => {
    const row = view.definition.flow.transitions.find((each) => each.verb === step.verb && each.to === step.state)
    const who = step.actorPlace ? `${step.actorName}, ${step.actorPlace}` : step.actorName
    const ground = row?.reasons?.find((reason) => reason.id === step.reasonId)
    const why = sentences(ground && `${ground.label[locale]} (${ground.basis})`, step.reason ?? undefined)
    return {
      title: step.branch
        ? reviewWords(view.definition, step, locale, forApplicant)
        : (row?.done[locale] ?? t(step.verb.startsWith('migrate-') ? 'status.moved' : 'status.sent')),
      state: 'done',
      place: why && !(step.branch && forApplicant) ? sentences(who, `${t('status.reason')}: ${why}`) : who,
      time: formatShort(step.at, locale, zone),
      dateTime: step.at.toString(),
    }
  })
  if (view.result) return taken
  const here: TimelineItem = {
    title: view.state.step?.title[locale] ?? view.state.label[locale],
    state: 'current',
    place: view.state.holder === 'office' ? view.unitName : t('status.with-you'),
    time: t('status.since', { when: sinceWhen(view.enteredAt, now, locale, zone) }),
  }
  const ahead = stepsAhead(view.definition, view.state.id).map(
    (title, index, all): TimelineItem => ({
      title: title[locale],
      state: 'future',
      time:
        index === all.length - 1
          ? t('status.expected', { when: formatMoment(view.promisedAt, locale, zone) })
          : undefined,
    }),
  )
  return [...taken, here, ...ahead]
}

function reviewWords(
  definition: ServiceDefinition,
  step: CaseView['steps'][number],
  locale: Locale,
  forApplicant: boolean,
): string {
  const branches = definition.flow.states.flatMap((state) => state.branches ?? [])
  const branch = branches.find((each) => each.id === step.branch)
  const outcome = branch?.outcomes.find((each) => each.id === step.outcome)
  const label = branch?.label[locale] ?? ''
  if (forApplicant) return locale === 'id' ? `${label}: selesai` : `${label}: finished`
  return outcome ? `${label}: ${outcome.done[locale]}` : label
}

/** The straight way to a granted end: at each state the main step is taken. */
function stepsAhead(definition: ServiceDefinition, from: string) {
  const titles: { id: string; en: string }[] = []
  const seen = new Set<string>()
  for (let state = from; !seen.has(state); ) {
    seen.add(state)
    const main = definition.flow.transitions.find((row) => row.from === state && row.tone === 'primary')
    const next = main && definition.flow.states.find((candidate) => candidate.id === main.to)
    if (!next) break
    titles.push(next.step?.title ?? next.label)
    state = next.id
  }
  return titles
}
