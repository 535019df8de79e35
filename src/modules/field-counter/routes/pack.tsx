import { z } from 'zod'
import { anyone, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { readPageWorker } from '#kernel/http/assets.ts'
import { get, json, page, post, type RouteContext, text } from '#kernel/http/route.ts'
import { signedMessage } from '../commands/device-proof.ts'
import { enrollDevice, openVault } from '../commands/enroll-device.ts'
import { fieldCounterPaths, keptCounter } from '../paths.ts'
import { findCarriedForm, listCarried, listCarriedAreas } from '../queries/pack.ts'
import { AppPage } from '../views/app-page.tsx'
import { SetUpPage } from '../views/set-up-page.tsx'
import { deskAround } from './desk-around.ts'
import { proofIn } from './signed.ts'

const working = { access: permitted('field-counter.work'), audit: 'none' } as const

/** The counter itself. It holds nothing of anybody: the device keeps it, and what it shows comes from the device. */
export const app = get(fieldCounterPaths.app, {
  access: anyone,
  audit: 'none',
  handle: ({ tenant, origin }) => page(<AppPage zone={tenant.profile.zone} origin={origin} />),
})

/** Served below the page that it works for: a worker may answer only for its own folder. */
export const worker = get(fieldCounterPaths.worker, {
  access: anyone,
  audit: 'none',
  handle(context) {
    context.reply.header('cache-control', 'no-cache').header('service-worker-allowed', fieldCounterPaths.app)
    return text(readPageWorker(keptCounter), 'text/javascript; charset=utf-8')
  },
})

function todayOf({ now, tenant }: Pick<RouteContext, 'now' | 'tenant'>): string {
  return dayOf(now, tenant.profile.zone).toString()
}

export const setUp = get(fieldCounterPaths.setUp, {
  ...working,
  async handle(context) {
    const services = await listCarried(context.db, todayOf(context))
    const { names } = await listCarriedAreas(context.db, context.actor)
    const { actor } = context
    return page(
      <SetUpPage
        {...deskAround(context)}
        services={services}
        areas={names}
        accountId={actor.accountId ?? ''}
        label={[actor.position?.title ?? '', initialsOf(actor.name)].filter(Boolean).join(', ')}
      />,
    )
  },
})

/** A device shows whose vault it holds before anybody has opened it, so it does not say a name. */
function initialsOf(name: string): string {
  return name
    .replace(/,.*/, '')
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !word.endsWith('.'))
    .map((word) => `${word[0]}.`)
    .join('')
}

export const catalogue = get(fieldCounterPaths.catalogue, {
  ...working,
  handle: async (context) =>
    json({ madeAt: context.now.toString(), services: await listCarried(context.db, todayOf(context)) }),
})

export const carriedForm = get('/lapangan/bekal/:file', {
  ...working,
  params: z.object({ file: z.string().regex(/^[a-z0-9-]{1,80}\.json$/) }),
  async handle(context) {
    const form = await findCarriedForm(context.db, context.params.file.slice(0, -'.json'.length), todayOf(context))
    if (!form) throw notFound()
    return json({ madeAt: context.now.toString(), ...form })
  },
})

export const areas = get(fieldCounterPaths.areas, {
  ...working,
  handle: async (context) =>
    json({ madeAt: context.now.toString(), ...(await listCarriedAreas(context.db, context.actor)) }),
})

/** A new device, and the vault of the official who sets it up. */
export const enroll = post(fieldCounterPaths.enroll, {
  ...working,
  perMinute: 20,
  async handle(context) {
    const { form, request } = context
    const publicKey = readJson(form.get('publicKey'))
    const path = request.url.split('?')[0] as string
    const enrolled = await context.run(enrollDevice, {
      name: form.get('name'),
      publicKey,
      signature: form.get('signature'),
      message: signedMessage(path, form.get('sentAt'), Buffer.from(form.get('publicKey'))),
    })
    return json(enrolled, 201)
  },
})

/** The server's half of the key of a vault: for another official on the device, or after a forgotten PIN. */
export const unlock = post(fieldCounterPaths.unlock, {
  ...working,
  perMinute: 20,
  handle: async (context) =>
    json(
      await context.run(openVault, {
        ...proofIn(context, Buffer.from(context.form.get('nonce'))),
        isNew: context.form.get('new') === '1',
      }),
    ),
})

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('unreadable', { cause })
  }
}
