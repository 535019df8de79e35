import { listAssets } from '#kernel/http/assets.ts'
import { Notice, PlainLayout, useFrame } from '#ui/index.ts'
import { fieldCounterTexts } from '../texts.ts'

/** The empty page that the program on the device fills. Nothing on it is anybody's, so it may be kept. */
export function AppPage({ zone, origin }: { zone: string; origin: string }) {
  const { locale, region } = useFrame()
  const t = fieldCounterTexts(locale)
  return (
    <PlainLayout title={t('app')} heading={false}>
      <noscript>
        <h1>{t('app')}</h1>
        <Notice tone="soon">{t('noscript')}</Notice>
      </noscript>
      <div
        hidden
        class="field-counter"
        data-island="field-counter"
        data-name={region.name}
        data-short-name={region.shortName}
        data-motto={region.motto}
        data-zone={zone}
        data-origin={origin}
        data-files={JSON.stringify(listAssets())}
      >
        <h1>{t('app')}</h1>
        <p role="status">{t('opening')}</p>
      </div>
    </PlainLayout>
  )
}
