import { Button, CitizenLayout, Notice, SummaryList, TextField, useFrame } from '#ui/index.ts'
import { documentPaths } from '../paths.ts'
import type { OfflineVerdict } from '../statement/check-offline.ts'
import { offlineTexts } from '../texts-offline.ts'

const words = ['ready', 'no-data', 'cannot-keep', 'no-camera', 'no-qr', 'no-picture'] as const
const tones: Readonly<Record<OfflineVerdict['kind'], 'good' | 'soon' | 'late'>> = {
  genuine: 'good',
  expired: 'soon',
  'stale-list': 'soon',
  'maybe-revoked': 'late',
  'not-ours': 'late',
  'other-region': 'soon',
  'no-statement': 'soon',
  'not-a-document': 'soon',
}
const withStatement = new Set<OfflineVerdict['kind']>(['genuine', 'expired', 'stale-list', 'maybe-revoked'])

/** Everything that the check may have to say lies in the page, for without a network nothing can be fetched. */
export function OfflinePage() {
  const { locale, region } = useFrame()
  const t = offlineTexts(locale)
  return (
    <CitizenLayout title={t('title')} lead={t('lead', { region: region.name })} narrow>
      <noscript>
        <Notice tone="soon">
          <p>{t('noscript')}</p>
          <p>
            <a href={documentPaths.verifyForm}>{t('noscript-link')}</a>
          </p>
        </Notice>
      </noscript>
      <div
        hidden
        lang={locale}
        data-island="offline-check"
        data-worker={documentPaths.offlineWorker}
        data-data={documentPaths.offlineData}
      >
        <p class="hint" role="status" data-state />
        <video class="scan-view mt-4" data-video playsInline muted hidden />
        <p class="mt-4">
          <button
            type="button"
            class="btn btn-primary"
            data-camera
            data-start={t('camera')}
            data-stop={t('camera-stop')}
          >
            {t('camera')}
          </button>
        </p>
        <div class="field mt-6">
          <label class="label" for="gambar">
            {t('picture')}
          </label>
          <p class="hint">{t('picture-hint')}</p>
          <div class="upload-new">
            <input id="gambar" class="input input-file" type="file" accept="image/*" data-picture />
          </div>
        </div>
        <form class="mt-6" data-typed>
          <TextField name="alamat" label={t('typed')} />
          <Button variant="secondary">{t('check')}</Button>
        </form>
        <div class="mt-8" data-result />
        {words.map((word) => (
          <template key={word} data-word={word}>
            {t(`word.${word}`)}
          </template>
        ))}
        {Object.keys(tones).map((kind) => (
          <VerdictTemplate key={kind} kind={kind as OfflineVerdict['kind']} />
        ))}
      </div>
    </CitizenLayout>
  )
}

function VerdictTemplate({ kind }: { kind: OfflineVerdict['kind'] }) {
  const t = offlineTexts(useFrame().locale)
  const filled = (name: string) => <span data-fill>{`{${name}}`}</span>
  return (
    <template data-verdict={kind}>
      <h2 class="mb-3">{t(`${kind}.title`)}</h2>
      <Notice tone={tones[kind]}>
        <span data-fill>{t(`${kind}.lead`)}</span>
      </Notice>
      {withStatement.has(kind) && (
        <div class="mt-4">
          <SummaryList
            rows={[
              { term: t('row.document'), value: filled('title') },
              { term: t('row.number'), value: filled('number') },
              { term: t('row.subject'), value: filled('subject') },
              { term: t('row.signer'), value: filled('signer') },
              { term: t('row.issued'), value: filled('issued') },
              { term: t('row.last'), value: filled('last') },
              { term: t('row.code'), value: filled('code') },
              { term: t('row.hash'), value: <code class="break-all">{filled('contentHash')}</code> },
            ]}
          />
        </div>
      )}
    </template>
  )
}
