import { z } from 'zod'
import { anyone, permitted, signedIn, staff } from '#kernel/access/access.ts'
import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { exportRoutes } from '#kernel/export/export-routes.ts'
import { get, post } from '#kernel/http/route.ts'
import { adminNav } from '#modules/organization/index.ts'
import { accountCommands } from './commands/index.ts'
import { noteExport } from './commands/note-export.ts'
import { removeExpiredJob } from './jobs.ts'
import { staffLanding } from './landing.ts'
import { sendMail } from './mail.ts'
import { accountPaths as at } from './paths.ts'
import * as account from './routes/account.tsx'
import * as admin from './routes/admin.tsx'
import { newAccountQuery, staffListQuery } from './routes/admin-queries.ts'
import * as first from './routes/first-administrator.tsx'
import * as passkey from './routes/passkeys.ts'
import * as link from './routes/password-links.tsx'
import * as security from './routes/security.tsx'
import * as signIn from './routes/sign-in.tsx'
import * as code from './routes/sign-in-code.tsx'
import * as signUp from './routes/sign-up.tsx'
import * as proof from './routes/step-up.tsx'

const query = z.object({ lanjut: z.string().max(2000).optional() })
const params = z.object({ token: z.string().regex(/^[\w-]{32}$/) })
const one = z.object({ accountId: z.uuid() })

const open = { access: anyone, audit: 'none' } as const
const own = { access: signedIn, audit: 'own-data' } as const
const read = { access: permitted('accounts.read'), audit: 'none' } as const
const create = { access: permitted('accounts.create', { stepUp: true }), audit: 'none' } as const
const disable = { access: permitted('accounts.disable', { stepUp: true }), audit: 'personal-data' } as const
const reset = { access: permitted('accounts.reset', { stepUp: true }), audit: 'personal-data' } as const

