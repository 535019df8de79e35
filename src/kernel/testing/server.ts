import { existsSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import pino from 'pino'
import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Actor, anonymous } from '../access/access.ts'
import { type Clock, systemClock } from '../clock/clock.ts'
import type { Config } from '../config.ts'
import { compose } from '../define/compose.ts'
import type { ModuleManifest } from '../define/module.ts'
import { csrfField, csrfToken } from '../http/csrf.ts'
import { PageCache } from '../http/page-cache.ts'
import type { Presentation, SessionSource } from '../http/parts.ts'
import { buildServer } from '../http/server.ts'
import { fromRoot } from '../paths.ts'
import type { Tenant } from '../tenancy/tenants.ts'
import { type FormEntries, type TestFile, writeForm } from './form-body.ts'
import { readPage, type TestPage } from './page.ts'

export interface TestServerOptions {
  readonly tenant: Tenant
  readonly config: Config
  readonly modules: readonly ModuleManifest[]
  /** Who asks when a request does not say; nobody when left out. */
  readonly actor?: Actor | undefined
  readonly clock?: Clock | undefined
  readonly presentation?: Presentation | undefined
  /** Puts a real source of identity before the one of the test. */
  readonly sessions?: ((people: SessionSource) => SessionSource) | undefined
}

export interface RequestOptions {
  readonly as?: Actor | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

export interface PostOptions extends RequestOptions {
  /** False posts without the token of our own page. */
  readonly csrf?: false | undefined
  readonly files?: readonly TestFile[] | undefined
}

/** The real web server over real routes; only who is asking is decided by the test. */
export interface TestServer {
  readonly app: FastifyInstance
  /** Who asks from now on. */
  as(actor: Actor): void
  get(path: string, options?: RequestOptions): Promise<TestPage>
  /** Posts as a browser that has seen our page: with its cookie and token. */
  post(path: string, form?: FormEntries, options?: PostOptions): Promise<TestPage>
  close(): Promise<void>
}

const actorHeader = 'x-test-actor'
/** Any 22 characters: what `csrfToken` would have set as a cookie. */
const seed = 'testtesttesttesttest00'

/** @example const server = await testServer({ ...place, modules: [documents] }) */
export async function testServer(options: TestServerOptions): Promise<TestServer> {
  const { tenant, config, modules } = options
  const actors: Actor[] = [options.actor ?? anonymous]
  const told: SessionSource = {
    mayHaveSession: (request) => actorOf(actors, request).kind !== 'anonymous',
    async find(_tenant, request) {
      const actor = actorOf(actors, request)
      const accountId = actor.accountId
      return { actor, session: accountId ? { id: `session-${accountId}`, accountId, unread: 0 } : undefined }
    },
  }
  const app = await buildServer({
    config,
    tenants: [tenant],
    modules,
    sessions: options.sessions?.(told) ?? told,
    presentation: options.presentation ?? (await appPresentation()),
    clock: options.clock ?? systemClock,
    log: pino({ level: config.logLevel }),
    subscribers: compose(modules.map((module) => heardAmong(module, modules))),
    caches: new Map([[tenant.id, new PageCache()]]),
    isReady: async () => ({}),
  })
  const cookies = new Map<string, string>([['asal', seed]])
  let current = 0

  async function send(
    method: 'GET' | 'POST',
    url: string,
    from: RequestOptions,
    body?: { type: string; payload: Buffer },
  ) {
    const index = from.as ? actors.push(from.as) - 1 : current
    const answer = await app.inject({
      method,
      url,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        [actorHeader]: String(index),
        ...(body ? { 'content-type': body.type } : {}),
        ...from.headers,
      },
      ...(body ? { payload: body.payload } : {}),
    })
    for (const cookie of answer.cookies) {
      if (cookie.maxAge === 0 || (cookie.expires && cookie.expires.getTime() <= 0)) cookies.delete(cookie.name)
      else cookies.set(cookie.name, cookie.value)
    }
    return readPage(answer.statusCode, answer.headers, answer.body)
  }

  return {
    app,
    as(actor) {
      current = actors.push(actor) - 1
    },
    get: (path, from = {}) => send('GET', path, from),
    post(path, form = {}, from = {}) {
      const token = from.csrf === false ? {} : { [csrfField]: tokenFor(tenant, cookies.get('asal') ?? seed) }
      return send('POST', path, from, writeForm({ ...token, ...form }, from.files ?? []))
    },
    close: () => app.close(),
  }
}

/** A test may take one module without those it listens to. */
function heardAmong(module: ModuleManifest, modules: readonly ModuleManifest[]): ModuleManifest {
  const events = new Set(modules.flatMap((other) => other.commands.map((command) => command.event)))
  const heard = Object.entries(module.subscriptions ?? {}).filter(([event]) => events.has(event))
  return { ...module, subscriptions: Object.fromEntries(heard) }
}

function actorOf(actors: readonly Actor[], request: FastifyRequest): Actor {
  return actors[Number(request.headers[actorHeader] ?? 0)] ?? anonymous
}

/** Made by the code that checks it; with the cookie at hand it needs no more of a request. */
function tokenFor(tenant: Tenant, cookie: string): string {
  const request = { cookies: { asal: cookie }, protocol: 'http' } as unknown as FastifyRequest
  return csrfToken(tenant, request, {} as FastifyReply)
}

/** Pages as the program makes them; before the browser bundle is built, without its style sheet and script. */
async function appPresentation(): Promise<Presentation> {
  const { presentation } = await import('../../presentation.tsx')
  if (existsSync(fromRoot('.build/client/.vite/manifest.json'))) return presentation
  const { renderPage } = await import('../../ui/index.ts')
  return {
    ...presentation,
    document(context, view, csrf) {
      const { name, shortName, motto, isDemo } = context.tenant.profile
      const frame = {
        locale: context.locale,
        region: { name, shortName, motto },
        assets: { css: [], js: [] },
        path: context.request.url,
        demo: isDemo,
        account: context.session && {
          name: context.actor.name,
          kind: context.actor.kind === 'staff' ? ('staff' as const) : ('citizen' as const),
          unread: context.session.unread,
        },
      }
      // Made only when a form on the page asks for it: a cached page must not.
      return renderPage(Object.defineProperty(frame, 'csrf', { get: csrf, enumerable: true }), view)
    },
  }
}

/** Pages without frame or styles; forms still carry their token. */
export const plainPresentation: Presentation = {
  document: (_context, view) => `<!doctype html>${renderToString(view)}`,
  errorView: (context, error) => h('p', {}, error.say(context.locale)) as VNode,
}
