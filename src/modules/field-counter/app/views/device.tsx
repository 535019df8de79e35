import { Button, ButtonRow, formatBytes, LinkButton, Notice, Section, SummaryList, useFrame } from '#ui/index.ts'
import { trustedOffsetMs } from '../../domain.ts'
import { fieldCounterPaths } from '../../paths.ts'
import { daysSince, type PackedAreas, type PackedForm, staleAfterDays } from '../pack.ts'
import type { DeviceRecord } from '../store.ts'
import { appTexts } from '../texts.ts'
import type { Moments } from '../words.ts'

export interface DevicePageProps {
  readonly device: DeviceRecord
  readonly label: string
  readonly forms: readonly PackedForm[]
  readonly areas: PackedAreas | undefined
  readonly outdated: readonly string[]
  readonly storage: { readonly free: number; readonly all: number } | undefined
  readonly message?: { readonly tone: 'good' | 'soon'; readonly text: string } | undefined
  readonly moments: Moments
}

/** What the device carries and how it is. */
export function DevicePage(props: DevicePageProps) {
  const { locale } = useFrame()
  const t = appTexts(locale)
  const { device, forms, storage } = props
  const isStale = forms.some((form) => daysSince(form.madeAt) > staleAfterDays)
  return (
    <>
      <a class="back" href="#/">
        {t('to-home')}
      </a>
      <h1 tabindex={-1}>{t('device')}</h1>
      {props.message && (
        <Notice tone={props.message.tone} announce>
          {props.message.text}
        </Notice>
      )}
      <p role="status" data-progress class="hint" />
      {storage && storage.free < 50_000_000 && <Notice tone="late">{t('storage-low')}</Notice>}
      <Section title={t('pack')}>
        {props.outdated.length > 0 && (
          <Notice tone="soon">{t('pack-outdated', { titles: props.outdated.join(', ') })}</Notice>
        )}
        {isStale && <Notice tone="soon">{t('pack-stale', { days: staleAfterDays })}</Notice>}
        <SummaryList
          rows={forms.map((form) => ({
            term: form.title[locale],
            value: t('pack-version', { version: form.version, age: ageOf(form.madeAt, t) }),
          }))}
        />
        {props.areas && <p class="hint">{t('pack-areas', { names: props.areas.names.join(', ') })}</p>}
        <ButtonRow>
          <Button type="button" name="aksi" value="perbarui" icon="refresh-cw">
            {t('pack-renew')}
          </Button>
          <LinkButton variant="secondary" href={fieldCounterPaths.setUp}>
            {t('pack-more')}
          </LinkButton>
        </ButtonRow>
      </Section>
      <Section title={t('device-name')}>
        <SummaryList
          rows={[
            { term: t('device-name'), value: device.name },
            { term: t('device-code'), value: device.code },
            { term: t('lock-who'), value: props.label },
            { term: t('device-clock'), value: clockWords(device, t) },
            {
              term: t('device-contact'),
              value: device.lastContactAt ? props.moments.moment(device.lastContactAt) : t('clock-unknown'),
            },
            ...(storage
              ? [
                  {
                    term: t('device-storage'),
                    value: t('storage-free', { free: formatBytes(storage.free), all: formatBytes(storage.all) }),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={t('promises')}>
        <ul class="plain-list">
          <li>{t('promise-1')}</li>
          <li>{t('promise-2')}</li>
          <li>{t('promise-3')}</li>
        </ul>
      </Section>
    </>
  )
}

function ageOf(madeAt: string, t: ReturnType<typeof appTexts>): string {
  const days = daysSince(madeAt)
  return days < 1 ? t('pack-today') : t('pack-days', { days })
}

function clockWords({ clockOffsetMs }: DeviceRecord, t: ReturnType<typeof appTexts>): string {
  if (clockOffsetMs === undefined) return t('clock-unknown')
  if (Math.abs(clockOffsetMs) < trustedOffsetMs / 5) return t('clock-right')
  return t('clock-off', { minutes: Math.round(Math.abs(clockOffsetMs) / 60_000) })
}
