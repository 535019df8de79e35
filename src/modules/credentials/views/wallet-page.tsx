import { listAssets } from '#kernel/http/assets.ts'
import { CitizenLayout, useFrame } from '#ui/index.ts'
import { walletTexts } from '../app/texts.ts'
import { credentialPaths } from '../paths.ts'
import { PaperInstead } from './own-page.tsx'

/** The empty page that the browser fills with what lies in it. Nothing on it is anybody's, so it may be kept. */
export function WalletPage({ zone, origin }: { zone: string; origin: string }) {
  const { locale } = useFrame()
  const t = walletTexts(locale)
  return (
    <CitizenLayout title={t('title')} lead={t('lead')} narrow>
      <noscript>
        <PaperInstead locale={locale} />
      </noscript>
      <div
        data-island="card-wallet"
        data-zone={zone}
        data-origin={origin}
        data-worker={credentialPaths.walletWorker}
        data-files={JSON.stringify(listAssets())}
      />
    </CitizenLayout>
  )
}
