import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { type BillSummary, formatBillingCode, type Owed } from '#modules/billing/index.ts'
import type { Result } from '#modules/tax/index.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  DateField,
  type DateParts,
  ErrorSummary,
  LinkButton,
  Notice,
  Section,
  SummaryList,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { assessmentMachine, overpaidOf, proposalKinds, proposalVerbs } from '../claims.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { Assessment } from '../queries/assessments.ts'
import type { StepEntry } from '../queries/steps.ts'
import { claimTexts } from '../texts/claims.ts'
import { collectingTexts } from '../texts/collecting.ts'
import { officialTexts } from '../texts/official.ts'
import { basisRows, ClaimTag, claimTitle, wayText } from './claim-words.tsx'
import { errorsOf, TaxFrame, type TaxPageProps } from './frame.tsx'
import { ProposeForm } from './propose-form.tsx'
import { WorkingPart } from './working-part.tsx'

export interface AssessmentPageProps extends TaxPageProps {
  readonly one: Assessment
  readonly history: readonly StepEntry[]
  /** Absent when the law known today would give another amount. */
  readonly steps: Result['steps'] | undefined
  readonly bills: readonly BillSummary[]
  /** By bill, as of today. */
  readonly owed: ReadonlyMap<string, Owed>
  readonly typed: Readonly<Record<string, string>>
  readonly deliveredOn: string | DateParts | undefined
  readonly error: AppError | undefined
}

export function AssessmentPage(props: AssessmentPageProps) {
  const { locale, one } = props
  const t = claimTexts(locale)
  const errors = errorsOf(props.error, locale)
  const overpaid = overpaidOf(one)
  return (
    <TaxFrame
      {...props}
      title={`${claimTitle(one, locale)}, ${formatRupiah(one.amount)}`}
      lead={
        <>
          <ClaimTag state={one.state} locale={locale} />{' '}
          <a href={localTaxPaths.taxpayer(one.taxpayerId)}>{one.ownerName}</a>
        </>
      }
      crumbs={[
        { label: t('title'), href: localTaxPaths.assessments },
        one.objectId ? { label: formatNop(one.code), href: localTaxPaths.object(one.objectId) } : { label: one.number },
      ]}
      actions={
        <>
          {one.kind === 'sppt' && one.state !== 'draft' && one.state !== 'cancelled' && (
            <form method="post" action={localTaxPaths.paper(one.id)}>
              <CsrfField />
              <Button variant="secondary" icon="download">
                {t('paper')}
              </Button>
            </form>
          )}
          <LinkButton href={localTaxPaths.sheet(one.id)} variant="secondary" icon="printer">
            {t('print')}
          </LinkButton>
        </>
      }
    >
      <ErrorSummary errors={errors.list} />
      {one.disputedBy && <Notice tone="info">{t('disputed')}</Notice>}
      {overpaid > 0n && <Notice tone="soon">{t('overpaid-help', { amount: formatRupiah(overpaid) })}</Notice>}
      <Columns aside={<Acts {...props} errorOf={errors.of} />}>
        <Section title={t('facts')} id="perihal">
          <SummaryList dense rows={[...moneyRows(props), ...dayRows(one, locale)]} />
        </Section>
        <Bills {...props} />
        <Section title={t('basis')} id="dasar">
          <SummaryList
            dense
            rows={[
              ...basisRows(one, locale),
              ...(one.lastYear === undefined ? [] : [{ term: t('before'), value: formatRupiah(one.lastYear) }]),
            ]}
          />
        </Section>
        {props.steps && <WorkingPart steps={props.steps} locale={locale} />}
        <Way {...props} />
      </Columns>
    </TaxFrame>
  )
}

function moneyRows({ one, owed, locale }: AssessmentPageProps) {
  const t = claimTexts(locale)
  const interest = [...owed.values()].reduce((sum, bill) => sum + bill.interest, 0n)
  return [
    { term: t('number'), value: one.number },
    { term: t('amount'), value: <b>{formatRupiah(one.amount)}</b> },
    ...(one.assessed === one.amount ? [] : [{ term: t('assessed'), value: formatRupiah(one.assessed) }]),
    ...(one.paid > 0n ? [{ term: t('paid'), value: formatRupiah(one.paid) }] : []),
    ...(one.writtenOff > 0n ? [{ term: t('written-off'), value: formatRupiah(one.writtenOff) }] : []),
    ...(one.owed > 0n ? [{ term: t('owed'), value: formatRupiah(one.owed) }] : []),
    ...(interest > 0n
      ? [
          { term: t('interest'), value: formatRupiah(interest) },
          { term: t('to-pay'), value: <b>{formatRupiah(one.owed + interest)}</b> },
        ]
      : []),
  ]
}

