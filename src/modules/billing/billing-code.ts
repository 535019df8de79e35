/** Quasigroup of order 10 (H. M. Damm, 2004): finds every wrong digit and every swap of neighbours. */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

const space = 10n ** 11n
/** Odd and no multiple of five, so that every order number has its own code. */
const stride = 61_803_398_749n

function checkDigit(digits: string): string {
  let state = 0
  for (const digit of digits) state = Number((damm[state] as string)[Number(digit)])
  return String(state)
}

/** Kinds of codes, as their first digit tells them. */
const kinds = { bill: '1', order: '2' } as const

/** A code that stands for several bills, or for one with interest frozen for some days. */
export const isOrderCode = (code: string): boolean => code.startsWith(kinds.order)

/**
 * Fifteen digits: kind (1 a bill, 2 an order), two of the year, eleven that scatter the order number so that neighbours do
 * not look alike, and a check digit.
 */
export function billingCode(year: number, order: bigint, kind: keyof typeof kinds = 'bill'): string {
  const scattered = ((order % space) * stride) % space
  const digits = `${kinds[kind]}${String(year % 100).padStart(2, '0')}${String(scattered).padStart(11, '0')}`
  return digits + checkDigit(digits)
}

/** The code as typed or read from a QR, without spaces and dots; undefined when a digit must be wrong. */
export function readBillingCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s.-]+/g, '')
  return /^\d{15}$/.test(digits) && checkDigit(digits) === '0' ? digits : undefined
}

/** "126 618 033 987 494": groups that can be read aloud. */
export function formatBillingCode(code: string): string {
  return code.replace(/(\d{3})(?=\d)/g, '$1 ')
}
