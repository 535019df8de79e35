import { z } from 'zod'
import { accountStates } from '../queries/staff-accounts.ts'

const emptyAsMissing = (value: unknown) => (value === '' ? undefined : value)

/** Address part of the list of accounts: every filter can be linked. */
export const staffListQuery = z.object({
  q: z.preprocess(emptyAsMissing, z.string().trim().max(100).optional()),
  unit: z.preprocess(emptyAsMissing, z.string().max(300).optional()),
  keadaan: z.preprocess(emptyAsMissing, z.enum(accountStates).optional()),
  setelah: z.preprocess(emptyAsMissing, z.string().max(600).optional()),
})

export const newAccountQuery = z.object({ q: z.preprocess(emptyAsMissing, z.string().trim().max(100).optional()) })
