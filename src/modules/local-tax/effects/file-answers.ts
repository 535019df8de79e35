import type { WriteHandle } from '#kernel/db/database.ts'
import type { EffectInput } from '#modules/services/index.ts'
import { findOwnRegion, isWithin } from '#modules/territory/index.ts'
import type { BusinessKind } from '../domain.ts'

/** One answer of a file as text; "" when it was not given. */
export const textOf = ({ answers }: Pick<EffectInput, 'answers'>, field: string): string => String(answers[field] ?? '')

interface Address {
  readonly street: string
  readonly rt: string
  readonly rw: string
  readonly area: string
}

/** An address as the register of taxpayers keeps it; a village of another region is left out. */
export async function contactOf(tx: WriteHandle, input: EffectInput, field: string) {
  const { street, rt, rw, area } = input.answers[field] as Address
  const own = (await findOwnRegion(tx))?.code ?? ''
  return {
    address: [street, rt && `RT ${rt}`, rw && `RW ${rw}`].filter(Boolean).join(' '),
    villageCode: isWithin(area, own) ? area : '',
    phone: textOf(input, 'phone'),
    email: textOf(input, 'email'),
  }
}

interface ObjectRow {
  readonly objectKind: BusinessKind
  readonly objectName: string
  readonly objectPlace: string
  readonly size: number
  readonly sides?: number
}

const sizes: Readonly<Record<BusinessKind, string>> = {
  restaurant: 'seats',
  hotel: 'rooms',
  parking: 'places',
  entertainment: 'visitors',
  billboard: 'area',
  well: 'depth',
}

/** The objects of a file as the desk would type them. */
export function objectsOf({ answers }: EffectInput) {
  const rows = (answers['objects'] ?? []) as unknown as readonly ObjectRow[]
  return rows.map((row) => ({
    kind: row.objectKind,
    name: row.objectName,
    address: row.objectPlace,
    details: {
      [sizes[row.objectKind]]: String(row.size).replace('.', ','),
      ...(row.objectKind === 'billboard' ? { sides: String(row.sides ?? 1) } : {}),
    },
  }))
}
