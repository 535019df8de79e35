import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { adminNavFor } from '#modules/organization/index.ts'
import { retryDelivery } from '../commands/deliveries.ts'
import { noteExport } from '../commands/note-export.ts'
import { writeTemplate } from '../commands/write-template.ts'
import { channels, deliveryStates } from '../domain.ts'
import { messagingPaths } from '../paths.ts'
import { listDeliveries } from '../queries/deliveries.ts'
import { latestVersions, listVersions } from '../queries/templates.ts'
import { findShipped, providerName, shippedTemplates } from '../templates/shipped.ts'
import { textsByPath } from '../templates/template.ts'
import { messagingTexts } from '../texts.ts'
import type { AdminAround } from '../views/admin-frame.tsx'
import { DeliveriesPage } from '../views/deliveries-page.tsx'
import { languages, TemplateListPage, TemplatePage, templateParts } from '../views/template-pages.tsx'

const reading = { access: permitted('messaging.read-deliveries'), audit: 'none' } as const
const editing = { access: permitted('messaging.edit-templates'), audit: 'none' } as const
const day = z.iso.date().optional().catch(undefined)

function around(context: RouteContext): AdminAround {
  const { actor, locale, notice } = context
  return { nav: adminNavFor(actor, locale), unitName: actor.position?.unitName ?? '', notice }
}

const deliveriesQuery = z.object({
  lewat: z.enum(channels).optional().catch(undefined),
  keadaan: z.enum(deliveryStates).optional().catch(undefined),
  dari: day,
  sampai: day,
  setelah: z.uuid().optional().catch(undefined),
})

function deliveriesFor(
  context: RouteContext<unknown, z.infer<typeof deliveriesQuery>>,
  after?: string,
  limit?: number,
) {
  const { lewat, keadaan, dari, sampai } = context.query
  const filter = { channel: lewat, state: keadaan, from: dari, to: sampai, after }
  return listDeliveries(context.db, filter, context.tenant.profile.zone, limit)
}

export const deliveries = get(messagingPaths.deliveries, {
  ...reading,
  query: deliveriesQuery,
  async handle(context) {
    const { setelah, ...query } = context.query
    const list = await deliveriesFor(context, setelah)
    const { zone } = context.tenant.profile
    return page(<DeliveriesPage {...around(context)} {...list} query={query} isFirstPage={!setelah} zone={zone} />)
  },
})

export const exportDeliveries = exportRoutes(messagingPaths.deliveries, {
  ...reading,
  query: deliveriesQuery,
  note: noteExport,
  table(context) {
    const t = messagingTexts(context.locale)
    return exported({
      file: `pengiriman-${dayOf(context.now, context.tenant.profile.zone)}`,
      title: t('deliveries.title'),
      rows: allPages((after) => deliveriesFor(context, after, exportPageSize)),
      columns: [
        { label: t('deliveries.message'), kind: 'text', width: 40, value: (row) => row.messageTitle },
        { label: t('deliveries.channel'), kind: 'text', value: (row) => t(`channel.${row.channel}`) },
        { label: t('deliveries.address'), kind: 'text', value: (row) => row.address },
        { label: t('deliveries.when'), kind: 'moment', value: (row) => row.createdAt },
        { label: t('deliveries.attempts'), kind: 'number', value: (row) => row.attempts },
        { label: t('deliveries.error'), kind: 'text', width: 40, value: (row) => row.lastError },
        { label: t('deliveries.state'), kind: 'text', value: (row) => t(`delivery.${row.state}`) },
      ],
    })
  },
})

export const retry = post('/admin/pengiriman/:deliveryId/ulangi', {
  ...reading,
  params: z.object({ deliveryId: z.uuid() }),
  async handle(context) {
    await context.run(retryDelivery, context.params)
    context.notify(messagingTexts(context.locale)('deliveries.retried'))
    return redirect(messagingPaths.deliveries)
  },
})

export const templates = get(messagingPaths.templates, {
  ...editing,
  async handle(context) {
    const versions = await latestVersions(context.db)
    const rows = shippedTemplates.map((template) => ({ ...template, version: versions.get(template.key) ?? 0 }))
    return page(<TemplateListPage {...around(context)} templates={rows} />)
  },
})

const keyParams = z.object({ key: z.string().max(80) })
type KeyContext = RouteContext<{ key: string }>

async function showTemplate(context: KeyContext, error?: AppError, isPreview = false): Promise<Answer> {
  const template = findShipped(context.params.key)
  if (!template) throw notFound()
  const versions = await listVersions(context.db, template)
  const newest = versions[0] ?? { texts: template.texts }
  const typed = Object.fromEntries((context.kept ?? context.form).entries())
  const today = dayOf(context.now, context.tenant.profile.zone)
  const values = {
    validFrom: today.add({ days: 1 }).toString(),
    ...Object.fromEntries(textsByPath(newest.texts).map(({ path, text }) => [path, text])),
    ...typed,
  }
  const errors = (error?.fields ?? []).map((field) => ({ ...field, path: field.path.replace(/^texts\./, '') }))
  return page(
    <TemplatePage
      {...around(context)}
      template={template}
      versions={versions}
      values={values}
      isPreview={isPreview}
      errors={errors}
      zone={context.tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

export const template = get('/admin/templat-pesan/:key', {
  ...editing,
  params: keyParams,
  handle: (context) => showTemplate(context),
})

export const saveTemplate = post('/admin/templat-pesan/:key', {
  ...editing,
  params: keyParams,
  async handle(context) {
    const { form } = context
    if (form.has('pratinjau')) return showTemplate(context, undefined, true)
    const texts = Object.fromEntries(
      templateParts.map((part) => [
        part,
        Object.fromEntries(languages.map((language) => [language, form.get(`${part}.${language}`)])),
      ]),
    )
    const { key } = context.params
    const version = await context.run(writeTemplate, { key, texts, validFrom: form.get('validFrom') })
    context.notify(messagingTexts(context.locale)('templates.saved', { version, name: providerName(key, version) }))
    return redirect(messagingPaths.template(key))
  },
  invalid: (context, error) => showTemplate(context, error),
})
