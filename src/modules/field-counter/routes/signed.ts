import { AppError } from '#kernel/errors.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { type DeviceProof, signedMessage } from '../commands/device-proof.ts'

/**
 * The proof that goes with what a device sends. Requests of devices have no form token: another site could neither set these
 * headers nor sign with the key of the device.
 */
export function proofIn(context: Pick<RouteContext, 'request'>, body: Uint8Array): DeviceProof {
  const { headers, url } = context.request
  const read = (name: string) => String(headers[name] ?? '')
  const sentAt = read('x-device-time')
  const path = url.split('?')[0] as string
  return {
    deviceId: read('x-device'),
    sentAt,
    signature: read('x-device-signature'),
    message: signedMessage(path, sentAt, body),
  }
}

/** The JSON that a device sent, and the proof that goes with it. */
export function signedJson(context: Pick<RouteContext, 'request'>): { body: unknown; proof: DeviceProof } {
  const raw = context.request.rawBody ?? Buffer.alloc(0)
  if (!raw.length) throw new AppError('unreadable')
  return { body: context.request.body, proof: proofIn(context, raw) }
}
