import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { defineModule } from '#kernel/define/module.ts'
import { get, post } from '#kernel/http/route.ts'
import { createCitizenAccount } from './commands/create-citizen-account.ts'
import { inviteFirstAdministrator } from './commands/first-administrator.ts'
import { beginSignIn, recordFailedSignIn, recordSignIn } from './commands/sign-in.ts'
import { sendMail } from './mail.ts'
import { accountPaths } from './paths.ts'
import { showSignIn, signIn, signInAgain } from './routes/sign-in.tsx'
import { showSignInCode, signInCodeAgain, signInWithCode } from './routes/sign-in-code.tsx'
import {
  beginSignUp,
  createAccount,
  createAccountAgain,
  showSignUp,
  showSignUpAccount,
  signUpAgain,
} from './routes/sign-up.tsx'

const query = z.object({ lanjut: z.string().max(2000).optional() })

export const accounts = defineModule({
  name: 'accounts',
  routes: [
    get('/daftar', { access: anyone, audit: 'none', query, handle: showSignUp }),
    post('/daftar', { access: anyone, audit: 'none', perMinute: 60, handle: beginSignUp, invalid: signUpAgain }),
    get(accountPaths.signUpAccount, { access: anyone, audit: 'own-data', handle: showSignUpAccount }),
    post(accountPaths.signUpAccount, {
      access: anyone,
      audit: 'own-data',
      handle: createAccount,
      invalid: createAccountAgain,
    }),
    get('/masuk', { access: anyone, audit: 'none', query, handle: showSignIn }),
    post('/masuk', { access: anyone, audit: 'none', handle: signIn, invalid: signInAgain }),
    get('/masuk/kode', { access: anyone, audit: 'none', query, handle: showSignInCode }),
    post('/masuk/kode', { access: anyone, audit: 'none', handle: signInWithCode, invalid: signInCodeAgain }),
  ],
  commands: [createCitizenAccount, beginSignIn, recordFailedSignIn, recordSignIn, inviteFirstAdministrator],
  permissions: {},
  jobs: { 'accounts.send-mail': sendMail },
})
