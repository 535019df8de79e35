import { formatDay, formatMoment, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { billingPaths } from '#modules/billing/paths.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  LinkButton,
  LinkList,
  Notice,
  Section,
  SummaryList,
  TextArea,
  useFrame,
} from '#ui/index.ts'
import { lowerFirst } from '../form/lower-first.ts'
import { servicePaths } from '../paths.ts'
import type { Appointment } from '../queries/appointments.ts'
import { statusTexts } from '../texts/status.ts'
import { serviceTexts } from '../texts.ts'
import { sinceWhen } from './case-words.ts'
import type { StatusProps } from './status-page.tsx'

/** Where the file lies, in whose post, until when this step, and what comes next. */
export function Holder(props: StatusProps) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  const { view, tasks, zone } = props
  const running = tasks.filter((task) => !task.isDone)
  const [task] = running
  if (view.result || view.state.holder !== 'office' || running.length !== 1 || !task) return null
  const since = sinceWhen(view.enteredAt, props.now, locale, zone)
  const words = { unit: task.unitName, since, post: props.holderPost ?? '' }
  const next = nextStep(props, locale)
  return (
    <p class="holder">
      {props.holderPost ? s('holder.unit', words) : s('holder.open', words)}{' '}
      {!task.dueAt.equals(view.promisedAt) && s('step.due', { when: formatMoment(task.dueAt, locale, zone) })}{' '}
      {next && s('next', { step: lowerFirst(next) })}
    </p>
  )
}

function nextStep({ view }: StatusProps, locale: 'id' | 'en'): string | undefined {
  const { states, transitions } = view.definition.flow
  const main = transitions.find((row) => row.from === view.state.id && row.tone === 'primary')
  const next = main && states.find((state) => state.id === main.to)
  return next?.step?.title[locale]
}

/** How many of the reviews at the same time are done; what they found is told with the decision. */
export function Reviews({ view, tasks, zone }: StatusProps) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  const rows = (view.state.branches ?? []).flatMap((branch) => {
    const task = tasks.find((each) => each.branch === branch.id)
    return task ? [{ branch, task }] : []
  })
  if (rows.length === 0) return null
  const done = rows.filter(({ task }) => task.isDone).length
  return (
    <Section title={s('reviews.count', { done, all: rows.length })}>
      <SummaryList
        rows={rows.map(({ branch, task }) => ({
          term: branch.label[locale],
          value: task.isDone
            ? s('review.done')
            : s('review.running', { unit: task.unitName, when: formatMoment(task.dueAt, locale, zone) }),
        }))}
      />
    </Section>
  )
}

/** What was decided, why, and by which law. */
export function Outcome({ view, validTo, renewFrom, now, zone, isOwner }: StatusProps) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  const last = view.steps.at(-1)
  const row = last && view.definition.flow.transitions.find((each) => each.verb === last.verb && each.to === last.state)
  const ground = row?.reasons?.find((reason) => reason.id === last?.reasonId)
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const day = (text: string) => formatDay(Temporal.PlainDate.from(text), locale)
  const mayRenew = renewFrom !== undefined && renewFrom <= today
  const hasReason = view.result !== undefined && view.result !== 'granted' && (ground || last?.reason)
  return (
    <>
      {hasReason && (
        <Notice tone="late" title={ground?.label[locale] ?? s('outcome')}>
          {last?.reason && <p>{last.reason}</p>}
          {ground && <p class="hint">{s('outcome.ground', { basis: ground.basis })}</p>}
        </Notice>
      )}
      {view.result === 'granted' && validTo && (
        <Notice tone={validTo < today ? 'soon' : 'info'}>
          <p>
            {validTo < today
              ? s('renew.over', { day: day(validTo) })
              : mayRenew || !renewFrom
                ? s('renew.now', { day: day(validTo) })
                : s('renew.later', { day: day(validTo), from: day(renewFrom) })}
          </p>
          {isOwner && mayRenew && (
            <p>
              <a href={`${servicePaths.start(view.definition.slug)}?perpanjang=${view.id}`}>{s('renew')}</a>
            </p>
          )}
        </Notice>
      )}
    </>
  )
}

export function Bills({ bills, isOwner, zone }: StatusProps) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  if (bills.length === 0) return null
  const waiting = bills.some((bill) => bill.state === 'issued')
  if (!isOwner) return waiting ? <Notice tone="soon">{s('bill.tracked')}</Notice> : null
  return (
    <Section title={s('bill')}>
      <LinkList
        headingLevel={3}
        items={bills.map((bill) => {
          const words = { amount: formatRupiah(bill.total), when: formatMoment(bill.dueAt, locale, zone) }
          const isOpen = bill.state === 'issued'
          return {
            title: isOpen ? s('bill.pay') : bill.title[locale],
            href: billingPaths.ownBill(bill.id),
            text: isOpen ? s('bill.due', words) : s('bill.paid', words),
          }
        })}
      />
    </Section>
  )
}