// biome-ignore format: a row for each route
export const accounts = defineModule({
  name: 'accounts',
  routes: [
    get('/daftar', { ...open, query, handle: signUp.showSignUp }),
    post('/daftar', { ...open, perMinute: 60, handle: signUp.beginSignUp, invalid: signUp.signUpAgain }),
    get(at.signUpAccount, { ...open, handle: signUp.showSignUpAccount }),
    post(at.signUpAccount, { ...open, perMinute: 60, handle: signUp.createAccount, invalid: signUp.createAccountAgain }),
    get('/masuk', { ...open, query, handle: signIn.showSignIn }),
    post('/masuk', { ...open, handle: signIn.signIn, invalid: signIn.signInAgain }),
    get('/masuk/kode', { ...open, query, handle: code.showSignInCode }),
    post('/masuk/kode', { ...open, handle: code.signInWithCode, invalid: code.signInCodeAgain }),
    post(at.passkeyChallenge, { ...open, handle: passkey.startPasskey }),
    post(at.passkeySignIn, { ...open, handle: passkey.signInWithPasskey, invalid: signIn.signInAgain }),
    post(at.signOut, { ...open, handle: account.leave }),
    get(at.forgotPassword, { ...open, handle: link.showForgotPassword }),
    post(at.forgotPassword, { ...open, perMinute: 60, handle: link.requestLink, invalid: link.requestLinkAgain }),
    get('/sandi/:token', { ...open, params, handle: (context) => link.showSetPassword(context) }),
    post('/sandi/:token', { ...open, params, handle: link.setPassword, invalid: link.showSetPassword }),
    get('/surel/:token', { ...open, params, handle: link.showVerifyEmail }),
    post('/surel/:token', { ...open, params, handle: link.confirmEmail }),
    get('/mulai/:token', { ...open, params, handle: (context) => first.showFirstAdministrator(context) }),
    post('/mulai/:token', { ...open, params, handle: first.createFirstAdministratorAccount, invalid: first.showFirstAdministrator }),

    get(at.account, { ...own, handle: account.showAccount }),
    get(at.contact, { ...own, handle: account.showContact }),
    post(at.contact, { ...own, handle: account.saveContact, invalid: account.saveContactAgain }),
    post(at.language, { ...own, handle: account.saveLocale }),
    get(at.positions, { access: staff, audit: 'own-data', handle: account.showPositions }),
    post(at.positions, { access: staff, audit: 'own-data', handle: account.choosePosition, invalid: account.choosePositionAgain }),
    get('/akun/bukti', { ...own, query, handle: proof.showStepUp }),
    post('/akun/bukti', { ...own, handle: proof.stepUp, invalid: proof.stepUpAgain }),
    post(at.stepUpPasskey, { ...own, handle: proof.stepUpWithPasskey, invalid: proof.stepUpAgain }),
    get(at.security, { ...own, handle: (context) => security.showSecurity(context) }),
    post(at.changePassword, { ...own, handle: security.savePassword, invalid: security.showSecurity }),
    get(at.authenticator, { ...own, handle: security.showAuthenticator }),
    post(at.authenticator, { ...own, handle: security.setUpAuthenticator, invalid: security.setUpAuthenticatorAgain }),
    post(at.authenticatorOff, { ...own, handle: security.dropAuthenticator }),
    post(at.backupCodes, { ...own, handle: security.newBackupCodes }),
    post(at.passkeyRegistration, { ...own, handle: passkey.startPasskeyRegistration }),
    post(at.passkeys, { ...own, handle: passkey.addPasskey, invalid: security.showSecurity }),
    post(at.removePasskey, { ...own, handle: passkey.dropPasskey }),
    post(at.endSession, { ...own, handle: security.endOneSession }),
    post(at.endOtherSessions, { ...own, handle: security.endAllOthers }),

    get(at.adminList, { ...read, query: staffListQuery, handle: admin.showStaffAccounts }),
    ...exportRoutes(at.adminList, { ...read, query: staffListQuery, note: noteExport, table: admin.staffAccountsTable }),
    post(at.adminCitizen, { access: permitted('accounts.reset'), audit: 'personal-data', handle: admin.findCitizenAccount }),
    get(at.adminNew, { ...create, query: newAccountQuery, handle: admin.showNewStaffAccount }),
    post(at.adminNew, { ...create, handle: admin.makeStaffAccount, invalid: admin.makeStaffAccountAgain }),
    get('/admin/akun/:accountId', { access: permitted('accounts.read'), audit: 'personal-data', params: one, handle: (context) => admin.showManagedAccount(context) }),
    post('/admin/akun/:accountId/nonaktifkan', { ...disable, params: one, handle: admin.disable, invalid: admin.showManagedAccount }),
    post('/admin/akun/:accountId/aktifkan', { ...disable, params: one, handle: admin.enable, invalid: admin.showManagedAccount }),
    post('/admin/akun/:accountId/atur-ulang', { ...reset, params: one, handle: admin.reset, invalid: admin.showManagedAccount }),
  ],
  commands: accountCommands,
  permissions: {
    'accounts.read': { id: 'Melihat akun pegawai', en: 'See employee accounts' },
    'accounts.create': { id: 'Membuat akun pegawai', en: 'Create employee accounts' },
    'accounts.disable': { id: 'Menonaktifkan dan mengaktifkan akun', en: 'Disable and enable accounts' },
    'accounts.reset': { id: 'Membuat tautan kata sandi baru', en: 'Make new password links' },
  },
  provides: [
    provide(staffLanding, 'accounts', { label: { id: 'Pengelolaan', en: 'Administration' }, permission: 'accounts.read', path: at.adminList, order: 50 }),
    provide(adminNav, 'accounts', { label: { id: 'Akun', en: 'Accounts' }, href: at.adminList, permission: 'accounts.read', order: 10 }),
  ],
  jobs: { 'accounts.send-mail': sendMail, 'accounts.remove-expired': removeExpiredJob },
  cron: [{ task: 'accounts.remove-expired', match: '37 2 * * *' }],
})
