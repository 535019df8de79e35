import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { formatBillingCode } from '#modules/billing/index.ts'
import { billingPaths } from '#modules/billing/paths.ts'
import type { Result } from '#modules/tax/index.ts'
import {
  Button,
  CitizenLayout,
  CsrfField,
  EmptyState,
  LinkButton,
  LinkList,
  Section,
  SummaryList,
  useFrame,
} from '#ui/index.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { Assessment } from '../queries/assessments.ts'
import type { TaxObject } from '../queries/objects.ts'
import type { OpenBill } from '../queries/open-bills.ts'
import { isSelfAssessed } from '../queries/self-assessed.ts'
import type { StepEntry } from '../queries/steps.ts'
import type { Taxpayer } from '../queries/taxpayers.ts'
import { citizenTaxTexts } from '../texts/citizens.ts'
import { claimTexts } from '../texts/claims.ts'
import { objectTexts } from '../texts/objects.ts'
import { basisRows, ClaimTag, claimTitle, wayText } from './claim-words.tsx'
import { WorkingPart } from './working-part.tsx'

export interface OwnTaxes {
  readonly taxpayer: Taxpayer
  readonly objects: readonly TaxObject[]
  readonly assessments: readonly Assessment[]
  readonly bills: ReadonlyMap<string, readonly OpenBill[]>
}

/** Everything that the region has on somebody as a taxpayer, and on the firms he answers for. */
export function OwnTaxesPage({ list, today }: { list: readonly OwnTaxes[]; today: Temporal.PlainDate }) {
  const { locale } = useFrame()
  const t = citizenTaxTexts(locale)
  const hasReturns = list.some(({ objects }) => objects.some(({ kind }) => isSelfAssessed(kind)))
  return (
    <CitizenLayout
      title={t('own.title')}
      lead={t('own.lead')}
      actions={
        hasReturns && (
          <LinkButton href={localTaxPaths.ownReturns} variant="secondary">
            {t('own.returns')}
          </LinkButton>
        )
      }
      narrow
      private
    >
      {list.length === 0 && (
        <EmptyState
          title={t('own.none')}
          icon="search"
          action={<LinkButton href={localTaxPaths.check}>{t('own.check')}</LinkButton>}
        >
          {t('own.none-help')}
        </EmptyState>
      )}
      {list.map((one) => (
        <OneTaxpayer key={one.taxpayer.id} {...one} today={today} />
      ))}
    </CitizenLayout>
  )
}

function OneTaxpayer({ taxpayer, objects, assessments, bills, today }: OwnTaxes & { today: Temporal.PlainDate }) {
  const { locale } = useFrame()
  const t = citizenTaxTexts(locale)
  const waiting = assessments.filter((one) => one.owed > 0n)
  const toPay = (one: Assessment) => (bills.get(one.id) ?? []).reduce((sum, bill) => sum + bill.total, 0n)
  const when = (one: Assessment) =>
    t(Temporal.PlainDate.compare(one.dueOn, today) < 0 ? 'own.late' : 'own.until', {
      day: formatDay(one.dueOn, locale),
    })
  return (
    <Section title={taxpayer.name} id={taxpayer.npwpd}>
      <p class="hint">NPWPD {taxpayer.npwpd}</p>
      <h3 class="mt-6">{t('own.waiting')}</h3>
      {waiting.length === 0 ? (
        <p>{t('own.nothing')}</p>
      ) : (
        <LinkList
          headingLevel={3}
          items={waiting.map((one) => ({
            title: `${formatRupiah(toPay(one))}, ${claimTitle(one, locale)}`,
            href: localTaxPaths.ownAssessment(one.id),
            text: [one.code && formatNop(one.code), when(one)].filter(Boolean).join(', '),
          }))}
        />
      )}
      <h3 class="mt-6">{t('own.objects')}</h3>
      {objects.length === 0 ? (
        <p class="hint">{t('own.objects-none')}</p>
      ) : (
        <SummaryList
          dense
          rows={objects.map((object) => ({
            term: formatNop(object.code),
            value: `${objectTexts(locale)(`kind.${object.kind}`)}: ${object.name}, ${object.address}`,
          }))}
        />
      )}
      <h3 class="mt-6">{t('own.assessments')}</h3>
      {assessments.length === 0 ? (
        <p class="hint">{t('own.assessments-none')}</p>
      ) : (
        <LinkList
          headingLevel={3}
          items={assessments.map((one) => ({
            title: `${claimTitle(one, locale)}, ${formatRupiah(one.amount)}`,
            href: localTaxPaths.ownAssessment(one.id),
            text: one.code ? formatNop(one.code) : one.number,
            note: claimTexts(locale)(`state.${one.state}`),
          }))}
        />
      )}
    </Section>
  )
}

