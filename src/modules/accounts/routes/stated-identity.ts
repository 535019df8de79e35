import type { FormValues } from '#kernel/http/form-values.ts'
import { countAttempt } from '#kernel/http/rate-limit.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { Faults, inBoth } from '../faults.ts'
import { dateFrom } from '../form-date.ts'
import type { StatedIdentity } from '../queries/identity.ts'
import { signUpTexts } from '../texts/sign-up.ts'

const perAddress = { attempts: 40, perSeconds: 3600 }
const perNik = { attempts: 6, perSeconds: 3600 }

const digitsOf = (text: string) => text.replace(/[\s.-]+/g, '')

/** NIK, family card number and birth date of a form. @throws invalid-input naming every part that is no such thing */
export function statedIdentity(form: FormValues): StatedIdentity {
  const stated = { nik: form.get('nik'), kkNumber: form.get('kkNumber'), birthOn: dateFrom(form, 'birthOn') }
  const faults = new Faults()
  if (!/^\d{16}$/.test(digitsOf(stated.nik))) faults.add('nik', inBoth(signUpTexts, 'nik-wrong'))
  if (!/^\d{16}$/.test(digitsOf(stated.kkNumber))) faults.add('kkNumber', inBoth(signUpTexts, 'kk-wrong'))
  if (!/^\d{4}-/.test(stated.birthOn)) faults.add('birthOn', inBoth(signUpTexts, 'birth-wrong'))
  faults.throwIfAny()
  return stated
}

/** Counts a question to the register, by address and by NIK, so that nobody's birth date can be guessed. */
export async function countIdentityAttempt({ tenant, request }: RouteContext, nik: string): Promise<void> {
  await countAttempt(tenant, `accounts.sign-up:${request.ip}`, perAddress)
  const print = tenant.cipher.fingerprint(digitsOf(nik), 'accounts.identity-attempt').toString('hex')
  await countAttempt(tenant, `accounts.identity:${print}`, perNik)
}
