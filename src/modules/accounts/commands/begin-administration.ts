import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import { createFirstAdministrator } from '#modules/organization/index.ts'
import { findPersonByNik, parseNik, registerFirstPerson } from '#modules/people/index.ts'
import { hashPassword } from '../auth/password.ts'
import { authEmail } from '../auth/sign-in-name.ts'
import { readEmail } from '../contact.ts'
import { Faults, inBoth } from '../faults.ts'
import { passwordTexts } from '../texts/password.ts'
import { signUpTexts } from '../texts/sign-up.ts'
import { insertAccount } from './account-rows.ts'
import { checkNewPassword } from './check-password.ts'
import { useLink } from './one-time-links.ts'

/** The first administrator of a new installation: official, post, role and account, by one-time link. */
export const beginAdministration = command({
  name: 'accounts.begin-administration',
  event: 'accounts.administration-begun.v1',
  access: anyone,
  input: z.object({
    token: z.string(),
    nip: z.string(),
    name: z.string(),
    nik: z.string(),
    birthOn: z.string(),
    email: z.string(),
    password: z.string(),
    passwordAgain: z.string(),
    breached: z.boolean(),
  }),
  async run(tx, input, context) {
    const { tenant, now } = context
    if (!(await useLink(tx, input.token, 'first-administrator', now))) throw new AppError('not-found')
    const staff = await tx
      .selectFrom('accounts.account')
      .select('id')
      .where('kind', '=', 'staff')
      .limit(1)
      .executeTakeFirst()
    if (staff) throw new AppError('not-found')
    const nik = parseNik(input.nik)
    const nip = input.nip.replace(/\s/g, '')
    const email = readEmail(input.email)
    const person = nik && (await findPersonByNik(tenant, tx, nik))
    const faults = new Faults()
    if (!/^\d{18}$/.test(nip)) faults.add('nip', inBoth(passwordTexts, 'nip-wrong'))
    if (input.name.trim().length < 3) faults.add('name', inBoth(passwordTexts, 'name-missing'))
    if (!nik) faults.add('nik', inBoth(signUpTexts, 'nik-wrong'))
    if (!/^\d{4}-/.test(input.birthOn)) faults.add('birthOn', inBoth(signUpTexts, 'birth-wrong'))
    else if (person && person.birthOn !== input.birthOn) faults.add('birthOn', inBoth(passwordTexts, 'birth-differs'))
    if (input.email && !email) faults.add('email', inBoth(signUpTexts, 'email-wrong'))
    const names = [input.name, ...input.name.split(/\s+/)]
    checkNewPassword(faults, input, { names, numbers: [nik, nip], birthOn: input.birthOn })
    faults.throwIfAny()
    const displayName = input.name.trim()
    const day = dayOf(now, tenant.profile.zone).toString()
    const personId =
      person?.id ?? (await registerFirstPerson(tx, tenant, { nik: nik ?? '', displayName, birthOn: input.birthOn }))
    await createFirstAdministrator(tx, {
      personId,
      employeeNumber: nip,
      displayName,
      governmentName: tenant.profile.name,
      day,
    })
    const accountId = await insertAccount(tx, {
      kind: 'staff',
      personId,
      displayName,
      authEmail: authEmail(tenant.cipher, { scheme: 'nip', value: nip }),
      email,
      passwordHash: await hashPassword(input.password),
    })
    return {
      result: { accountId, nip },
      event: { subject: { type: 'account', id: accountId }, payload: { kind: 'staff', personId } },
    }
  },
})
