import type { VNode } from 'preact'
import { z } from 'zod'
import { isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { nameUnits } from '#modules/organization/index.ts'
import { addRegister, changePattern } from '../commands/books.ts'
import { noteExport } from '../commands/note-export.ts'
import { registerPaths } from '../paths.ts'
import {
  checkCompleteness,
  findRegisterSummary,
  listBlocks,
  listNumbers,
  listRegisters,
  type Register,
} from '../queries.ts'
import { registerTexts } from '../texts.ts'
import { AddRegisterPage, ChangePatternPage } from '../views/form-pages.tsx'
import { dateTyped, type RegisterForm } from '../views/frame.tsx'
import { RegisterListPage, RegisterViewPage } from '../views/list-pages.tsx'

export const reads = permitted('registers.read')
const keeps = permitted('registers.keep', { stepUp: true })
export const keyParams = z.object({ key: z.string().max(60) })
export type KeyContext = RouteContext<z.infer<typeof keyParams>>

const listQuery = z.object({ q: z.string().max(120).catch('') })
const numberQuery = z.object({
  q: z.string().max(120).optional().catch(undefined),
  keadaan: z.enum(['taken', 'reserved', 'void', 'inserted']).optional().catch(undefined),
  setelah: z
    .string()
    .max(90)
    .regex(/^[\dTZ:.-]+_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
  periksa: z.literal('1').optional().catch(undefined),
})

export function todayOf({ now, tenant }: Pick<RouteContext, 'now' | 'tenant'>): string {
  return dayOf(now, tenant.profile.zone).toString()
}

/** @throws not-found */
export async function registerOf(context: Pick<KeyContext, 'db' | 'now' | 'tenant' | 'params'>): Promise<Register> {
  const register = await findRegisterSummary(context.db, todayOf(context), context.params.key)
  if (!register) throw notFound()
  return register
}

export const registerList = get(registerPaths.list, {
  access: reads,
  audit: 'none',
  query: listQuery,
  async handle(context) {
    const { q } = context.query
    const registers = await listRegisters(context.db, todayOf(context), q)
    const mayKeep = isPermitted(context.actor, 'registers.keep')
    return page(<RegisterListPage {...context} registers={registers} text={q} mayKeep={mayKeep} />)
  },
})

export const exportRegisters = exportRoutes(registerPaths.list, {
  access: reads,
  audit: 'none',
  query: listQuery,
  async table(context) {
    const { locale, query } = context
    const t = registerTexts(locale)
    return exported({
      file: `buku-nomor-${todayOf(context)}`,
      title: t('title'),
      rows: await listRegisters(context.db, todayOf(context), query.q),
      columns: [
        { label: t('name'), kind: 'text', width: 36, value: (row) => row.name[locale] },
        { label: t('key'), kind: 'text', value: (row) => row.key },
        { label: t('pattern'), kind: 'text', width: 36, value: (row) => row.pattern },
        { label: t('citation'), kind: 'text', width: 36, value: (row) => row.citation },
        { label: t('counted'), kind: 'number', value: (row) => row.counted },
        { label: t('open'), kind: 'number', value: (row) => row.open },
      ],
    })
  },
})

export const addForm = get(registerPaths.add, { access: keeps, audit: 'none', handle: (context) => showAdd(context) })

export const add = post(registerPaths.add, {
  access: keeps,
  audit: 'none',
  async handle(context) {
    const typed = context.form.pick('key', 'nameId', 'nameEn', 'countsBy', 'pattern', 'citation')
    const { key } = await context.run(addRegister, typed as never)
    context.notify(registerTexts(context.locale)('added'))
    return redirect(registerPaths.register(key))
  },
  invalid: showAdd,
})

function showAdd(context: RouteContext, error?: AppError): Answer {
  return page(<AddRegisterPage {...context} form={context.kept ?? context.form} error={error} />, error?.status ?? 200)
}

export const registerView = get('/admin/nomor/:key', {
  access: reads,
  audit: 'none',
  params: keyParams,
  query: numberQuery,
  async handle(context) {
    const { q, keadaan, setelah, periksa } = context.query
    const register = await registerOf(context)
    const [list, blocks, completeness, unitName] = await Promise.all([
      listNumbers(context.db, register.id, { text: q, status: keadaan, after: setelah }),
      listBlocks(context.db, register.id),
      periksa ? checkCompleteness(context.db, register.id) : undefined,
      nameUnits(context.db),
    ])
    const { actor } = context
    const may = {
      keep: isPermitted(actor, 'registers.keep'),
      take: isPermitted(actor, 'registers.take'),
      insert: isPermitted(actor, 'registers.insert'),
    }
    return page(
      <RegisterViewPage
        {...context}
        {...list}
        register={register}
        blocks={blocks}
        unitName={unitName}
        completeness={completeness}
        query={{ q, keadaan }}
        isFirstPage={!setelah}
        may={may}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

export const exportNumbers = exportRoutes('/admin/nomor/:key', {
  access: reads,
  audit: 'none',
  params: keyParams,
  query: numberQuery,
  note: noteExport,
  async table(context) {
    const { db, locale, query } = context
    const t = registerTexts(locale)
    const register = await registerOf(context)
    const { q, keadaan } = query
    const unitName = await nameUnits(context.db)
    return exported({
      file: `nomor-${register.key}-${todayOf(context)}`,
      title: register.key,
      rows: allPages((after) => listNumbers(db, register.id, { text: q, status: keadaan, after }, exportPageSize)),
      columns: [
        { label: t('number'), kind: 'text', width: 32, value: (row) => row.text },
        { label: t('status'), kind: 'text', value: (row) => t(`status-${row.status}`) },
        { label: t('dated'), kind: 'day', value: (row) => Temporal.PlainDate.from(row.datedOn) },
        { label: t('purpose'), kind: 'text', width: 40, value: (row) => row.purpose },
        { label: t('unit'), kind: 'text', width: 36, value: (row) => unitName(row.unitPath) },
        { label: t('taken'), kind: 'moment', value: (row) => row.takenAt },
        { label: t('by'), kind: 'text', width: 40, value: (row) => row.takenBy },
        { label: t('void-reason'), kind: 'text', width: 40, value: (row) => row.voidReason },
        { label: t('late-reason'), kind: 'text', width: 40, value: (row) => row.lateReason },
      ],
    })
  },
})

/** A form of one register: fresh, or with what was typed and what was wrong with it. */
export function formOf(Page: (props: RegisterForm & { readonly register: Register }) => VNode) {
  return async (context: KeyContext, error?: AppError): Promise<Answer> => {
    const register = await registerOf(context)
    const form = context.kept ?? context.form
    return page(<Page {...context} register={register} form={form} error={error} />, error?.status ?? 200)
  }
}

const showPattern = formOf(ChangePatternPage)

export const patternForm = get('/admin/nomor/:key/pola', {
  access: keeps,
  audit: 'none',
  params: keyParams,
  handle: (context) => showPattern(context),
})

export const pattern = post('/admin/nomor/:key/pola', {
  access: keeps,
  audit: 'none',
  params: keyParams,
  async handle(context) {
    const { key } = context.params
    const typed = dateTyped(context.form, 'validFrom')
    const validFrom = typeof typed === 'string' ? typed : '?'
    await context.run(changePattern, { key, validFrom, ...context.form.pick('pattern', 'citation') })
    context.notify(registerTexts(context.locale)('changed'))
    return redirect(registerPaths.register(key))
  },
  invalid: showPattern,
})
