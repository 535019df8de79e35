import { z } from 'zod'
import { extensionPoint } from '../define/extension-point.ts'

type Json = Readonly<Record<string, unknown>>

/** One address for programs, as OpenAPI tells it. The examples are sent and answered in a test. */
export interface ApiOperation {
  readonly method: 'get' | 'post'
  /** With `{name}` for each parameter. */
  readonly path: string
  readonly operationId: string
  readonly summary: string
  /** `key`: a program of a partner shows its key; `open`: anybody may ask. */
  readonly access: 'key' | 'open'
  /** What the key must allow. */
  readonly permission?: string | undefined
  readonly request?: { readonly schema: z.ZodType | Json; readonly example: Json } | undefined
  readonly response: {
    readonly status: number
    readonly description: string
    readonly schema: z.ZodType
    readonly example: Json
  }
}

/** Modules with an API for programs describe it here. */
export const apiOperations = extensionPoint<readonly ApiOperation[]>('kernel.api-operations')

export function listOperations(): ApiOperation[] {
  return apiOperations.keys().flatMap((key) => [...apiOperations.get(key)])
}

/** The paths of an OpenAPI 3.1 document for every described operation. */
export function operationPaths(problem: Json): Record<string, Record<string, Json>> {
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of listOperations()) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation, problem) }
  }
  return paths
}

export const partnerKeyScheme: Json = {
  partnerKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'balai_<prefix>_<secret>',
    description: 'Key of a program of a partner. It has permissions, a daily limit and a last day.',
  },
}

function describe(operation: ApiOperation, problem: Json): Json {
  const { request, response, permission } = operation
  const parameters = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    ...(permission ? { description: `Needs a key with the permission ${permission}.` } : {}),
    security: operation.access === 'key' ? [{ partnerKey: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(request
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(request.schema), example: request.example } },
          },
        }
      : {}),
    responses: {
      [response.status]: {
        description: response.description,
        content: { 'application/json': { schema: schemaOf(response.schema), example: response.example } },
      },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: problem } } },
    },
  }
}

/** Without its dialect: OpenAPI 3.1 names one for the whole document. */
function schemaOf(schema: z.ZodType | Json): Json {
  if (!(schema instanceof z.ZodType)) return schema
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}
