import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { operationPaths, partnerKeyScheme } from '#kernel/http/api-description.ts'
import { bytes, get, json, post, type RouteContext } from '#kernel/http/route.ts'
import { listUnits, permissionCatalogue } from '#modules/organization/index.ts'
import { getCalendar, listRules } from '#modules/rules/index.ts'
import { bpmnOf } from '../artefacts/bpmn.ts'
import { checkAnswers } from '../artefacts/check-answers.ts'
import { describeService, summaryOf } from '../artefacts/describe-service.ts'
import { openApiOf } from '../artefacts/openapi.ts'
import type { ProcedureNames } from '../artefacts/procedure.ts'
import { sopDrawing } from '../artefacts/sop-drawing.ts'
import type { Answers } from '../definition/expressions.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { getServiceBySlug, listServices } from '../definition/store.ts'
import type { RuleOf } from '../flow/deadline.ts'
import { answersSchema } from '../form/json-schema.ts'
import { rulesOn } from '../golden/simulate.ts'

/** Public addresses for programs. They tell of services, never of persons. */
export const apiPaths = {
  services: '/api/v1/services',
  openApi: '/api/v1/openapi.json',
  service: '/api/v1/services/:slug',
  schema: '/api/v1/services/:slug/schema',
  serviceOpenApi: '/api/v1/services/:slug/openapi.json',
  check: '/api/v1/services/:slug/check',
  drawing: '/layanan/:slug/prosedur.svg',
  bpmn: '/layanan/:slug/prosedur.bpmn',
  golden: '/layanan/:slug/golden.json',
} as const

const slugParams = z.object({ slug: z.string().max(80) })
const checkBody = z.object({ answers: z.record(z.string().max(80), z.json()) })
const open = { access: anyone, audit: 'none', perMinute: 60 } as const

type SlugContext = RouteContext<z.infer<typeof slugParams>>

function todayOf({ now, tenant }: Pick<RouteContext, 'now' | 'tenant'>): string {
  return dayOf(now, tenant.profile.zone).toString()
}

function serviceOf(context: SlugContext): Promise<ServiceDefinition> {
  return getServiceBySlug(context.db, context.params.slug, todayOf(context))
}

async function rulesToday(context: Pick<RouteContext, 'db' | 'now' | 'tenant'>): Promise<RuleOf> {
  return rulesOn({ rules: await listRules(context.db) }, todayOf(context))
}

export const apiServices = get(apiPaths.services, {
  ...open,
  async handle(context) {
    return json((await listServices(context.db, todayOf(context))).map(summaryOf))
  },
})

export const apiService = get(apiPaths.service, {
  ...open,
  params: slugParams,
  async handle(context) {
    return json(describeService(await serviceOf(context), await rulesToday(context)))
  },
})

export const apiSchema = get(apiPaths.schema, {
  ...open,
  params: slugParams,
  async handle(context) {
    return json(answersSchema(await serviceOf(context)))
  },
})

export const apiOpenApi = get(apiPaths.openApi, {
  ...open,
  async handle(context) {
    return json(withOperations(openApiOf(await listServices(context.db, todayOf(context)), context.origin)))
  },
})

/** The services, and what other modules offer to programs. */
function withOperations(document: ReturnType<typeof openApiOf>) {
  const { paths, components, info } = document as Record<'paths' | 'components' | 'info', Record<string, unknown>>
  return {
    ...document,
    info: { ...info, title: 'Balai' },
    paths: { ...paths, ...operationPaths({ $ref: '#/components/schemas/Problem' }) },
    components: { ...components, securitySchemes: partnerKeyScheme },
  }
}

export const apiServiceOpenApi = get(apiPaths.serviceOpenApi, {
  ...open,
  params: slugParams,
  async handle(context) {
    return json(openApiOf([await serviceOf(context)], context.origin))
  },
})

/** What answers would lead to. */
export const apiCheck = post(apiPaths.check, {
  ...open,
  params: slugParams,
  // Programs have no page of ours and so no form token; nothing is kept, so a forged request could do nothing.
  csrf: false,
  rawBody: true,
  async handle(context) {
    const service = await serviceOf(context)
    const body = checkBody.safeParse(context.request.body)
    if (!body.success) {
      throw new AppError('invalid-input', {
        text: {
          id: 'Kirim JSON berbentuk {"answers": {…}}.',
          en: 'Send JSON of the form {"answers": {…}}.',
        },
      })
    }
    const { tenant, db, now } = context
    const circumstances = {
      now,
      today: todayOf(context),
      ruleOf: await rulesToday(context),
      calendar: await getCalendar(tenant, db, ''),
    }
    return json(checkAnswers(service, body.data.answers as Answers, circumstances))
  },
})

export const procedureDrawing = get(apiPaths.drawing, {
  ...open,
  params: slugParams,
  async handle(context) {
    const service = await serviceOf(context)
    const svg = sopDrawing(service, context.locale, await namesFor(context))
    return bytes(Buffer.from(svg), 'image/svg+xml', { name: `prosedur-${service.slug}.svg`, inline: true })
  },
})

export const procedureBpmn = get(apiPaths.bpmn, {
  ...open,
  params: slugParams,
  async handle(context) {
    const service = await serviceOf(context)
    const xml = bpmnOf(service, context.locale, await namesFor(context))
    return bytes(Buffer.from(xml), 'application/xml', { name: `prosedur-${service.slug}.bpmn` })
  },
})

/** The examples by which a service is proved, for whoever wants to prove another program by them. */
export const goldenCases = get(apiPaths.golden, {
  ...open,
  params: slugParams,
  async handle(context) {
    const { id, version, golden } = await serviceOf(context)
    return json({ service: id, version, cases: golden })
  },
})

async function namesFor(context: Pick<RouteContext, 'db' | 'now' | 'tenant'>): Promise<ProcedureNames> {
  const permissions = permissionCatalogue.keys().map((module) => permissionCatalogue.get(module))
  const units = await listUnits(context.db, { on: todayOf(context) })
  return {
    permissions: Object.assign({}, ...permissions),
    units: Object.fromEntries(units.map((unit) => [unit.path, unit.shortName || unit.name])),
  }
}

/** For the manifest. */
export const apiRoutes = [
  apiServices,
  apiService,
  apiSchema,
  apiOpenApi,
  apiServiceOpenApi,
  apiCheck,
  procedureDrawing,
  procedureBpmn,
  goldenCases,
]
