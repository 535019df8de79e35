import type { AnyHandle } from '#kernel/db/database.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

export const referenceKinds = ['npwpd', 'nop', 'plate', 'nik', 'number'] as const
export type ReferenceKind = (typeof referenceKinds)[number]

/** A number by which a bill is found without its code, however it is written. */
export interface BillReference {
  readonly kind: ReferenceKind
  readonly value: string
}

/** As references are stored and compared: without spaces and dots; a NIK only as its keyed hash. */
export function storedReference(tenant: Tenant, { kind, value }: BillReference): BillReference {
  const bare = value.replace(/[^0-9a-z]/gi, '').toUpperCase()
  if (bare === '') throw new RangeError(`a ${kind} without a letter or digit`)
  if (kind !== 'nik') return { kind, value: bare }
  return { kind, value: tenant.cipher.fingerprint(bare, 'billing.bill_reference.nik').toString('hex').toUpperCase() }
}

/** Numbers for whose bills a person answers: of his own taxpayer, of firms that he is responsible for. */
export type PayerReferences = (db: AnyHandle, personId: string) => Promise<readonly BillReference[]>

/** Provided by modules that know who answers for whom, under their own name. */
export const payerReferences = extensionPoint<PayerReferences>('billing.payer-references')

/** All of them, as bills keep them. */
export async function referencesOf(
  db: AnyHandle,
  tenant: Tenant,
  personId: string | undefined,
): Promise<BillReference[]> {
  if (!personId) return []
  const found = await Promise.all(payerReferences.keys().map((key) => payerReferences.get(key)(db, personId)))
  return found.flat().map((reference) => storedReference(tenant, reference))
}