interface OwnAssessmentProps {
  readonly one: Assessment
  readonly bills: readonly OpenBill[]
  readonly history: readonly StepEntry[]
  readonly steps: Result['steps'] | undefined
  readonly zone: Zone
}

/** One of one's own assessments: what it is computed from, how to pay, what happened to it, its letters. */
export function OwnAssessmentPage({ one, bills, history, steps, zone }: OwnAssessmentProps) {
  const { locale } = useFrame()
  const t = citizenTaxTexts(locale)
  const c = claimTexts(locale)
  const letters = history.flatMap((step) => (step.documentId ? [{ ...step, documentId: step.documentId }] : []))
  return (
    <CitizenLayout
      title={`${claimTitle(one, locale)}, ${formatRupiah(one.amount)}`}
      lead={<ClaimTag state={one.state} locale={locale} />}
      breadcrumb={[{ label: t('own.title'), href: localTaxPaths.own }, { label: one.number }]}
      narrow
      private
    >
      {bills.length > 0 && (
        <Section title={t('own.waiting')}>
          <LinkList
            headingLevel={3}
            items={bills.map((bill) => ({
              title: formatRupiah(bill.total),
              href: billingPaths.ownBill(bill.billId),
              text: `${t('code')} ${formatBillingCode(bill.number)}, ${t('own.until', { day: formatShort(bill.dueAt, locale, zone) })}`,
              note: bill.interest > 0n ? `${t('interest')} ${formatRupiah(bill.interest)}` : undefined,
            }))}
          />
        </Section>
      )}
      {one.kind === 'sppt' && one.state !== 'cancelled' && (
        <form method="post" action={localTaxPaths.ownPaper(one.id)}>
          <CsrfField />
          <Button variant="secondary" icon="download">
            {t('own.paper')}
          </Button>
        </form>
      )}
      <Section title={t('own.basis')}>
        <SummaryList
          dense
          rows={[
            { term: c('number'), value: one.number },
            ...basisRows(one, locale),
            { term: c('amount'), value: <b>{formatRupiah(one.amount)}</b> },
            ...(one.paid > 0n ? [{ term: c('paid'), value: formatRupiah(one.paid) }] : []),
            { term: c('due-on'), value: formatDay(one.dueOn, locale) },
          ]}
        />
      </Section>
      {steps && <WorkingPart steps={steps} locale={locale} />}
      {letters.length > 0 && (
        <Section title={t('own.letters')}>
          <LinkList
            headingLevel={3}
            items={letters.map((step) => ({
              title: wayText(step.verb, locale),
              href: localTaxPaths.ownLetter(one.id, step.documentId),
              text: formatShort(step.at, locale, zone),
            }))}
          />
        </Section>
      )}
      <Section title={t('own.way')}>
        <SummaryList
          dense
          rows={[
            ...history.map((step) => ({
              term: formatShort(step.at, locale, zone),
              value: [wayText(step.verb, locale), step.amount !== undefined && formatRupiah(step.amount)]
                .filter(Boolean)
                .join(', '),
            })),
            ...(one.runId && one.issuedOn ? [{ term: formatDay(one.issuedOn, locale), value: c('history.run') }] : []),
          ]}
        />
      </Section>
    </CitizenLayout>
  )
}
