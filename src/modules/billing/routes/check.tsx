import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { get, page } from '#kernel/http/route.ts'
import { readBillingCode } from '../billing-code.ts'
import { billingPaths } from '../paths.ts'
import { checkBills, checkKinds } from '../queries/check.ts'
import { CheckPage } from '../views/check-page.tsx'
import { checkTexts } from '../views/check-texts.ts'

/** So few that nobody lists a region by trying numbers, enough for a family at one address. */
const perMinute = 20

export const check = get(billingPaths.check, {
  access: anyone,
  audit: 'none',
  perMinute,
  query: z.object({
    jenis: z.enum(checkKinds).catch('code'),
    nomor: z.string().trim().max(40).optional().catch(''),
  }),
  async handle(context) {
    const { jenis: kind, nomor } = context.query
    const { zone } = context.tenant.profile
    const t = checkTexts(context.locale)
    const value = nomor ?? ''
    const blank = { kind, value, zone }
    if (nomor === undefined) return page(<CheckPage {...blank} error={undefined} found={undefined} />)
    const plain = value.replace(/[^0-9a-z]/gi, '')
    const number = kind === 'code' ? readBillingCode(value) : plain.length >= 3 ? plain : undefined
    if (!number) {
      const error = t(kind === 'code' ? 'wrong-code' : 'wrong-number')
      return page(<CheckPage {...blank} error={error} found={undefined} />, 422)
    }
    const found = await checkBills(context.db, context.tenant, kind, number, context.now)
    return page(<CheckPage {...blank} error={undefined} found={found} />)
  },
})
