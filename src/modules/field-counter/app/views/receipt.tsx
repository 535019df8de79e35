import { encodeQR } from 'qr'
import { Button, ButtonRow, LinkButton, SummaryList, useFrame } from '#ui/index.ts'
import { fieldCounterPaths } from '../../paths.ts'
import type { Draft } from '../drafts.ts'
import { appTexts } from '../texts.ts'
import type { Moments } from '../words.ts'

export interface ReceiptProps {
  readonly draft: Draft
  readonly applicant: string
  readonly officer: string
  readonly deviceName: string
  readonly origin: string
  readonly moments: Moments
}

/** What may be handed over without the office: that it was taken down, and nothing more. */
export function ReceiptPage({ draft, applicant, officer, deviceName, origin, moments }: ReceiptProps) {
  const { locale, region } = useFrame()
  const t = appTexts(locale)
  const { record, content } = draft
  const number = record.localNumber ?? ''
  const { received } = content
  return (
    <>
      <a class="back print:hidden" href={`#/kiriman/${record.id}`}>
        {t('back')}
      </a>
      <article class="field-receipt" data-receipt>
        <p>{t('receipt-region', { region: region.name })}</p>
        <h1 tabindex={-1}>{t('receipt-title')}</h1>
        <p class="field-receipt-number">{number}</p>
        <p class="field-receipt-promise">{t('receipt-promise')}</p>
        <SummaryList
          dense
          rows={[
            { term: t('service'), value: content.title[locale] },
            ...(content.subject && content.subject !== applicant
              ? [{ term: t('receipt-subject'), value: content.subject }]
              : []),
            ...(applicant ? [{ term: t('receipt-applicant'), value: applicant }] : []),
            { term: t('receipt-at'), value: moments.moment(record.queuedAt ?? record.updatedAt) },
            { term: t('receipt-officer'), value: `${officer}, ${deviceName}` },
          ]}
        />
        <p>
          {received
            ? t('receipt-state-sent', { when: moments.moment(received.at), number: received.caseNumber })
            : t('receipt-state-wait')}
        </p>
        <div class="field-receipt-foot">
          <QrCode text={`${origin}${fieldCounterPaths.receipt(number)}`} />
          <div>
            <p>{t('receipt-qr')}</p>
            <p class="hint">{t('receipt-notice')}</p>
          </div>
        </div>
      </article>
      <div class="print:hidden">
        <ButtonRow>
          <Button type="button" name="aksi" value="cetak">
            {t('print')}
          </Button>
          <LinkButton variant="quiet" href="#/">
            {t('to-home')}
          </LinkButton>
        </ButtonRow>
      </div>
    </>
  )
}

function QrCode({ text }: { text: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 })
  const path = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg class="field-qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={text}>
      <path fill="#fff" d={`M0 0h${rows.length}v${rows.length}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}
