import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, type FieldError } from '#kernel/errors.ts'
import { type Answer, get, json, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import { listPartners } from '#modules/partners/index.ts'
import { billingPaths } from '../paths.ts'
import { findOrder, owedOnBills } from '../queries/orders.ts'
import { listOwnBills } from '../queries/own.ts'
import { deskAround, typedIn } from '../routes/desk-around.ts'
import { allowProgram, fetchBills, orderByProgram } from './commands.ts'
import { ProgramsPage } from './page.tsx'
import { listProgramRights, programPayer } from './queries.ts'
import { programTexts } from './texts.ts'

const administering = { access: permitted('billing.administer'), audit: 'none' } as const
/** More partners than any region has agreements with. */
const mostPartners = 500

async function showPrograms(context: RouteContext, error?: AppError): Promise<Answer> {
  const db = context.tenant.pools.write
  const [rights, partners, around] = await Promise.all([
    listProgramRights(db),
    listPartners(db, {}, mostPartners),
    deskAround(context, error),
  ])
  const typed = error ? typedIn(context) : {}
  const { zone } = context.tenant.profile
  return page(
    <ProgramsPage
      {...around}
      errors={plainErrors(error)}
      rights={rights}
      partners={partners.rows}
      typed={typed}
      zone={zone}
    />,
    error?.status ?? 200,
  )
}

function plainErrors(error: AppError | undefined): FieldError[] {
  return (error?.fields ?? []).map(({ path }) => {
    const key = path === 'value' ? 'error-value' : 'error-partner'
    return { path, message: { id: programTexts('id')(key), en: programTexts('en')(key) } }
  })
}

async function change(context: RouteContext, allow: boolean): Promise<Answer> {
  await context.run(allowProgram, { ...context.form.pick('partnerId', 'kind', 'value'), allow })
  context.notify(programTexts(context.locale)(allow ? 'allowed' : 'removed'))
  return redirect(billingPaths.programs)
}

const programs = get(billingPaths.programs, { ...administering, handle: (context) => showPrograms(context) })
const allow = post(billingPaths.programs, {
  ...administering,
  handle: (context) => change(context, true),
  invalid: showPrograms,
})
const withdraw = post(billingPaths.removeProgram, {
  ...administering,
  handle: (context) => change(context, false),
  invalid: showPrograms,
})

const pageSize = 100

/** Programs show their key; bills are of firms that the agreement names. */
const apiBills = get(billingPaths.apiBills, {
  access: permitted(fetchBills),
  audit: 'none',
  perMinute: 120,
  query: z.object({ setelah: z.uuid().optional() }),
  async handle({ db, actor, tenant, now, locale, query }) {
    const payer = await programPayer(tenant.pools.write, actor.partner?.id ?? '')
    const { rows, next } = await listOwnBills(db, payer, { state: 'open' }, query.setelah, pageSize)
    const ids = rows.map((bill) => bill.id)
    const owed = await owedOnBills(db, tenant, ids, dayOf(now, tenant.profile.zone))
    const bills = rows.map((bill) => ({
      id: bill.id,
      number: bill.number,
      title: bill.title[locale],
      payer: bill.payerName,
      state: bill.state,
      total: senToNumeric(bill.total),
      owed: senToNumeric(owed.get(bill.id)?.total ?? 0n),
      interest: senToNumeric(owed.get(bill.id)?.interest ?? 0n),
      dueAt: bill.dueAt.toString(),
    }))
    return json({ bills, next: next ?? null })
  },
})

const apiOrders = post(billingPaths.apiOrders, {
  access: permitted(fetchBills),
  audit: 'none',
  // The key of the program in the header is the proof; a form of another site cannot send it.
  csrf: false,
  rawBody: true,
  perMinute: 60,
  async handle(context) {
    const { orderId } = await context.run(orderByProgram, context.request.body)
    const order = await findOrder(context.tenant.pools.write, orderId)
    if (!order) throw new AppError('not-found')
    return json(
      { number: order.number, total: senToNumeric(order.total), validUntil: order.validUntil.toString() },
      201,
    )
  },
})

export const routes = [programs, allow, withdraw, apiBills, apiOrders]
