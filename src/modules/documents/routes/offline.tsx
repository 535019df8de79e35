import { anyone } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { readWorker } from '#kernel/http/assets.ts'
import { get, json, page, text } from '#kernel/http/route.ts'
import { documentPaths } from '../paths.ts'
import { findOfflineData } from '../queries/offline-data.ts'
import { OfflinePage } from '../views/offline-page.tsx'

export const offlinePage = get(documentPaths.offline, {
  access: anyone,
  audit: 'none',
  cache: { tags: () => [] },
  handle: () => page(<OfflinePage />),
})

/** Keys and revocation list for phones: the same for everyone, signed, so that it may also be handed on. */
export const offlineData = get(documentPaths.offlineData, {
  access: anyone,
  audit: 'none',
  perMinute: 60,
  async handle(context) {
    const data = await findOfflineData(context.db, context.tenant.profile.shortName, context.origin)
    if (!data) throw notFound()
    return json(data)
  },
})

/** Served below the page that it works for: a worker may answer only for its own folder. */
export const offlineWorker = get(documentPaths.offlineWorker, {
  access: anyone,
  audit: 'none',
  handle(context) {
    context.reply.header('cache-control', 'no-cache').header('service-worker-allowed', documentPaths.offline)
    return text(readWorker('src/modules/documents/islands/offline-worker.ts'), 'text/javascript; charset=utf-8')
  },
})
