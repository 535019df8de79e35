import { randomBytes as nodeRandomBytes } from 'node:crypto'

/** Crockford base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const PAYLOAD = 8
const LENGTH = PAYLOAD + 2

/**
 * Logarithms in GF(32), generator 2, x^5 + x^2 + 1. The two check characters make the ten a shortened
 * Reed-Solomon code of distance 3, so that every two wrong characters are noticed, a swap of any two among them.
 */
const EXP: number[] = []
for (let i = 0, value = 1; i < 31; i++) {
  EXP.push(value)
  value = (value << 1) ^ (value & 16 ? 0b100101 : 0)
}
const times = (value: number, power: number) => (value === 0 ? 0 : (EXP[(EXP.indexOf(value) + power) % 31] as number))

/** The sums of all characters, plain and weighted by position; both are zero for a true code. */
function syndromes(digits: readonly number[]): [number, number] {
  let plain = 0
  let weighted = 0
  for (const [position, digit] of digits.entries()) {
    plain ^= digit
    weighted ^= times(digit, position)
  }
  return [plain, weighted]
}

function withCheck(payload: readonly number[]): number[] {
  const [plain, weighted] = syndromes(payload)
  // Solves a + b = plain, a·2^8 + b·2^9 = weighted. Since 2^8 + 2^9 = 2^8·3, divide by 3 through its logarithm.
  const logOfThree = EXP.indexOf(3)
  const sum = weighted ^ times(plain, PAYLOAD)
  const b = times(sum, 62 - PAYLOAD - logOfThree)
  return [...payload, plain ^ b, b]
}

/**
 * A code to type from paper, such as `8K2M-4QXT-91`: eight random characters (40 bits) and two that check them.
 * It names a document, it does not prove anything: the page that takes it must limit the rate of guesses.
 * @param randomBytes gives that many bytes of cryptographic randomness
 */
export function newVerificationCode(randomBytes: (size: number) => Uint8Array = nodeRandomBytes): string {
  const payload = [...randomBytes(PAYLOAD)].slice(0, PAYLOAD).map((byte) => byte & 31)
  if (payload.length < PAYLOAD) throw new RangeError(`A verification code needs ${PAYLOAD} random bytes`)
  return format(withCheck(payload))
}

/**
 * The code in its printed form, whatever the case, spacing and dashes it was typed with, reading O as 0 and I or L
 * as 1; undefined when the characters or the check are wrong.
 */
export function parseVerificationCode(text: string): string | undefined {
  const typed = text
    .replace(/[\s\-‐-―_.]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (typed.length !== LENGTH) return undefined
  const digits = [...typed].map((character) => ALPHABET.indexOf(character))
  if (digits.includes(-1)) return undefined
  return syndromes(digits).every((sum) => sum === 0) ? format(digits) : undefined
}

function format(digits: readonly number[]): string {
  const text = digits.map((digit) => ALPHABET[digit]).join('')
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}
