import type { AnyHandle } from '#kernel/db/database.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { BiometricPart } from './port/national-register.ts'

/** Whoever records biometrics keeps them; they are asked for when they are sent, so that they lie in one place only. */
export interface EnrolmentSource {
  load(
    tenant: Tenant,
    db: AnyHandle,
    enrolmentId: string,
  ): Promise<{ readonly nik: string; readonly parts: readonly BiometricPart[] } | undefined>
}

/** Provided once, under the key `recorder`. */
export const enrolmentSource = extensionPoint<EnrolmentSource>('national-register.enrolment-source')
