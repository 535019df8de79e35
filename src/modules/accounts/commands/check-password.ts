import { isCommonPassword } from '../auth/common-passwords.ts'
import { findPasswordFault, type PasswordOwner } from '../domain.ts'
import { type Faults, inBoth } from '../faults.ts'
import { signUpTexts } from '../texts/sign-up.ts'

export interface ChosenPassword {
  readonly password: string
  readonly passwordAgain: string
  readonly breached: boolean
}

/** Adds what is wrong with a chosen password; both fields are named after the form's. */
export function checkNewPassword(faults: Faults, chosen: ChosenPassword, owner: PasswordOwner): void {
  const fault = findPasswordFault(chosen.password, owner, isCommonPassword)
  if (fault) faults.add('password', inBoth(signUpTexts, `password-${fault}`))
  else if (chosen.breached) faults.add('password', inBoth(signUpTexts, 'password-breached'))
  else if (chosen.password !== chosen.passwordAgain)
    faults.add('passwordAgain', inBoth(signUpTexts, 'password-differs'))
}
