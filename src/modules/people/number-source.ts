import type { WriteHandle } from '#kernel/db/database.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Sex } from './domain.ts'

/** A number for somebody or a card that an event enters. */
export interface NumberWanted {
  readonly kind: 'nik' | 'kk'
  /** Dotted code of the district. */
  readonly districtCode: string
  /** Day of birth, or of issue. */
  readonly day: string
  readonly sex?: Sex | undefined
  /** What causes the event, and how many of the same kind, day and sex it has entered before. */
  readonly source: { readonly kind: string; readonly id: string }
  readonly nth: number
}

/** Who gives out NIKs and family card numbers where the region does not do it by itself. */
export interface NumberSource {
  /**
   * @returns undefined where the region gives out its own
   * @throws conflict while the number has not come yet
   */
  take(tx: WriteHandle, tenant: Tenant, wanted: NumberWanted, now: Temporal.Instant): Promise<string | undefined>
}

/** Provided once, under the key `numbers`; the national register lies above this one in the map. */
export const numberSource = extensionPoint<NumberSource>('people.number-source')
export const numberSourceKey = 'numbers'
