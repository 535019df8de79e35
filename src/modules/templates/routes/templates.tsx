import { z } from 'zod'
import { isPermitted, permitted } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { bytes, get, page, type RouteContext } from '#kernel/http/route.ts'
import { listUnits } from '#modules/organization/index.ts'
import { letterGroups } from '../kinds.ts'
import { renderedPages } from '../letter/rendered-pages.ts'
import { frameOf, tryPdf } from '../letter/try-letter.ts'
import { templatePaths } from '../paths.ts'
import {
  findTemplate,
  type ListedTemplate,
  listChanges,
  listTemplates,
  listVersions,
  type TemplateVersion,
} from '../queries/templates.ts'
import { ComparePage } from '../views/compare-page.tsx'
import { TemplateListPage } from '../views/list-page.tsx'
import { TemplateViewPage } from '../views/template-page.tsx'

export const reads = permitted('templates.read')
export const keyParams = z.object({ key: z.string().max(60) })
export type KeyContext = RouteContext<z.infer<typeof keyParams>>

const listQuery = z.object({
  q: z.string().max(120).optional().catch(undefined),
  kelompok: z.enum(letterGroups).optional().catch(undefined),
  keadaan: z.enum(['draft', 'published', 'retired']).optional().catch(undefined),
  asal: z.enum(['built-in', 'own']).optional().catch(undefined),
  setelah: z.string().max(200).optional().catch(undefined),
})
const versionNumber = z.coerce.number().int().min(1).max(100_000)

/** @throws not-found */
export async function templateOf(context: Pick<KeyContext, 'db' | 'params'>): Promise<ListedTemplate> {
  const template = await findTemplate(context.db, context.params.key)
  if (!template) throw notFound()
  return template
}

/** On what paper the specimen of a template is shown. */
export async function frameFor(context: Pick<RouteContext, 'db' | 'tenant' | 'actor'>, template: ListedTemplate) {
  const unit = template.unitPath && (await listUnits(context.db)).find(({ path }) => path === template.unitPath)
  return frameOf(context.tenant.profile, unit ? unit.name : context.actor.position?.unitName)
}

export const templateList = get(templatePaths.list, {
  access: reads,
  audit: 'none',
  query: listQuery,
  async handle(context) {
    const { q, kelompok, keadaan, asal, setelah } = context.query
    const list = await listTemplates(context.db, {
      text: q,
      group: kelompok,
      status: keadaan,
      origin: asal,
      after: setelah,
    })
    return page(
      <TemplateListPage
        {...context}
        {...list}
        isFirstPage={!setelah}
        query={{ q, kelompok, keadaan, asal }}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

export const templateView = get('/admin/templat/:key', {
  access: reads,
  audit: 'none',
  params: keyParams,
  query: z.object({ versi: versionNumber.optional().catch(undefined) }),
  async handle(context) {
    const { db, actor, tenant } = context
    const template = await templateOf(context)
    const [versions, changes, units] = await Promise.all([
      listVersions(db, template.id),
      listChanges(db, template.id),
      listUnits(db),
    ])
    const shown = shownVersion(template, versions, context.query.versi)
    const rendered = await renderedPages(shown, originOf(template), await frameFor(context, template))
    const scope = { unitPath: template.unitPath }
    return page(
      <TemplateViewPage
        {...context}
        template={template}
        versions={versions}
        changes={changes}
        shown={shown}
        pages={'pages' in rendered ? rendered.pages.length : 0}
        faults={'faults' in rendered ? rendered.faults : []}
        unitName={units.find(({ path }) => path === template.unitPath)?.name ?? template.unitPath}
        zone={tenant.profile.zone}
        may={{
          // Whoever may edit anywhere may make a copy for his own unit.
          edit: isPermitted(actor, 'templates.edit', template.isBuiltIn ? {} : scope),
          publish: isPermitted(actor, 'templates.publish', scope),
        }}
      />,
    )
  },
})

function shownVersion(
  template: ListedTemplate,
  versions: readonly TemplateVersion[],
  asked: number | undefined,
): TemplateVersion {
  const wanted = asked ?? template.draftVersion ?? template.publishedVersion
  const shown = versions.find(({ version }) => version === wanted)
  if (!shown) throw notFound()
  return shown
}

/** The shipped template whose specimen fills this one. */
export function originOf(template: ListedTemplate): string {
  return template.copiedFrom ?? template.key
}

export const templatePage = get('/admin/templat/:key/versi/:version/:page.svg', {
  access: reads,
  audit: 'none',
  params: keyParams.extend({ version: versionNumber, page: versionNumber }),
  async handle(context) {
    const template = await templateOf(context)
    const version = (await listVersions(context.db, template.id)).find((one) => one.version === context.params.version)
    if (!version) throw notFound()
    const rendered = await renderedPages(version, originOf(template), await frameFor(context, template))
    const svg = 'pages' in rendered ? rendered.pages[context.params.page - 1] : undefined
    if (svg === undefined) throw notFound()
    return bytes(Buffer.from(svg), 'image/svg+xml', { inline: true })
  },
})

export const specimenFile = get('/admin/templat/:key/contoh-:version.pdf', {
  access: reads,
  audit: 'none',
  params: keyParams.extend({ version: versionNumber }),
  async handle(context) {
    const template = await templateOf(context)
    const version = (await listVersions(context.db, template.id)).find((one) => one.version === context.params.version)
    if (!version) throw notFound()
    const now = new Date(context.now.epochMilliseconds)
    const tried = await tryPdf(version.content, originOf(template), await frameFor(context, template), now)
    if ('faults' in tried) throw notFound()
    return bytes(tried.pdf, 'application/pdf', { name: `contoh-${template.key}-${version.version}.pdf`, inline: true })
  },
})

export const compareView = get('/admin/templat/:key/bandingkan', {
  access: reads,
  audit: 'none',
  params: keyParams,
  query: z.object({
    lama: versionNumber.optional().catch(undefined),
    baru: versionNumber.optional().catch(undefined),
  }),
  async handle(context) {
    const template = await templateOf(context)
    const versions = await listVersions(context.db, template.id)
    const find = (version: number | undefined) => versions.find((one) => one.version === version)
    const newer = find(context.query.baru) ?? versions[0]
    const older = find(context.query.lama) ?? versions.find(({ version }) => version < (newer?.version ?? 0)) ?? newer
    if (!newer || !older) throw notFound()
    return page(<ComparePage {...context} template={template} versions={versions} older={older} newer={newer} />)
  },
})
