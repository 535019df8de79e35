import { isPermitted } from '#kernel/access/access.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { errorsOf } from '#modules/local-tax/index.ts'
import { localTaxPaths } from '#modules/local-tax/paths.ts'
import { Button, ButtonRow, CsrfField, fieldId, Section, StatusTag, SummaryList, TextArea } from '#ui/index.ts'
import { outcomeOf } from '../domain.ts'
import { taxReturnPaths } from '../paths.ts'
import type { Finding } from '../queries/parts.ts'
import { deskTexts } from '../texts/desk.ts'
import type { DeskReturnProps } from './desk-return-page.tsx'

const tones = { proposed: 'soon', approved: 'good', returned: 'neutral' } as const

/** What officers found, and the decision on the one that waits. */
export function FindingList(props: DeskReturnProps) {
  const { findings, locale } = props
  if (findings.length === 0) return null
  return (
    <Section title={deskTexts(locale)('findings')} id="temuan">
      {findings.map((finding) => (
        <OneFinding key={finding.id} {...props} finding={finding} />
      ))}
    </Section>
  )
}

function OneFinding(props: DeskReturnProps & { finding: Finding }) {
  const { finding, one, actor, locale, zone } = props
  const t = deskTexts(locale)
  const difference = finding.taxAmount - finding.declared
  const amount = formatRupiah(difference < 0n ? -difference : difference)
  const at = (moment: Temporal.Instant | undefined) => (moment ? formatShort(moment, locale, zone) : '')
  const isWaiting = finding.state === 'proposed'
  return (
    <>
      <h3>
        {t(`finding.${finding.kind}`)}{' '}
        <StatusTag tone={tones[finding.state]}>{t(`finding.${finding.state}`)}</StatusTag>
      </h3>
      <SummaryList
        dense
        rows={[
          { term: t('by'), value: `${finding.madeBy}, ${at(finding.madeAt)}` },
          { term: t('ground'), value: finding.ground },
          { term: t('found-turnover'), value: formatRupiah(finding.turnover) },
          ...(finding.exempt > 0n ? [{ term: t('exempt'), value: formatRupiah(finding.exempt) }] : []),
          { term: t('found-tax'), value: formatRupiah(finding.taxAmount) },
          { term: t('declared'), value: formatRupiah(finding.declared) },
          ...(isWaiting
            ? [
                {
                  term: t('outcome'),
                  value: <b>{t(`outcome.${outcomeOf(finding.taxAmount, finding.declared)}`, { amount })}</b>,
                },
              ]
            : [
                {
                  term: t(`finding.${finding.state}`),
                  value: (
                    <>
                      {finding.decidedBy}, {at(finding.decidedAt)}
                      {finding.note && <blockquote class="quote">{finding.note}</blockquote>}
                    </>
                  ),
                },
                ...(finding.assessmentId
                  ? [
                      {
                        term: t('claim'),
                        value: <a href={localTaxPaths.assessment(finding.assessmentId)}>{t('claim')}</a>,
                      },
                    ]
                  : []),
              ]),
        ]}
      />
      {isWaiting && isPermitted(actor, 'tax-returns.approve', { territory: one.villageCode }) && (
        <Decision {...props} finding={finding} />
      )}
    </>
  )
}

function Decision({ finding, one, actor, locale, act, typed, error }: DeskReturnProps & { finding: Finding }) {
  const t = deskTexts(locale)
  if (finding.madeByAccount === actor.accountId) return <p class="hint">{t('approve-self')}</p>
  const isSent = act === 'kembalikan'
  return (
    <>
      <form method="post" action={taxReturnPaths.deskAct(one.id, 'setujui')}>
        <CsrfField />
        <input type="hidden" name="findingId" value={finding.id} />
        <ButtonRow>
          <Button>{t('approve')}</Button>
        </ButtonRow>
      </form>
      <form method="post" action={taxReturnPaths.deskAct(one.id, 'kembalikan')} novalidate>
        <CsrfField />
        <input type="hidden" name="findingId" value={finding.id} />
        <TextArea
          name="reason"
          id={fieldId('kembalikan-reason')}
          label={t('reason')}
          rows={2}
          maxLength={500}
          value={isSent ? typed['reason'] : undefined}
          error={isSent ? errorsOf(error, locale).of('reason') : undefined}
        />
        <ButtonRow>
          <Button variant="secondary">{t('return')}</Button>
        </ButtonRow>
      </form>
    </>
  )
}
