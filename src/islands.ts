import { startIslands } from '#ui/islands/main.ts'

/** The browser's entry: the islands of the components, and those that modules bring. */
startIslands({
  passkey: () => import('#modules/accounts/islands/passkey.ts'),
  'offline-check': () => import('#modules/documents/islands/offline-check.ts'),
  'import-progress': () => import('#modules/population-import/islands/import-progress.ts'),
  'part-upload': () => import('#modules/population-import/islands/part-upload.ts'),
  'card-keep': () => import('#modules/credentials/islands/card-keep.ts'),
  'card-wallet': () => import('#modules/credentials/islands/card-wallet.ts'),
  'letter-batch': () => import('#modules/letters/islands/letter-batch.ts'),
  'letter-preview': () => import('#modules/templates/islands/letter-preview.ts'),
  'field-counter': async () => {
    const [{ fieldCounter }, { OfflineForm }] = await Promise.all([
      import('#modules/field-counter/islands/field-counter.ts'),
      import('#modules/services/islands/offline-form.tsx'),
    ])
    return { default: fieldCounter(OfflineForm) }
  },
  'field-setup': () => import('#modules/field-counter/islands/field-setup.ts'),
  'live-form': () => import('#modules/services/islands/live-form.ts'),
  'file-viewer': () => import('#ui/islands/file-viewer.ts'),
  'map-picker': () => import('#ui/islands/map-picker.ts'),
  'row-group': () => import('#ui/islands/row-group.ts'),
  'signature-pad': () => import('#ui/islands/signature-pad.ts'),
})
