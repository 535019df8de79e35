import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment, formatShort } from '#kernel/i18n/format.ts'
import {
  ButtonRow,
  CitizenLayout,
  ErrorSummary,
  LinkButton,
  Notice,
  PromiseLine,
  Section,
  SummaryList,
  Timeline,
  useFrame,
} from '#ui/index.ts'
import { allFieldsOf } from '../domain.ts'
import { servicePaths } from '../paths.ts'
import type { readStatusFile } from '../queries/status-file.ts'
import { statusTexts } from '../texts/status.ts'
import { serviceTexts } from '../texts.ts'
import { AnswerInWords } from './answer-words.tsx'
import { wayOf, whereIsIt } from './case-words.ts'
import { Conversation } from './conversation.tsx'
import { OwnRankNote } from './ranking-page.tsx'
import { Bills, Documents, Holder, Meeting, Outcome, Reviews, Steps } from './status-parts.tsx'

export interface StatusProps extends Awaited<ReturnType<typeof readStatusFile>> {
  readonly now: Temporal.Instant
  readonly zone: Zone
  /** False for somebody who came with number and PIN: no answers, no downloads, no conversation. */
  readonly isOwner: boolean
  readonly notice?: string | undefined
  readonly errors?: readonly { readonly name: string; readonly text: string }[] | undefined
  readonly typed?: Readonly<Record<string, string>> | undefined
}

/** The one page that says where a file is, who holds it, since when, until when, and what can be done. */
export function StatusPage(props: StatusProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const s = statusTexts(locale)
  const { view, zone, isOwner } = props
  const crumbs = [
    isOwner
      ? { label: t('own.title'), href: servicePaths.ownFiles }
      : { label: t('track.title'), href: servicePaths.track },
    { label: view.number },
  ]
  return (
    <CitizenLayout title={whereIsIt(view, locale, props.now, zone)} breadcrumb={crumbs} narrow private>
      {props.notice && (
        <Notice tone="good" announce>
          {props.notice}
        </Notice>
      )}
      <ErrorSummary errors={props.errors ?? []} />
      <Promised {...props} />
      <Holder {...props} />
      {props.said.map((one) => (
        <Notice key={one.text.id} tone={one.tone}>
          {one.text[locale]}
        </Notice>
      ))}
      {props.agency && isOwner && (
        <p class="hint">{props.agency === 'by' ? s('agent.by') : s('agent.for', { name: view.applicantName })}</p>
      )}
      <Outcome {...props} />
      {props.rank && <OwnRankNote rank={props.rank} slug={view.definition.slug} />}
      {isOwner && <Marks {...props} />}
      <Bills {...props} />
      {isOwner && <Meeting {...props} />}
      <Documents {...props} />
      {isOwner && <Steps {...props} />}
      <Reviews {...props} />
      <Section title={t('status.way')}>
        <Timeline items={wayOf(view, locale, props.now, zone, true)} label={t('status.way')} />
      </Section>
      {isOwner && <Talk {...props} />}
      {isOwner && <Answers {...props} />}
      <p class="hint">
        {isOwner ? (
          <a href="/siapa-melihat-data-saya">{readersText(props.readers, t)}</a>
        ) : (
          readersText(props.readers, t)
        )}
      </p>
    </CitizenLayout>
  )
}

function Promised(props: StatusProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const { view, zone } = props
  const { holder } = view.state
  const isHeld = holder === 'applicant' || holder === 'payment'
  const deadline = formatMoment(view.promisedAt, locale, zone)
  const isLate = !view.result && !isHeld && Temporal.Instant.compare(view.promisedAt, props.now) < 0
  if (view.closedAt) {
    return <PromiseLine>{t('status.done', { when: formatShort(view.closedAt, locale, zone) })}</PromiseLine>
  }
  if (isLate) return <PromiseLine tone="late">{t('status.late', { deadline })}</PromiseLine>
  return <PromiseLine>{isHeld ? t('status.paused') : t('status.promise', { deadline })}</PromiseLine>
}

function Marks({ view, steps }: StatusProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const marks = view.marks.filter((mark) => mark.isOpen)
  if (marks.length === 0 || !steps.some((step) => step.verb === 'resubmit')) return null
  const labelOf = (id: string) => allFieldsOf(view.definition).find((field) => field.id === id)?.label[locale] ?? id
  return (
    <Section title={t('status.marks')}>
      <SummaryList rows={marks.map((mark) => ({ term: labelOf(mark.field), value: mark.note, marked: true }))} />
      <ButtonRow>
        <LinkButton href={servicePaths.correct(view.id)}>{t('status.correct')}</LinkButton>
      </ButtonRow>
    </Section>
  )
}

function Talk(props: StatusProps) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  const { view } = props
  return (
    <Section title={s('talk')} id="tanya-jawab">
      <Conversation
        notes={props.notes}
        zone={props.zone}
        action={servicePaths.ownNote(view.id)}
        typed={props.typed?.['text']}
        error={props.errors?.find((error) => error.name === 'text')?.text}
        nameOf={(note) => (note.fromApplicant ? s('talk.you') : s('talk.office', { unit: view.unitName }))}
        isOwn={(note) => note.fromApplicant}
        words={{
          none: s('talk.none'),
          write: s('talk.write'),
          hint: s('talk.hint'),
          send: s('talk.send'),
          read: (when) => s('talk.read', { when }),
          unread: s('talk.unread'),
        }}
      />
    </Section>
  )
}

function Answers({ view }: StatusProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  return (
    <Section title={t('status.answers')}>
      {view.readable.pages.map((page) => (
        <SummaryList
          key={page.id}
          rows={page.rows.map((row) => ({ term: row.label[locale], value: <AnswerInWords row={row} files={[]} /> }))}
        />
      ))}
    </Section>
  )
}

function readersText(readers: number, t: ReturnType<typeof serviceTexts>): string {
  return readers > 0 ? t('status.seen-by', { n: readers }) : t('status.seen-by-none')
}