/** Documents to download; those that were taken out of force say so. */
export function Documents({ documents, isOwner, zone }: StatusProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const s = statusTexts(locale)
  if (documents.length === 0) return null
  const standing = documents.filter((document) => document.standing === 'stands')
  const gone = documents.filter((document) => document.standing !== 'stands')
  return (
    <Section title={t('status.documents')}>
      {!isOwner && <p>{t('status.sign-in-more')}</p>}
      {isOwner && standing.length > 0 && (
        <ButtonRow stacked>
          {standing.map((document) => (
            <LinkButton
              key={document.id}
              href={servicePaths.document(document.id)}
              variant="secondary"
              icon="download"
              download
            >
              {t('status.download', { title: document.title })}
            </LinkButton>
          ))}
        </ButtonRow>
      )}
      {isOwner && gone.length > 0 && (
        <LinkList
          headingLevel={3}
          items={gone.map((document) => ({
            title: `${document.title} ${document.number}`,
            href: servicePaths.document(document.id),
            text:
              document.standing === 'replaced'
                ? s('replaced')
                : s('revoked', {
                    when: document.revokedAt ? formatShort(document.revokedAt, locale, zone) : '',
                    reason: document.revokedReason ?? '',
                  }),
          }))}
        />
      )}
    </Section>
  )
}

/** Objections and other steps of the applicant, each with its last day, and withdrawal. */
export function Steps({ view, steps, zone }: StatusProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const s = statusTexts(locale)
  const own = steps.filter((step) => step.verb !== 'resubmit' && step.verb !== 'withdraw')
  const mayWithdraw = steps.some((step) => step.verb === 'withdraw')
  return (
    <>
      {own.length > 0 && (
        <Section title={s('steps.title')}>
          <LinkList
            headingLevel={3}
            items={own.map((step) => ({
              title: step.label[locale],
              href: servicePaths.step(view.id, step.verb),
              text: step.until && s('steps.until', { when: formatMoment(step.until, locale, zone) }),
            }))}
          />
        </Section>
      )}
      {mayWithdraw && (
        <Notice>
          {t('status.wrong')} <a href={servicePaths.withdraw(view.id)}>{t('status.withdraw')}</a>
        </Notice>
      )}
    </>
  )
}

/** When we meet: agree, or say when one can come. */
export function Meeting(props: StatusProps) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  const { view, appointments, zone } = props
  const { appointment: meeting } = view.state
  if (!meeting) return null
  const here = appointments.filter((each) => Temporal.Instant.compare(each.createdAt, view.enteredAt) >= 0)
  const next = here.find((each) => each.status === 'proposed' || each.status === 'agreed')
  const isHeld = here.some((each) => each.status === 'held')
  if (isHeld && !next) return null
  const missed = here.find((each) => each.status === 'missed')
  const when = (each: Appointment) => formatMoment(each.startsAt, locale, zone)
  return (
    <Section title={meeting.label[locale]} id="pertemuan">
      {missed && !next && <p>{s('meeting.missed', { when: when(missed) })}</p>}
      {next ? (
        <div class="meeting">
          <p>
            {s(next.status === 'agreed' ? 'meeting.agreed' : 'meeting.proposed', {
              when: when(next),
              place: next.place,
              name: next.officialName,
            })}
          </p>
          {next.note && next.status === 'proposed' && <p>“{next.note}”</p>}
          <AnswerMeeting {...props} next={next} />
        </div>
      ) : (
        <p>{s('meeting.wait')}</p>
      )}
    </Section>
  )
}

function AnswerMeeting({ next, ...props }: StatusProps & { next: Appointment }) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  const error = props.errors?.find((each) => each.name === 'note')?.text
  return (
    <>
      {next.status === 'proposed' && (
        <form method="post" action={servicePaths.answerAppointment(next.id)}>
          <CsrfField />
          <Button name="agrees" value="yes">
            {s('meeting.agree')}
          </Button>
        </form>
      )}
      <p>
        <a href={servicePaths.appointmentFile(next.id)}>{s('meeting.ics')}</a>
      </p>
      <details open={error !== undefined}>
        <summary>{s('meeting.other')}</summary>
        <form method="post" action={servicePaths.answerAppointment(next.id)} class="stack" novalidate>
          <CsrfField />
          <TextArea
            name="note"
            label={s('meeting.note')}
            rows={2}
            maxLength={500}
            value={props.typed?.['note']}
            error={error}
          />
          <Button variant="secondary">{s('meeting.ask')}</Button>
        </form>
      </details>
    </>
  )
}
