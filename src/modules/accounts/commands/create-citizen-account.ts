import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { hashPassword } from '../auth/password.ts'
import { authEmail } from '../auth/sign-in-name.ts'
import { readEmail, readPhone } from '../contact.ts'
import { Faults, inBoth, refused } from '../faults.ts'
import { matchIdentity } from '../queries/identity.ts'
import { signUpTexts } from '../texts/sign-up.ts'
import { insertAccount } from './account-rows.ts'
import { checkNewPassword } from './check-password.ts'
import { askToVerifyEmail } from './one-time-links.ts'

/** Opens the account of a citizen whom the population register confirms. */
export const createCitizenAccount = command({
  name: 'accounts.create-citizen-account',
  event: 'accounts.account-opened.v1',
  access: anyone,
  input: z.object({
    nik: z.string(),
    kkNumber: z.string(),
    birthOn: z.string(),
    phone: z.string().default(''),
    email: z.string().default(''),
    password: z.string(),
    passwordAgain: z.string(),
    /** Known to have leaked elsewhere; the handler asked before the transaction began. */
    breached: z.boolean().default(false),
    /** Our own address, for the link in the mail. */
    origin: z.string().default(''),
  }),
  async run(tx, input, context) {
    const { tenant } = context
    const match = await matchIdentity(tenant, tx, input)
    if (match.status !== 'match') throw refused(inBoth(signUpTexts, 'mismatch'))
    const { person } = match
    const faults = new Faults()
    const phone = readPhone(input.phone)
    const email = readEmail(input.email)
    if (input.phone && !phone) faults.add('phone', inBoth(signUpTexts, 'phone-wrong'))
    if (input.email && !email) faults.add('email', inBoth(signUpTexts, 'email-wrong'))
    const owner = {
      names: [person.fullName, ...person.fullName.split(' ')],
      numbers: [input.nik, input.kkNumber, phone],
      birthOn: person.birthOn,
    }
    checkNewPassword(faults, input, owner)
    faults.throwIfAny()
    const accountId = await insertAccount(tx, {
      kind: 'citizen',
      personId: person.id,
      displayName: person.fullName,
      authEmail: authEmail(tenant.cipher, { scheme: 'nik', value: match.nik }),
      phone,
      email,
      passwordHash: await hashPassword(input.password),
    })
    if (email) await askToVerifyEmail(tx, context, { accountId, email, name: person.fullName, origin: input.origin })
    return {
      result: { accountId, personId: person.id, name: person.fullName },
      event: { subject: { type: 'account', id: accountId }, payload: { kind: 'citizen', personId: person.id } },
    }
  },
})