function dayRows(one: Assessment, locale: TaxPageProps['locale']) {
  const t = claimTexts(locale)
  return [
    ...(one.issuedOn ? [{ term: t('issued-on'), value: formatDay(one.issuedOn, locale) }] : []),
    { term: t('due-on'), value: formatDay(one.dueOn, locale) },
    ...(one.deliveredOn
      ? [
          { term: t('delivered-on'), value: formatDay(one.deliveredOn, locale) },
          { term: t('delivered-to'), value: one.deliveredTo ?? '–' },
        ]
      : []),
    ...(one.cancelReason ? [{ term: t('cancel-reason'), value: one.cancelReason }] : []),
  ]
}

function Bills({ bills, locale, zone }: AssessmentPageProps) {
  const t = claimTexts(locale)
  return (
    <Section title={t('bills')} id="tagihan">
      {bills.length === 0 ? (
        <p class="hint">{t('bills-none')}</p>
      ) : (
        <SummaryList
          dense
          rows={bills.map((bill) => ({
            term: t('bill.code', { code: formatBillingCode(bill.number) }),
            value: (
              <>
                {formatRupiah(bill.total)}, {t(`bill.${bill.state}`)}
                <span class="hint">
                  {' '}
                  {t('due-on').toLowerCase()} {formatShort(bill.dueAt, locale, zone)}
                </span>
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}

/** Each step in words: who, when, on what ground. */
function Way({ history, one, locale, zone }: AssessmentPageProps) {
  const t = claimTexts(locale)
  return (
    <Section title={t('history')} id="riwayat">
      <ol class="plain-list">
        {history.map((entry) => (
          <li key={entry.id}>
            <b>{wayText(entry.verb, locale)}</b>
            {entry.amount !== undefined && ` ${formatRupiah(entry.amount)}`}
            <span class="hint">
              {' '}
              {formatShort(entry.at, locale, zone)}, {entry.by.startsWith('local-tax.') ? t('by-system') : entry.by}
            </span>
            {entry.documentId && (
              <>
                {' '}
                <a href={localTaxPaths.letter(one.id, entry.documentId)}>{t('letter')}</a>
              </>
            )}
            {entry.ground && <blockquote class="quote">{entry.ground}</blockquote>}
          </li>
        ))}
        {one.runId && one.issuedOn && (
          <li>
            <a href={localTaxPaths.run(one.runId)}>{t('history.run')}</a>
            <span class="hint"> {formatDay(one.issuedOn, locale)}</span>
          </li>
        )}
      </ol>
    </Section>
  )
}

const can = (one: Assessment, verb: string) => assessmentMachine.from(one.state).some((row) => row.verb === verb)

function Acts(props: AssessmentPageProps & { errorOf: (name: string) => string | undefined }) {
  const { one, locale, actor, errorOf, typed } = props
  const t = claimTexts(locale)
  const isDraft = one.state === 'draft'
  const kinds = isDraft && one.runId ? [] : proposalKinds.filter((kind) => can(one, proposalVerbs[kind]))
  return (
    <>
      {!one.deliveredOn && can(one, 'deliver') && isPermitted(actor, 'local-tax.assess') && (
        <Section title={t('deliver')} id="sampaikan">
          <form method="post" action={localTaxPaths.assessmentAct(one.id, 'sampaikan')} novalidate>
            <CsrfField />
            <DateField
              name="deliveredOn"
              label={t('delivered-on')}
              value={props.deliveredOn}
              error={errorOf('deliveredOn')}
            />
            <TextField
              name="deliveredTo"
              label={t('delivered-to')}
              value={typed['deliveredTo']}
              error={errorOf('deliveredTo')}
              maxLength={150}
              autocomplete="off"
            />
            <ButtonRow>
              <Button variant="secondary">{t('deliver')}</Button>
            </ButtonRow>
          </form>
        </Section>
      )}
      {kinds.length > 0 && isPermitted(actor, 'local-tax.assess') && (
        <Section title={collectingTexts(locale)(isDraft ? 'propose-issue' : 'propose')} id="usulan">
          <p class="hint">{collectingTexts(locale)('propose-lead')}</p>
          <ProposeForm
            id="usulkan"
            action={localTaxPaths.assessmentAct(one.id, 'usulkan')}
            {...{ kinds, typed, errorOf, locale }}
          />
        </Section>
      )}
      {can(one, 'cancel') && !isDraft && isPermitted(actor, 'local-tax.approve') && (
        <End {...props} verb="batalkan" label={t('cancel')} />
      )}
      {isDraft && !one.runId && isPermitted(actor, 'local-tax.assess') && (
        <End {...props} verb="buang" label={officialTexts(locale)('discard')} />
      )}
    </>
  )
}

function End(
  props: AssessmentPageProps & { errorOf: (name: string) => string | undefined; verb: string; label: string },
) {
  const { one, verb, label, typed, locale } = props
  return (
    <Section title={label} id={verb}>
      <form method="post" action={localTaxPaths.assessmentAct(one.id, verb)} novalidate>
        <CsrfField />
        <TextArea
          name="reason"
          label={claimTexts(locale)('reason')}
          rows={3}
          maxLength={500}
          value={typed['reason']}
          error={props.errorOf('reason')}
        />
        <ButtonRow>
          <Button variant="danger">{label}</Button>
        </ButtonRow>
      </form>
    </Section>
  )
}
