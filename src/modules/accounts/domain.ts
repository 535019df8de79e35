/** How long a session lasts, in days; an employee's ends within the working day. */
export const sessionDays = { citizen: 30, staff: 0.5 } as const

/** How long a proof of identity counts for actions that need one. */
export const stepUpMinutes = 10

const failuresPerLock = 5
const firstLockMinutes = 15
const longestLockMinutes = 24 * 60

/**
 * How long a name is locked after its n-th failure in a row: every fifth failure locks, for 15 minutes
 * first and twice as long each time, up to a day. 0 means not at all.
 */
export function lockMinutes(failures: number): number {
  if (failures === 0 || failures % failuresPerLock !== 0) return 0
  const doublings = failures / failuresPerLock - 1
  return Math.min(firstLockMinutes * 2 ** Math.min(doublings, 20), longestLockMinutes)
}

/** Failures are forgotten after two quiet days. */
export const forgetFailuresAfterHours = 48

export const shortestPassword = 10
export const longestPassword = 200

export type PasswordFault = 'too-short' | 'too-long' | 'personal' | 'common'

export interface PasswordOwner {
  readonly names?: readonly string[] | undefined
  readonly numbers?: readonly (string | undefined)[] | undefined
  /** ISO date. */
  readonly birthOn?: string | undefined
}

/** Length and guessability only: rules about kinds of characters make people choose worse (NIST SP 800-63B). */
export function findPasswordFault(
  password: string,
  owner: PasswordOwner,
  isCommon: (password: string) => boolean,
): PasswordFault | undefined {
  if ([...password].length < shortestPassword) return 'too-short'
  if (password.length > longestPassword) return 'too-long'
  if (isPersonal(password, owner)) return 'personal'
  if (isCommon(password)) return 'common'
  return undefined
}

function isPersonal(password: string, owner: PasswordOwner): boolean {
  const plain = password.toLowerCase().replace(/[\s.,_/-]+/g, '')
  const own = [
    ...(owner.numbers ?? []).map((number) => number?.replace(/\D/g, '')),
    ...(owner.names ?? []).map((name) => name.toLowerCase().replace(/[^\p{L}]+/gu, '')),
    ...birthForms(owner.birthOn),
  ]
  return own.some((value) => {
    if (!value || value.length < 6) return false
    // "Sekar12345" is still the name; a long sentence that happens to hold it is not.
    return plain === value || (plain.includes(value) && plain.length - value.length < shortestPassword / 2)
  })
}

function birthForms(birthOn: string | undefined): string[] {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthOn ?? '')
  if (!match) return []
  const [, year = '', month = '', day = ''] = match
  return [day + month + year, year + month + day, day + month + year.slice(2)]
}

/** A six-digit code as people type it ("123 456"), or a backup code ("ab3de-9xyz1"). */
export function readCode(typed: string): { kind: 'totp' | 'backup'; code: string } | undefined {
  const plain = typed.replace(/\s+/g, '')
  if (/^\d{6}$/.test(plain)) return { kind: 'totp', code: plain }
  const backup = /^([A-Za-z0-9]{5})-?([A-Za-z0-9]{5})$/.exec(plain)
  return backup ? { kind: 'backup', code: `${backup[1]}-${backup[2]}` } : undefined
}
