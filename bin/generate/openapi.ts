import { z } from 'zod'
import type { ModuleManifest } from '../../src/kernel/define/module.ts'
import { listOperations, operationPaths, partnerKeyScheme } from '../../src/kernel/http/api-description.ts'
import type { AnyRoute } from '../../src/kernel/http/route.ts'

/** Routes that answer JSON to anyone who may ask; a handler does not say so itself. */
export const jsonRoutes: readonly { readonly route: string; readonly summary: string }[] = [
  { route: 'GET /wilayah/anak', summary: 'Areas directly below one area, with code and name' },
  { route: 'GET /wilayah/cari', summary: 'Areas by name, with the path above each' },
  { route: 'GET /layanan/saran', summary: 'Services that fit a few typed letters' },
]

type JsonSchema = Record<string, unknown>

/**
 * docs/reference/openapi.json.
 * @throws Error when a listed route is gone
 */
export function openApi(modules: readonly ModuleManifest[], version: string): string {
  const routes = modules.flatMap((module) => module.routes)
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { route: name, summary } of jsonRoutes) {
    const route = routes.find((one) => `${one.method} ${one.path}` === name)
    if (!route) throw new Error(`${name} of bin/generate/openapi.ts is in no manifest`)
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, summary) }
  }
  for (const { method, path } of listOperations()) {
    const route = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`
    if (!routes.some((one) => `${one.method} ${one.path}` === route))
      throw new Error(`${route} is described and in no manifest`)
  }
  const document = {
    openapi: '3.1.0',
    info: { title: 'Balai', version, description: 'Public addresses that answer JSON. Made by bin/docs.' },
    paths: { ...paths, ...operationPaths({ $ref: '#/components/schemas/Problem' }) },
    components: { schemas: { Problem: problem }, securitySchemes: partnerKeyScheme },
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

const problem: JsonSchema = {
  description: 'RFC 9457',
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, detail: { type: 'string' } } },
    },
  },
}

function operation(route: AnyRoute, summary: string): JsonSchema {
  return {
    summary,
    ...(route.access.kind === 'anyone' ? { security: [] } : {}),
    parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: {} } } },
      default: {
        description: 'An error, when the request prefers JSON',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): JsonSchema[] {
  if (!schema) return []
  const { properties, required } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties ?? {}).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || (required?.includes(name) ?? false),
    schema: one,
  }))
}
