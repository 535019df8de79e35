import { formatMoment } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  DateField,
  Section,
  SummaryList,
  TextField,
  TimeField,
  useFrame,
} from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import type { Appointment } from '../queries/appointments.ts'
import { fileTexts } from '../texts/case-file.ts'
import type { DeskPageProps } from './desk-parts.ts'
import { meetingWords } from './meeting-words.ts'

/** Proposing when to meet, and writing down whether it happened. */
export function DeskMeeting(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const { meeting, appointments, tasks } = props.file
  if (!meeting && appointments.length === 0) return null
  const mayDo = meeting && tasks.some((task) => task.mayDo && !task.closedAt)
  const next = appointments.find((each) => each.status === 'proposed' || each.status === 'agreed')
  return (
    <Section title={meeting?.definition.label[locale] ?? t('meeting')} id="pertemuan">
      {meeting && (
        <p class="hint">
          {t('meeting.until', { when: formatMoment(meeting.last, locale, props.zone), n: meeting.definition.minutes })}
        </p>
      )}
      {appointments.length === 0 ? (
        <p class="hint">{t('meeting.none')}</p>
      ) : (
        <SummaryList
          dense
          rows={appointments.map((each) => ({
            term: formatMoment(each.startsAt, locale, props.zone),
            value: (
              <>
                {each.place}, {each.officialName}
                {each.note && <span class="hint">{t('meeting.says', { note: each.note })}</span>}
              </>
            ),
            note: meetingWords(each.status, locale),
          }))}
        />
      )}
      {next && <a href={servicePaths.appointmentFile(next.id)}>{t('meeting.ics')}</a>}
      {mayDo && next && Temporal.Instant.compare(next.startsAt, props.now) <= 0 && <Record {...props} next={next} />}
      {mayDo && <Propose {...props} isAgain={next !== undefined} />}
    </Section>
  )
}

function Record({ next, ...props }: DeskPageProps & { next: Appointment }) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  return (
    <form method="post" action={servicePaths.deskAppointment(props.file.view.id)} class="stack">
      <CsrfField />
      <input type="hidden" name="appointmentId" value={next.id} />
      <p>{t('meeting.record')}</p>
      <ButtonRow>
        <Button name="outcome" value="held">
          {t('meeting.held')}
        </Button>
        <Button name="outcome" value="missed" variant="secondary">
          {t('meeting.missed')}
        </Button>
      </ButtonRow>
    </form>
  )
}

function Propose({ isAgain, ...props }: DeskPageProps & { isAgain: boolean }) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const { other } = props.typed
  const say = (path: string) => props.errors.find((error) => error.path === path)?.message[locale]
  const isRefused = Boolean(say('day') || say('time'))
  const form = (
    <form method="post" action={servicePaths.deskAppointment(props.file.view.id)} class="stack" novalidate>
      <CsrfField />
      <DateField
        name="day"
        label={t('meeting.day')}
        error={say('day')}
        value={{ day: other['day-day'] ?? '', month: other['day-month'] ?? '', year: other['day-year'] ?? '' }}
      />
      <TimeField
        name="time"
        label={t('meeting.time')}
        hint={t('meeting.time-hint')}
        error={say('time')}
        value={other['time'] ?? ''}
      />
      <TextField name="note" label={t('meeting.note')} optional maxLength={500} value={other['note'] ?? ''} />
      <Button variant="secondary">{t('meeting.propose')}</Button>
    </form>
  )
  if (!isAgain) return form
  return (
    <details open={isRefused}>
      <summary>{t('meeting.again')}</summary>
      {form}
    </details>
  )
}
