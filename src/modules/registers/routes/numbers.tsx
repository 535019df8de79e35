import { z } from 'zod'
import { isPermitted, permitted } from '#kernel/access/access.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { listUnits, nameUnits } from '#modules/organization/index.ts'
import { closeBlock, enterReserved, reserveBlock } from '../commands/blocks.ts'
import { insertNumber, takeByHand, voidNumber } from '../commands/numbers.ts'
import { registerPaths } from '../paths.ts'
import { findNumber, listBlocks } from '../queries.ts'
import { registerTexts } from '../texts.ts'
import { CloseBlockPage, InsertNumberPage, ReserveBlockPage, TakeNumberPage } from '../views/form-pages.tsx'
import { dateTyped } from '../views/frame.tsx'
import { NumberPage } from '../views/number-page.tsx'
import { formOf, type KeyContext, keyParams, reads, registerOf, todayOf } from './books.tsx'

const takes = permitted('registers.take')
const inserts = permitted('registers.insert', { stepUp: true })
const keeps = permitted('registers.keep', { stepUp: true })
const numberParams = z.object({ key: z.string().max(60), id: z.uuid() })
type NumberContext = RouteContext<z.infer<typeof numberParams>>

/** An ISO day; "?" (refused) when it is no date. */
function dayTyped({ form }: Pick<RouteContext, 'form'>, name: string): string {
  const typed = dateTyped(form, name)
  return typeof typed === 'string' ? typed : '?'
}

const showTake = formOf(TakeNumberPage)

export const takeForm = get('/admin/nomor/:key/ambil', {
  access: takes,
  audit: 'none',
  params: keyParams,
  handle: (context) => showTake(context),
})

export const take = post('/admin/nomor/:key/ambil', {
  access: takes,
  audit: 'none',
  params: keyParams,
  async handle(context) {
    const { key } = context.params
    const { id, text } = await context.run(takeByHand, { key, ...partsOf(context) })
    context.notify(registerTexts(context.locale)('taken-done', { number: text }))
    return redirect(registerPaths.number(key, id))
  },
  invalid: showTake,
})

const showInsert = formOf(InsertNumberPage)

export const insertForm = get('/admin/nomor/:key/sisip', {
  access: inserts,
  audit: 'none',
  params: keyParams,
  handle: (context) => showInsert(context),
})

export const insert = post('/admin/nomor/:key/sisip', {
  access: inserts,
  audit: 'none',
  params: keyParams,
  async handle(context) {
    const { key } = context.params
    const typed = {
      key,
      datedOn: dayTyped(context, 'datedOn'),
      ...context.form.pick('lateReason'),
      ...partsOf(context),
    }
    const { id, text } = await context.run(insertNumber, typed)
    context.notify(registerTexts(context.locale)('inserted-done', { number: text }))
    return redirect(registerPaths.number(key, id))
  },
  invalid: showInsert,
})

function partsOf({ form }: Pick<RouteContext, 'form'>) {
  return form.pick('purpose', 'unit', 'classification')
}

export const reserveForm = get('/admin/nomor/:key/cadangkan', {
  access: keeps,
  audit: 'none',
  params: keyParams,
  handle: (context) => showReserve(context),
})

export const reserve = post('/admin/nomor/:key/cadangkan', {
  access: keeps,
  audit: 'none',
  params: keyParams,
  async handle(context) {
    const { key } = context.params
    const typed = context.form.pick('unitPath', 'size', 'unit', 'classification')
    const { first, last } = await context.run(reserveBlock, { key, ...typed } as never)
    context.notify(registerTexts(context.locale)('reserved-done', { first, last }))
    return redirect(registerPaths.register(key))
  },
  invalid: showReserve,
})

async function showReserve(context: KeyContext, error?: AppError): Promise<Answer> {
  const register = await registerOf(context)
  const units = await listUnits(context.db, { on: todayOf(context) })
  const form = context.kept ?? context.form
  return page(
    <ReserveBlockPage {...context} register={register} units={units} form={form} error={error} />,
    error?.status ?? 200,
  )
}

export const closeForm = get('/admin/nomor/:key/blok/:id/tutup', {
  access: keeps,
  audit: 'none',
  params: numberParams,
  handle: (context) => showClose(context),
})

export const close = post('/admin/nomor/:key/blok/:id/tutup', {
  access: keeps,
  audit: 'none',
  params: numberParams,
  async handle(context) {
    const { key, id } = context.params
    const { unused } = await context.run(closeBlock, { blockId: id, ...context.form.pick('reason') })
    context.notify(registerTexts(context.locale)('block-closed-done', { n: unused }))
    return redirect(registerPaths.register(key))
  },
  invalid: showClose,
})

async function showClose(context: NumberContext, error?: AppError): Promise<Answer> {
  const register = await registerOf(context)
  const block = (await listBlocks(context.db, register.id)).find((each) => each.id === context.params.id)
  if (!block) throw notFound()
  const form = context.kept ?? context.form
  return page(
    <CloseBlockPage {...context} register={register} block={block} form={form} error={error} />,
    error?.status ?? 200,
  )
}

export const numberView = get('/admin/nomor/:key/:id', {
  access: reads,
  audit: 'none',
  params: numberParams,
  handle: (context) => showNumber(context),
})

/** Two forms stand on the page of a number: what a reserved one was used for, and why one is void. */
export const numberPost = post('/admin/nomor/:key/:id', {
  access: reads,
  audit: 'none',
  params: numberParams,
  async handle(context) {
    const { key, id } = context.params
    const t = registerTexts(context.locale)
    if (context.form.get('apa') === 'catat') {
      const typed = { numberId: id, datedOn: dayTyped(context, 'datedOn'), ...context.form.pick('purpose') }
      const { text } = await context.run(enterReserved, typed)
      context.notify(t('entered', { number: text }))
    } else {
      const { text } = await context.run(voidNumber, { numberId: id, ...context.form.pick('reason') })
      context.notify(t('voided', { number: text }))
    }
    return redirect(registerPaths.number(key, id))
  },
  invalid: showNumber,
})

async function showNumber(context: NumberContext, error?: AppError): Promise<Answer> {
  const register = await registerOf(context)
  const number = await findNumber(context.db, register.id, context.params.id)
  if (!number) throw notFound()
  const { actor } = context
  const may = { keep: isPermitted(actor, 'registers.keep'), take: isPermitted(actor, 'registers.take') }
  return page(
    <NumberPage
      {...context}
      register={register}
      number={number}
      unitName={(await nameUnits(context.db))(number.unitPath)}
      may={may}
      form={context.kept ?? context.form}
      error={error}
      zone={context.tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}
