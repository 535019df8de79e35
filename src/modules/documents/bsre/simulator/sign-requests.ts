import type { Mishap, SimulatedAccount } from './simulated-account.ts'
import type { SimulatedOffice } from './simulated-office.ts'

/** How an answer leaves: as it is, or as a mishap has it. */
export interface SignedAnswer {
  readonly files: readonly Buffer[]
  /** Of version 1. */
  readonly id: string
  /** What the transport does to the answer. */
  readonly mishap: Mishap | undefined
}

interface Wanted {
  readonly account: SimulatedAccount
  readonly files: readonly Buffer[]
  readonly reason: string
  readonly location: string
}

/** Signs what was sent, or what the mishap wants instead. */
export async function signWanted(office: SimulatedOffice, wanted: Wanted): Promise<SignedAnswer> {
  const mishap = office.mishaps.shift()
  if (mishap === 'drop-before') return { files: [], id: '', mishap }
  const previous = office.previous
  const signed: Buffer[] = []
  for (const file of wanted.files) signed.push(await signOne(office, wanted, file, mishap))
  office.previous = signed
  const id = office.keep(wanted.files[0] as Buffer, wanted.account.nik, signed[0] as Buffer)
  if (mishap === 'previous-answer' && previous.length) return { files: previous, id, mishap }
  if (mishap === 'one-too-few') return { files: signed.slice(1), id, mishap }
  if (mishap === 'swapped') return { files: signed.toReversed(), id, mishap }
  return { files: signed, id, mishap }
}

async function signOne(
  office: SimulatedOffice,
  { account, ...words }: Wanted,
  file: Buffer,
  mishap: Mishap | undefined,
): Promise<Buffer> {
  switch (mishap) {
    case 'earlier-signature':
      return office.earlierOf(file, account.nik) ?? office.sign(file, account.name, words)
    case 'unsigned':
      return Buffer.from(file)
    case 'wrong-file': {
      // As like as two eggs but for one byte of a comment.
      const other = Buffer.from(file)
      other[11] = (other[11] as number) ^ 1
      return office.sign(other, account.name, words)
    }
    case 'rewritten': {
      const changed = Buffer.from(file)
      changed[300] = (changed[300] as number) ^ 1
      return Buffer.concat([changed, (await office.sign(file, account.name, words)).subarray(file.length)])
    }
    case 'other-signer':
      return office.sign(file, 'Orang Lain', words)
    case 'unknown-authority':
      return office.signUnknown(file, account.name, words)
    default:
      return office.sign(file, account.name, words)
  }
}
