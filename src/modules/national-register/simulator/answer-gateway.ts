import type { z } from 'zod'
import { gatewayPaths, requests } from '../client/gateway-schemas.ts'
import { firstTwelve } from '../domain.ts'
import type { SimulatedRegister } from './simulated-register.ts'

export interface SimulatedAnswer {
  readonly status: number
  readonly value: unknown
}

const ok = (value: unknown): SimulatedAnswer => ({ status: 200, value })

/** The gateway of docs/guides/national-register.md. */
export async function answerGateway(
  register: SimulatedRegister,
  path: string,
  body: unknown,
): Promise<SimulatedAnswer> {
  const read = <Value>(schema: z.ZodType<Value>): Value => schema.parse(body)
  switch (path) {
    case gatewayPaths.health:
      return ok({ status: 'up', time: register.options.now().toString() })
    case gatewayPaths.nik: {
      const { requestId, districtCode, birthOn, sex } = read(requests.nik)
      const number = await register.allocate(requestId, firstTwelve(districtCode, birthOn, sex))
      return ok({ requestId, status: 'granted', number })
    }
    case gatewayPaths.kk: {
      const { requestId, districtCode, issuedOn } = read(requests.kk)
      const number = await register.allocate(requestId, firstTwelve(districtCode, issuedOn, undefined))
      return ok({ requestId, status: 'granted', number })
    }
    case gatewayPaths.event: {
      const event = read(requests.event)
      const { kind: status, ...said } = await register.announce(event)
      return { status: status === 'accepted' ? 200 : 422, value: { eventId: event.eventId, status, ...said } }
    }
    case gatewayPaths.person: {
      const { nik } = read(requests.person)
      const person = await register.person(nik)
      if (!person) return ok({ status: 'not-found', nik, words: 'Data Tidak Ditemukan' })
      if (person.diedOn) return ok({ status: 'inactive', nik, why: 'dead', words: 'Data Ditemukan, Meninggal Dunia' })
      return ok({ status: 'found', person })
    }
    case gatewayPaths.face: {
      const { requestId, nik, image } = read(requests.face)
      if (!(await register.person(nik))) return ok({ requestId, status: 'not-found', words: 'Data Tidak Ditemukan' })
      // A picture of nothing is nobody's.
      return ok({ requestId, status: 'compared', score: image.length > 100 ? 12.4 : 0.8 })
    }
    case gatewayPaths.biometrics: {
      const { enrolmentId } = read(requests.biometrics)
      const reference = register.enrolments.get(enrolmentId) ?? `BIO-${register.enrolments.size + 1}`
      register.enrolments.set(enrolmentId, reference)
      return ok({ enrolmentId, status: 'stored', reference })
    }
    default:
      return { status: 404, value: { error: 'Not Found' } }
  }
}
