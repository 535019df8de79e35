import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { ButtonRow, LinkButton, Notice, StatusTag, SummaryList, useFrame } from '#ui/index.ts'
import { trustedOffsetMs } from '../domain.ts'
import { fieldCounterPaths } from '../paths.ts'
import type { FieldItem } from '../queries/items.ts'
import { fieldCounterTexts } from '../texts.ts'
import { type DeskAround, DeskFrame } from './desk-frame.tsx'
import { itemTones } from './items-page.tsx'

export interface ItemDetailProps extends DeskAround {
  readonly item: FieldItem
  readonly title: string
  readonly mayOpenCase: boolean
  readonly zone: Zone
}

/** One item as the office knows it: times by both clocks, parts, reason. */
export function ItemDetailPage(props: ItemDetailProps) {
  const { locale } = useFrame()
  const t = fieldCounterTexts(locale)
  const { item, zone } = props
  const moment = (at: Temporal.Instant) => formatShort(at, locale, zone)
  const helps = { arriving: 'arriving-help', refused: 'refused-help', conflict: 'conflict-help' } as const
  const help = item.state in helps ? helps[item.state as keyof typeof helps] : undefined
  return (
    <DeskFrame {...props} title={item.localNumber} lead={props.title}>
      {help && (
        <Notice tone={item.state === 'arriving' ? 'info' : 'soon'} title={item.reason?.text[locale]}>
          {t(help)}
        </Notice>
      )}
      <SummaryList
        dense
        rows={[
          {
            term: t('items.state'),
            value: <StatusTag tone={itemTones[item.state]}>{t(`state.${item.state}`)}</StatusTag>,
          },
          ...(item.caseNumber ? [{ term: t('case'), value: item.caseNumber }] : []),
          ...(item.reason && !help ? [{ term: t('reason'), value: item.reason.text[locale] }] : []),
          ...(item.otherEventReason ? [{ term: t('other'), value: item.otherEventReason }] : []),
          {
            term: t('devices.name'),
            value: <a href={fieldCounterPaths.device(item.deviceId)}>{`${item.deviceName} (${item.deviceCode})`}</a>,
          },
          { term: t('officer'), value: item.officer },
          { term: t('filled'), value: moment(item.filledAt) },
          { term: t('clock'), value: clockWords(item, t) },
          { term: t('reported'), value: moment(item.reportedAt) },
          { term: t('seen'), value: moment(item.firstSeenAt) },
          ...(item.settledAt ? [{ term: t('settled'), value: moment(item.settledAt) }] : []),
          ...(item.state === 'arriving'
            ? [{ term: t('parts'), value: t('parts-of', { kept: item.partsKept, wanted: item.partsWanted }) }]
            : []),
          { term: t('attempts'), value: String(item.attempts) },
          ...(item.dependsOn
            ? [
                {
                  term: t('depends'),
                  value: <a href={fieldCounterPaths.item(item.dependsOn)}>{t('receipt.to-item')}</a>,
                },
              ]
            : []),
          ...(item.reason?.fields.length
            ? [{ term: t('fields'), value: item.reason.fields.map((field) => field.message[locale]).join(' ') }]
            : []),
        ]}
      />
      {item.caseId && props.mayOpenCase && (
        <ButtonRow>
          <LinkButton href={`/meja/${item.caseId}`}>{t('to-case')}</LinkButton>
        </ButtonRow>
      )}
    </DeskFrame>
  )
}

function clockWords(item: FieldItem, t: ReturnType<typeof fieldCounterTexts>): string {
  const minutes = Math.round(Math.abs(item.clockOffsetMs) / 60_000)
  if (!item.isClockTrusted) return t('clock.untrusted', { minutes })
  return Math.abs(item.clockOffsetMs) < trustedOffsetMs / 5 ? t('clock.right') : t('clock.off', { minutes })
}
