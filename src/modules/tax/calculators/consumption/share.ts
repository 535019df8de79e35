import type { Rate } from '#kernel/money/money.ts'
import type { Law } from '../../calculation/law.ts'

/** A share kept as text, because no decimal says 11/12. @throws Error when the row holds something else */
export function readShare(law: Law, key: string): Rate {
  const match = /^(\d+)\/(\d+)$/.exec(law.text(key))
  if (!match) throw new Error(`${key} holds no fraction`)
  return { numerator: BigInt(match[1] as string), denominator: BigInt(match[2] as string) }
}
