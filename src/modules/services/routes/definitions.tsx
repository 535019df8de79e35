import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, invalidField } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { type Answer, bytes, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { parseDateParts } from '#ui/index.ts'
import { publishDefinition } from '../commands/publish-definition.ts'
import { writtenOf } from '../definition/spell.ts'
import { getDefinition, spellOn } from '../definition/store.ts'
import { servicePaths } from '../paths.ts'
import { getPublished, listMigrations, listPublished, type PublishedService } from '../queries/definitions.ts'
import { definitionTexts } from '../texts/definitions.ts'
import { CheckPage } from '../views/definitions/check-page.tsx'
import { DefinitionJsonPage, DefinitionPage, DefinitionsPage, dayText } from '../views/definitions/list-pages.tsx'
import { checkResult } from './check-definition.ts'

export const mayPublish = permitted('services.publish')
export const publishes = permitted('services.publish', { stepUp: true })
const serviceParams = z.object({ serviceId: z.string().max(80) })
const versionParams = z.object({ serviceId: z.string().max(80), version: z.coerce.number().int().positive() })
const limits = { maxFileBytes: 2_000_000, maxFiles: 1 }

export function dayNow(context: Pick<RouteContext, 'now' | 'tenant'>): string {
  return dayOf(context.now, context.tenant.profile.zone).toString()
}

const listQuery = z.object({ q: z.string().trim().max(120).catch('') })

export const definitions = get(servicePaths.definitions, {
  access: mayPublish,
  audit: 'none',
  query: listQuery,
  async handle(context) {
    const services = await servicesFor(context)
    return page(<DefinitionsPage {...context} services={services} today={dayNow(context)} text={context.query.q} />)
  },
})

export const exportDefinitions = exportRoutes(servicePaths.definitions, {
  access: mayPublish,
  audit: 'none',
  query: listQuery,
  async table(context) {
    const { locale } = context
    const t = definitionTexts(locale)
    const day = (text: string | undefined) => (text ? Temporal.PlainDate.from(text) : undefined)
    return exported({
      file: `layanan-${dayNow(context)}`,
      title: t('title'),
      rows: await servicesFor(context),
      columns: [
        { label: 'ID', kind: 'text', value: (row) => row.id },
        { label: t('service'), kind: 'text', width: 40, value: (row) => (row.current ?? row.newest).title[locale] },
        { label: t('in-force'), kind: 'number', value: (row) => row.current?.version },
        { label: t('valid-from'), kind: 'day', value: (row) => day(versionOf(row)?.validFrom) },
        { label: t('retire-day'), kind: 'day', value: (row) => day(row.current?.validTo) },
        { label: t('planned'), kind: 'number', value: (row) => row.planned[0]?.version },
        {
          label: t('running'),
          kind: 'number',
          value: (row) => row.versions.reduce((sum, each) => sum + each.running, 0),
        },
      ],
    })
  },
})

/** The services whose name or id holds what was typed. */
async function servicesFor(context: RouteContext<unknown, z.infer<typeof listQuery>>): Promise<PublishedService[]> {
  const words = context.query.q.toLowerCase()
  const all = await listPublished(context.db, dayNow(context))
  return all.filter((service) => {
    const { title } = service.current ?? service.newest
    return [service.id, title.id, title.en].some((text) => text.toLowerCase().includes(words))
  })
}

const versionOf = (row: PublishedService) => row.versions.find((each) => each.version === row.current?.version)

export const definition = get('/admin/layanan/:serviceId', {
  access: mayPublish,
  audit: 'none',
  params: serviceParams,
  handle: (context) => definitionPage(context),
})

async function definitionPage(context: RouteContext<z.infer<typeof serviceParams>>, error?: AppError): Promise<Answer> {
  const { db, tenant } = context
  const service = await getPublished(db, context.params.serviceId, dayNow(context))
  const migrations = await listMigrations(db, service.id)
  const form = context.kept ?? context.form
  return page(
    <DefinitionPage
      {...context}
      service={service}
      migrations={migrations}
      zone={tenant.profile.zone}
      form={form}
      error={error}
    />,
    error?.status ?? 200,
  )
}

export const definitionVersion = get('/admin/layanan/:serviceId/:version', {
  access: mayPublish,
  audit: 'none',
  params: versionParams,
  async handle(context) {
    const { serviceId, version } = context.params
    const found = await getDefinition(context.db, serviceId, version, 'as-written')
    const [spelled] = await spellOn(context.db, [found], dayNow(context))
    return page(
      <DefinitionJsonPage
        {...context}
        title={(spelled ?? found).title[context.locale]}
        serviceId={serviceId}
        version={version}
        json={JSON.stringify(found, null, 2)}
      />,
    )
  },
})

export const definitionFile = get('/admin/layanan/:serviceId/:version/definisi.json', {
  access: mayPublish,
  audit: 'none',
  params: versionParams,
  async handle(context) {
    const { serviceId, version } = context.params
    const found = await getDefinition(context.db, serviceId, version, 'as-written')
    const name = `${serviceId}-${version}.json`
    return bytes(Buffer.from(`${JSON.stringify(found, null, 2)}\n`), 'application/json', { name })
  },
})

export const newDefinition = get(servicePaths.newDefinition, {
  access: publishes,
  audit: 'none',
  handle(context) {
    const form = context.kept ?? context.form
    return page(<CheckPage {...context} text={form.get('text')} form={form} result={undefined} errors={[]} />)
  },
})

/** Judges a definition. Nothing is stored: only publishing does that. */
export const checkDefinition = post(servicePaths.newDefinition, {
  access: publishes,
  audit: 'none',
  upload: limits,
  async handle(context) {
    const t = definitionTexts(context.locale)
    const [file] = context.uploads
    const text = file && file.bytes.length > 0 ? file.bytes.toString('utf8') : context.form.get('text')
    const wrong = file?.tooLarge
      ? { name: 'file', text: t('too-large') }
      : text.trim() === ''
        ? { name: 'text', text: t('empty') }
        : undefined
    const given = { ...context, text, form: context.form }
    if (wrong) return page(<CheckPage {...given} result={undefined} errors={[wrong]} />, 422)
    const result = await checkResult(context.db, text, dayNow(context))
    return page(<CheckPage {...given} result={result} errors={[]} />, result.definition ? 200 : 422)
  },
})

export const publish = post(servicePaths.publishDefinition, {
  access: publishes,
  audit: 'none',
  upload: limits,
  async handle(context) {
    const { form, locale } = context
    const typed = parseDateParts(Object.fromEntries(form.entries()), 'validFrom')
    if (typeof typed !== 'string') throw dateWrong('validFrom')
    const { serviceId, version } = await context.run(publishDefinition, { text: form.get('text'), validFrom: typed })
    const { title } = await getDefinition(context.db, serviceId, version, 'as-written')
    context.notify(definitionTexts(locale)('published', { service: title[locale], n: version }))
    return redirect(servicePaths.definition(serviceId))
  },
  async invalid(context, error) {
    const { form, locale } = context
    const text = form.get('text')
    const errors = error.fields.map((field) => ({ name: field.path, text: field.message[locale] }))
    const result = await checkResult(context.db, text, dayNow(context))
    return page(<CheckPage {...context} text={text} form={form} result={result} errors={errors} />, 422)
  },
})

/** The end of a service is a version of its own, with a last day. */
export const retire = post('/admin/layanan/:serviceId/tutup', {
  access: publishes,
  audit: 'none',
  params: serviceParams,
  async handle(context) {
    const { db, locale } = context
    const today = dayNow(context)
    const validTo = parseDateParts(Object.fromEntries(context.form.entries()), 'validTo')
    if (typeof validTo !== 'string') throw dateWrong('validTo')
    if (validTo < today) throw invalidField('validTo', 'Pilih hari ini atau sesudahnya.', 'Choose today or later.')
    const { current } = await getPublished(db, context.params.serviceId, today)
    const text = JSON.stringify({ ...(current && writtenOf(current)), validTo })
    const { serviceId, version } = await context.run(publishDefinition, { text, validFrom: today })
    context.notify(definitionTexts(locale)('retired', { day: dayText(validTo, locale), n: version }))
    return redirect(servicePaths.definition(serviceId))
  },
  invalid: definitionPage,
})

function dateWrong(path: string): AppError {
  return invalidField(path, definitionTexts('id')('date-wrong'), definitionTexts('en')('date-wrong'))
}
