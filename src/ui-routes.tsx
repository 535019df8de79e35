import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { defineModule } from '#kernel/define/module.ts'
import { notFound } from '#kernel/errors.ts'
import { csrfToken } from '#kernel/http/csrf.ts'
import { get, type RouteContext, text } from '#kernel/http/route.ts'
import { type RegionColours, regionIcon, regionStylesheet } from '#ui/index.ts'
import { frameOf } from './presentation.tsx'

const day = 24 * 60 * 60

function colours({ tenant }: RouteContext): RegionColours {
  const { accent, accentDeep, accentWash } = tenant.profile
  return { accent, deep: accentDeep, wash: accentWash } as RegionColours
}

function cached(context: RouteContext, value: string, type: string) {
  context.reply.header('cache-control', `public, max-age=${day}`)
  return text(value, type)
}

/** The region's own colours and mark, and the catalogue of components. */
export const look = defineModule({
  name: 'look',
  routes: [
    get('/region.css', {
      access: anyone,
      audit: 'none',
      handle: (context) => cached(context, regionStylesheet(colours(context)), 'text/css; charset=utf-8'),
    }),
    get('/icon.svg', {
      access: anyone,
      audit: 'none',
      handle: (context) => cached(context, regionIcon(colours(context)), 'image/svg+xml'),
    }),
    get('/robots.txt', {
      access: anyone,
      audit: 'none',
      handle: (context) =>
        cached(
          context,
          'User-agent: *\nDisallow: /akun\nDisallow: /berkas-saya\nDisallow: /meja\nDisallow: /v/\n',
          'text/plain; charset=utf-8',
        ),
    }),
    get('/_ui', { access: anyone, audit: 'none', handle: (context) => showSpecimen(context, undefined) }),
    get('/_ui/:name', {
      access: anyone,
      audit: 'none',
      params: z.object({ name: z.string().max(80) }),
      handle: (context) => showSpecimen(context, context.params.name),
    }),
  ],
  commands: [],
  permissions: {},
})

/** Specimens are for makers: they exist in the demo region only. */
async function showSpecimen(context: RouteContext, name: string | undefined) {
  if (!context.tenant.profile.isDemo) throw notFound()
  const { renderSpecimen } = await import('#ui/specimens/index.tsx')
  const html = renderSpecimen(
    frameOf(context, () => csrfToken(context.tenant, context.request, context.reply)),
    name,
  )
  if (html === undefined) throw notFound()
  return text(html, 'text/html; charset=utf-8')
}
