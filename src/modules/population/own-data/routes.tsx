import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { bytes, get, page } from '#kernel/http/route.ts'
import { portableData, readOwnData } from './own-data.ts'
import { OwnDataPage } from './own-data-page.tsx'
import { ownDataPaths } from './paths.ts'

const own = { access: signedIn, audit: 'own-data' } as const

export const ownDataPage = get(ownDataPaths.page, {
  ...own,
  query: z.object({ nomor: z.enum(['lengkap']).optional().catch(undefined) }),
  async handle(context) {
    const { tenant, db, actor, locale, now, query } = context
    const open = query.nomor === 'lengkap'
    const data = await readOwnData(tenant, db, actor.personId ?? '', open)
    return page(<OwnDataPage locale={locale} zone={tenant.profile.zone} now={now} data={data} open={open} />)
  },
})

export const ownDataFile = get(ownDataPaths.file, {
  ...own,
  async handle({ tenant, db, actor }) {
    const data = portableData(await readOwnData(tenant, db, actor.personId ?? '', true))
    return bytes(Buffer.from(`${JSON.stringify(data, null, 2)}\n`), 'application/json', { name: 'data-saya.json' })
  },
})

export const ownDataRoutes = [ownDataPage, ownDataFile]
