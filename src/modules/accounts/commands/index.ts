import { beginAdministration } from './begin-administration.ts'
import { createCitizenAccount } from './create-citizen-account.ts'
import { inviteFirstAdministrator } from './first-administrator.ts'
import { createStaffAccount, disableAccount, enableAccount, resetAccount } from './manage-accounts.ts'
import { noteExport } from './note-export.ts'
import { requestPasswordLink, setPasswordByLink } from './password-links.ts'
import { changeContact, changeLocale, switchPosition, verifyEmail } from './profile.ts'
import {
  changePassword,
  proveIdentity,
  recordAuthenticator,
  recordPasskey,
  removeAuthenticator,
  removePasskey,
  renewBackupCodes,
} from './security.ts'
import { discardSession, endOtherSessions, noteSessionUse, removeExpired, signOut } from './sessions.ts'
import { beginSignIn, recordFailedSignIn, recordSignIn } from './sign-in.ts'

/** Every change that this module can make. */
export const accountCommands = [
  createCitizenAccount,
  beginSignIn,
  recordFailedSignIn,
  recordSignIn,
  signOut,
  endOtherSessions,
  noteSessionUse,
  discardSession,
  removeExpired,
  proveIdentity,
  changePassword,
  requestPasswordLink,
  setPasswordByLink,
  verifyEmail,
  changeContact,
  changeLocale,
  switchPosition,
  recordAuthenticator,
  removeAuthenticator,
  renewBackupCodes,
  recordPasskey,
  removePasskey,
  createStaffAccount,
  disableAccount,
  enableAccount,
  resetAccount,
  inviteFirstAdministrator,
  beginAdministration,
  noteExport,
] as const
