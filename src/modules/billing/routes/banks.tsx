import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { type AppError, type FieldError, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findBank, listBanks } from '../banks/bank.ts'
import { changeBank, registerBank, rotateBankSecret } from '../banks/keep-banks.ts'
import { keepBeneficiary } from '../commands/beneficiaries.ts'
import { billingPaths } from '../paths.ts'
import { listBeneficiaries } from '../queries/journal.ts'
import { BankPage, BanksPage, BeneficiariesPage, NewBankPage } from '../views/bank-pages.tsx'
import { bankTexts } from '../views/bank-texts.ts'
import { deskAround, typedIn } from './desk-around.ts'

const seeing = { access: permitted('billing.administer'), audit: 'none' } as const
const keeping = { access: permitted('billing.administer', { stepUp: true }), audit: 'none' } as const
const params = z.object({ bankId: z.string().max(31) })
type BankContext = RouteContext<z.infer<typeof params>>

const facts = [
  'name',
  'partnerId',
  'partnerServiceId',
  'publicKey',
  'addresses',
  'baseUrl',
  'ourClientKey',
  'ourSecret',
  'merchantId',
] as const

const sentences = {
  id: 'error.id',
  clientKey: 'error.client-key',
  partnerServiceId: 'error.service',
  publicKey: 'error.public-key',
  addresses: 'error.addresses',
  baseUrl: 'error.base-url',
  ourSecret: 'error.secret',
  accountNumber: 'error.account',
} as const

/** Errors of a schema say what is wrong with a value; people want to know what to write. */
function plainErrors(error: AppError | undefined): FieldError[] {
  return (error?.fields ?? []).map((field) => {
    const name = field.path.split('.')[0] as string
    const known = error?.code === 'invalid-input' && !field.message.id.startsWith('Sudah dipakai')
    const key = sentences[name as keyof typeof sentences] ?? 'error.words'
    const message = known ? { id: bankTexts('id')(key), en: bankTexts('en')(key) } : field.message
    return { path: name, message }
  })
}

export const banks = get(billingPaths.banks, {
  ...seeing,
  async handle(context) {
    return page(<BanksPage {...(await deskAround(context))} banks={await listBanks(context.db)} />)
  },
})

async function showNew(context: RouteContext, error?: AppError): Promise<Answer> {
  const around = { ...(await deskAround(context)), errors: plainErrors(error) }
  return page(<NewBankPage {...around} typed={typedIn(context)} />, error?.status ?? 200)
}

export const newBank = get(billingPaths.newBank, { ...seeing, handle: (context) => showNew(context) })

export const addBank = post(billingPaths.newBank, {
  ...keeping,
  async handle(context) {
    const input = context.form.pick('id', 'clientKey', ...facts)
    const { secret } = await context.run(registerBank, input)
    return showBank({ ...context, params: { bankId: input.id } }, undefined, secret)
  },
  invalid: showNew,
})

async function showBank(context: BankContext, error?: AppError, secret?: string): Promise<Answer> {
  // What was written a moment ago is read where it was written.
  const bank = await findBank(context.tenant.pools.write, context.params.bankId)
  if (!bank) throw notFound()
  const around = { ...(await deskAround(context)), errors: plainErrors(error) }
  return page(
    <BankPage {...around} bank={bank} secret={secret} typed={error ? typedIn(context) : {}} origin={context.origin} />,
    error?.status ?? 200,
  )
}

export const bank = get('/bendahara/bank/:bankId', { ...seeing, params, handle: (context) => showBank(context) })

export const saveBank = post('/bendahara/bank/:bankId', {
  ...keeping,
  params,
  async handle(context) {
    const isOpen = context.form.get('isOpen') !== 'tidak'
    await context.run(changeBank, { id: context.params.bankId, isOpen, ...context.form.pick(...facts) })
    context.notify(bankTexts(context.locale)('bank.saved'))
    return redirect(billingPaths.bank(context.params.bankId))
  },
  invalid: (context, error) => showBank(context, error),
})

/** The new secret stands on the answer itself, never in an address, a cookie or a message. */
export const rotateSecret = post('/bendahara/bank/:bankId/kunci', {
  ...keeping,
  params,
  async handle(context) {
    const { secret } = await context.run(rotateBankSecret, { id: context.params.bankId })
    return showBank(context, undefined, secret)
  },
})

async function showBeneficiaries(context: RouteContext, error?: AppError): Promise<Answer> {
  const around = { ...(await deskAround(context)), errors: plainErrors(error) }
  const rows = await listBeneficiaries(context.db)
  return page(<BeneficiariesPage {...around} rows={rows} typed={error ? typedIn(context) : {}} />, error?.status ?? 200)
}

export const beneficiaries = get(billingPaths.beneficiaries, {
  ...seeing,
  handle: (context) => showBeneficiaries(context),
})

export const saveBeneficiary = post(billingPaths.beneficiaries, {
  ...seeing,
  async handle(context) {
    await context.run(keepBeneficiary, context.form.pick('id', 'kind', 'name', 'bank', 'accountNumber'))
    context.notify(bankTexts(context.locale)('beneficiary.saved'))
    return redirect(billingPaths.beneficiaries)
  },
  invalid: showBeneficiaries,
})
