import type { FieldError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import {
  Button,
  CitizenLayout,
  CsrfField,
  DateField,
  ErrorSummary,
  NikField,
  Notice,
  Section,
  Select,
  StatusTag,
  useFrame,
} from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import { statusTexts } from '../texts/status.ts'

export interface ShownMandate {
  readonly id: string
  readonly name: string
  readonly service: string | undefined
  readonly validTo: string
  readonly status: 'offered' | 'accepted' | 'declined' | 'revoked' | 'over'
}

export interface MandatePageProps {
  readonly given: readonly ShownMandate[]
  readonly received: readonly ShownMandate[]
  readonly services: readonly { readonly value: string; readonly label: string }[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
  readonly notice: string | undefined
}

/** Who may apply in whose name, until when, and how to end it. */
export function MandatePage(props: MandatePageProps) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  const { typed } = props
  const say = (path: string) => props.errors.find((error) => error.path === path)?.message[locale]
  return (
    <CitizenLayout title={s('mandate.title')} lead={s('mandate.lead')} narrow private>
      {props.notice && (
        <Notice tone="good" announce>
          {props.notice}
        </Notice>
      )}
      <ErrorSummary errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />
      <Section title={s('mandate.received')}>
        <Mandates mandates={props.received} isGiven={false} />
      </Section>
      <Section title={s('mandate.given')}>
        <Mandates mandates={props.given} isGiven />
      </Section>
      <Section title={s('mandate.give')}>
        <form method="post" action={servicePaths.mandates} novalidate>
          <CsrfField />
          <NikField
            name="nik"
            label={s('mandate.nik')}
            hint={s('mandate.nik-hint')}
            value={typed['nik'] ?? ''}
            error={say('nik')}
          />
          <Select
            name="serviceId"
            label={s('mandate.service')}
            empty={s('mandate.all')}
            options={props.services}
            value={typed['serviceId']}
            error={say('serviceId')}
          />
          <DateField
            name="validTo"
            label={s('mandate.to')}
            value={{
              day: typed['validTo-day'] ?? '',
              month: typed['validTo-month'] ?? '',
              year: typed['validTo-year'] ?? '',
            }}
            error={say('validTo')}
          />
          <Button>{s('mandate.offer')}</Button>
        </form>
      </Section>
    </CitizenLayout>
  )
}

const tones = { offered: 'soon', accepted: 'good', declined: 'neutral', revoked: 'neutral', over: 'neutral' } as const

function Mandates({ mandates, isGiven }: { mandates: readonly ShownMandate[]; isGiven: boolean }) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  if (mandates.length === 0) return <p class="hint">{s('mandate.none')}</p>
  return (
    <ul class="mandates">
      {mandates.map((mandate) => (
        <li key={mandate.id}>
          <div>
            <p>
              <b>{mandate.name}</b>
            </p>
            <p class="hint">
              {s('mandate.until', {
                service: mandate.service ?? s('mandate.all'),
                day: formatDay(Temporal.PlainDate.from(mandate.validTo), locale),
              })}
            </p>
          </div>
          <StatusTag tone={tones[mandate.status]}>{s(`mandate.status.${mandate.status}`)}</StatusTag>
          <MandateButtons mandate={mandate} isGiven={isGiven} />
        </li>
      ))}
    </ul>
  )
}

function MandateButtons({ mandate, isGiven }: { mandate: ShownMandate; isGiven: boolean }) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  const { status } = mandate
  if (status !== 'offered' && status !== 'accepted') return null
  const isAsked = status === 'offered' && !isGiven
  return (
    <form method="post" action={servicePaths.answerMandate(mandate.id)} class="btn-row">
      <CsrfField />
      {isAsked && (
        <>
          <Button small name="answer" value="accept">
            {s('mandate.accept')}
          </Button>
          <Button small variant="quiet" name="answer" value="decline">
            {s('mandate.decline')}
          </Button>
        </>
      )}
      {!isAsked && (
        <Button small variant="secondary" name="answer" value="revoke">
          {s(isGiven ? 'mandate.revoke' : 'mandate.leave')}
        </Button>
      )}
    </form>
  )
}
