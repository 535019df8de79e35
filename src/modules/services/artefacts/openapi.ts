import type { ServiceDefinition } from '../definition/schema.ts'
import { answersSchema } from '../form/json-schema.ts'

type Json = Readonly<Record<string, unknown>>

const localText: Json = {
  type: 'object',
  required: ['id', 'en'],
  properties: { id: { type: 'string' }, en: { type: 'string' } },
}

const problem: Json = {
  description: 'RFC 9457',
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
  },
}

const summary: Json = {
  type: 'object',
  required: ['id', 'slug', 'version', 'title', 'summary', 'audience', 'unit', 'validFrom', 'validTo'],
  properties: {
    id: { type: 'string' },
    slug: { type: 'string' },
    version: { type: 'integer' },
    title: { $ref: '#/components/schemas/LocalText' },
    summary: { $ref: '#/components/schemas/LocalText' },
    audience: { type: 'array', items: { type: 'string' } },
    lifeEvent: { type: 'string' },
    unit: { type: 'string' },
    validFrom: { type: 'string', format: 'date' },
    validTo: { type: ['string', 'null'], format: 'date' },
  },
}

const checked: Json = {
  type: 'object',
  required: ['complete', 'pages', 'fee', 'promisedAt'],
  properties: {
    complete: { type: 'boolean' },
    pages: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'title', 'fields', 'errors'],
        properties: {
          id: { type: 'string' },
          title: { $ref: '#/components/schemas/LocalText' },
          fields: { type: 'array', items: { type: 'string' } },
          errors: {
            type: 'array',
            items: {
              type: 'object',
              required: ['path', 'message'],
              properties: { path: { type: 'string' }, message: { $ref: '#/components/schemas/LocalText' } },
            },
          },
        },
      },
    },
    documents: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, label: { $ref: '#/components/schemas/LocalText' } },
      },
    },
    fee: {
      description: 'null while the answers are not complete',
      type: ['object', 'null'],
      required: ['rupiah', 'lines'],
      properties: {
        rupiah: { type: 'integer', minimum: 0 },
        lines: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              id: { type: 'string' },
              label: { $ref: '#/components/schemas/LocalText' },
              rupiah: { type: 'integer', minimum: 0 },
              citations: { type: 'array', items: { type: 'string' } },
            },
          },
        },
      },
    },
    promisedAt: { type: 'string', format: 'date-time' },
  },
}

/** The public API of these services as OpenAPI 3.1: each with its own answers, checked by one schema. */
export function openApiOf(services: readonly ServiceDefinition[], origin: string): Json {
  const paths: Record<string, Json> = {
    '/api/v1/services': { get: reading('listServices', 'Services that can be applied for', listOf('Service')) },
  }
  const answers: Record<string, unknown> = {}
  for (const service of services) {
    const name = schemaName(service)
    const at = `/api/v1/services/${service.slug}`
    const { en } = service.title
    answers[name] = withoutDialect(answersSchema(service))
    paths[at] = { get: reading(`describe${name}`, en, { $ref: '#/components/schemas/Service' }) }
    paths[`${at}/schema`] = { get: reading(`schemaOf${name}`, `${en}: JSON Schema of the answers`, { type: 'object' }) }
    paths[`${at}/check`] = {
      post: {
        ...reading(`check${name}`, `${en}: what these answers lead to; nothing is kept`, {
          $ref: '#/components/schemas/Checked',
        }),
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['answers'],
                // Unfinished answers may be checked too, so the schema tells what is complete and refuses nothing here.
                properties: { answers: { anyOf: [{ $ref: `#/components/schemas/${name}` }, { type: 'object' }] } },
              },
            },
          },
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Balai: public services',
      version: services.map((service) => `${service.id}@${service.version}`).join(', ') || '0',
      description: 'Made from the service definitions that are in force. Tells nothing of any person.',
    },
    servers: [{ url: origin }],
    security: [],
    paths,
    components: {
      schemas: { LocalText: localText, Problem: problem, Service: summary, Checked: checked, ...answers },
    },
  }
}

function reading(operationId: string, text: string, schema: Json): Json {
  return {
    operationId,
    summary: text,
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema } } },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function listOf(name: string): Json {
  return { type: 'array', items: { $ref: `#/components/schemas/${name}` } }
}

/** "birth-certificate" is BirthCertificate. */
function schemaName({ id }: ServiceDefinition): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

/** OpenAPI 3.1 schemas are of the dialect that the whole document names. */
function withoutDialect(schema: Json): Json {
  const { $schema: _dialect, $id: _id, ...rest } = schema
  return rest
}
