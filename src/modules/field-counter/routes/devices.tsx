import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { revokeDevice } from '../commands/revoke-device.ts'
import { fieldCounterPaths } from '../paths.ts'
import { findDevice, listDevices } from '../queries/devices.ts'
import { fieldCounterTexts } from '../texts.ts'
import { DevicePage, DevicesPage } from '../views/devices-page.tsx'
import { deskAround } from './desk-around.ts'

const supervising = { access: permitted('field-counter.supervise'), audit: 'none' } as const
const deviceParams = z.object({ deviceId: z.uuid() })
type DeviceContext = RouteContext<{ deviceId: string }>

const listQuery = z.object({
  q: z.string().max(80).optional().catch(undefined),
  keadaan: z.enum(['active', 'waiting', 'silent', 'revoked']).optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
})

export const deviceList = get(fieldCounterPaths.devices, {
  ...supervising,
  query: listQuery,
  async handle(context) {
    const { q, keadaan, setelah } = context.query
    const { db, actor, now, tenant } = context
    const list = await listDevices(db, actor, { text: q, state: keadaan, after: setelah }, now)
    return page(
      <DevicesPage
        {...deskAround(context)}
        {...list}
        query={{ q, keadaan }}
        isFirstPage={!setelah}
        now={now}
        zone={tenant.profile.zone}
      />,
    )
  },
})

async function showDevice(context: DeviceContext, error?: AppError): Promise<Answer> {
  const device = await findDevice(context.db, context.actor, context.params.deviceId)
  if (!device) throw notFound()
  return page(
    <DevicePage
      {...deskAround(context)}
      device={device}
      errors={error?.fields ?? []}
      typed={context.form.get('reason')}
      zone={context.tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

export const deviceView = get('/lapangan/perangkat/:deviceId', {
  ...supervising,
  params: deviceParams,
  handle: (context) => showDevice(context),
})

export const revoke = post('/lapangan/perangkat/:deviceId/cabut', {
  ...supervising,
  params: deviceParams,
  async handle(context) {
    const { deviceId } = context.params
    const device = await findDevice(context.db, context.actor, deviceId)
    await context.run(revokeDevice, { deviceId, reason: context.form.get('reason') })
    context.notify(fieldCounterTexts(context.locale)('revoke.done', { code: device?.code ?? '' }))
    return redirect(fieldCounterPaths.device(deviceId))
  },
  invalid: showDevice,
})
