import type { NationalRegister } from '../port/national-register.ts'
import { away } from '../port/outcome.ts'
import type { Gateway } from './gateway.ts'
import type { openVerifyService } from './verify-service.ts'

/** One register of both sides; what is not set up for the region says so. */
export function joinAdapters(
  gateway: Gateway | undefined,
  verify: ReturnType<typeof openVerifyService> | undefined,
): NationalRegister {
  const missing = async () => away('not-set-up', false)
  return {
    verifyNik: verify?.verifyNik ?? missing,
    fetchPerson: verify?.fetchPerson ?? gateway?.fetchPerson ?? missing,
    allocateNik: gateway?.allocateNik ?? missing,
    allocateKk: gateway?.allocateKk ?? missing,
    announce: gateway?.announce ?? missing,
    verifyFace: gateway?.verifyFace ?? missing,
    enrolBiometrics: gateway?.enrolBiometrics ?? missing,
    health: gateway?.health ?? missing,
  }
}
