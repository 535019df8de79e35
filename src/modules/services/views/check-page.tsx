import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import { formatRupiah, rupiah } from '#kernel/money/money.ts'
import { maskNik, parseNik } from '#modules/people/index.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  ErrorSummary,
  type MapSheet,
  Notice,
  Section,
  SummaryList,
  useFrame,
} from '#ui/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import type { Foretold } from '../flow/foretell.ts'
import { coSignersOf } from '../form/co-signers.ts'
import { namesOf, readableRow } from '../form/display.ts'
import type { Journey, JourneyPage } from '../form/journey.ts'
import { servicePaths } from '../paths.ts'
import type { Attachment } from '../queries/attachments.ts'
import { serviceTexts } from '../texts.ts'
import { AnswerInWords, AnswerMap } from './answer-words.tsx'
import { CostResult } from './cost-result.tsx'
import { fieldTexts } from './fields/texts.ts'

type Follows = Pick<Foretold, 'unit' | 'promisedAt' | 'cost'>

export interface CheckPageProps {
  readonly draftId: string
  readonly definition: ServiceDefinition
  readonly zone: Zone
  readonly journey: Journey
  readonly files: readonly Attachment[]
  /** For points on the map; undefined where none was answered. */
  readonly sheet: MapSheet | undefined
  readonly errors: readonly FieldError[]
  /** Once everything is answered. */
  readonly foretold: Follows | undefined
  /** Sent already, and waiting for others to agree. */
  readonly isWaiting: boolean
}

/** Everything that was answered, each with a way back to change it, and the button that sends it. */
export function CheckPage(props: CheckPageProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const f = fieldTexts(locale)
  const { draftId, journey, isWaiting } = props
  return (
    <CitizenLayout title={t('draft.check')} lead={isWaiting ? undefined : t('draft.check-lead')} narrow private>
      {isWaiting && <Notice tone="info">{f('waiting')}</Notice>}
      <ErrorSummary errors={props.errors.map((error) => ({ text: error.message[locale] }))} />
      {journey.pages.map((page) => (
        <PageAnswers key={page.id} {...props} page={page} />
      ))}
      <CoSigners journey={journey} />
      {props.foretold && <WhatFollows {...props.foretold} definition={props.definition} zone={props.zone} />}
      {!isWaiting && (
        <form method="post" action={servicePaths.draftSend(draftId)} class="stack">
          <CsrfField />
          <p>{t('draft.truth')}</p>
          <ButtonRow>
            <Button>{t('draft.send')}</Button>
          </ButtonRow>
        </form>
      )}
      <form method="post" action={servicePaths.draftDiscard(draftId)} class="stack discard">
        <CsrfField />
        <p class="hint">{f('discard-lead')}</p>
        <Button variant="quiet">{t('draft.discard')}</Button>
      </form>
    </CitizenLayout>
  )
}

function PageAnswers({ page, ...props }: CheckPageProps & { page: JourneyPage }) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const href = servicePaths.draftPage(props.draftId, page.id)
  const names = namesOf(props.journey)
  // What was computed or comes from a register is not changed here.
  const own = new Set(page.fields.filter((field) => field.kind !== 'computed' && !field.fixed).map(({ id }) => id))
  const canChange = (field: string) => !props.isWaiting && own.has(field)
  const rows = page.fields.map((field) => readableRow(field, props.journey.answers[field.id], names))
  return (
    <Section title={page.definition.title[locale]}>
      {page.state !== 'done' && (
        <Notice tone="soon">
          {page.seen ? t('draft.incomplete') : fieldTexts(locale)('check-unseen')}{' '}
          <a href={href}>
            {t('draft.continue')}
            <span class="sr-only"> {page.definition.title[locale]}</span>
          </a>
        </Notice>
      )}
      <SummaryList
        rows={rows.map((row) => ({
          term: row.label[locale],
          value: (
            <>
              <AnswerInWords row={row} files={props.files} />
              <AnswerMap sheet={props.sheet} point={props.journey.answers[row.field]} />
            </>
          ),
          action: canChange(row.field) ? { href: `${href}#f-${row.field}`, label: t('draft.change') } : undefined,
          marked: page.errors.some((error) => error.field === row.field),
        }))}
      />
    </Section>
  )
}

/** Office, promise and fee, before anything is sent. */
function WhatFollows({
  definition,
  zone,
  unit,
  promisedAt,
  cost,
}: Follows & Pick<CheckPageProps, 'definition' | 'zone'>) {
  const { locale } = useFrame()
  const t = fieldTexts(locale)
  const isMeasured = definition.cost.some((line) => JSON.stringify(line).includes('findings'))
  return (
    <Section title={t('check-follows')}>
      <SummaryList
        rows={[
          { term: t('check-office'), value: unit.name },
          { term: t('check-promise'), value: t('check-by', { when: formatMoment(promisedAt, locale, zone) }) },
          { term: t('check-fee'), value: cost.total === 0 ? t('check-free') : formatRupiah(rupiah(cost.total)) },
        ]}
      />
      {isMeasured && <p class="hint">{t('check-measured')}</p>}
      {cost.total > 0 && <CostResult cost={cost} />}
    </Section>
  )
}

/** Those who have to agree before the application goes on. */
function CoSigners({ journey }: { journey: Journey }) {
  const { locale } = useFrame()
  const t = fieldTexts(locale)
  const signers = coSignersOf(journey)
  if (signers.length === 0) return null
  return (
    <Section title={t('check-co-signers')}>
      <p>{t('check-co-signers-lead')}</p>
      <SummaryList
        rows={signers.map((signer) => ({
          term: signer.label[locale],
          value: maskNik(parseNik(signer.nik) ?? signer.nik),
        }))}
      />
    </Section>
  )
}
