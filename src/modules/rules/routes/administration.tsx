import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { addHoliday } from '../commands/add-holiday.ts'
import { addRow } from '../commands/add-row.ts'
import { verifyRow } from '../commands/verify-row.ts'
import { ruleOn } from '../domain.ts'
import { rulePaths } from '../paths.ts'
import { forgetCalendars } from '../queries/calendar.ts'
import { findRuleRecord, listHistory } from '../queries/rules.ts'
import { ruleTexts } from '../texts.ts'
import {
  dateTyped,
  HolidayFormPage,
  RowFormPage,
  RuleAdministrationPage,
  VerifyFormPage,
} from '../views/administration.tsx'
import { dayText } from '../views/law-pages.tsx'
import { filterOf, lawQuery, todayOf } from './law-query.ts'
import { lawFor } from './law-table.ts'

const edits = permitted('rules.edit', { stepUp: true })
const keyParams = z.object({ key: z.string().max(120) })
const idParams = z.object({ id: z.uuid() })

export const administration = get(rulePaths.administration, {
  access: permitted('rules.edit'),
  audit: 'none',
  query: lawQuery,
  async handle(context) {
    return page(<RuleAdministrationPage {...context} {...(await lawFor(context))} filter={filterOf(context)} />)
  },
})

export const newHoliday = get(rulePaths.newHoliday, {
  access: edits,
  audit: 'none',
  handle: (context) => holidayForm(context),
})

export const storeHoliday = post(rulePaths.newHoliday, {
  access: edits,
  audit: 'none',
  async handle(context) {
    const { form } = context
    const { day } = await context.run(addHoliday, {
      ...form.pick('nameId', 'nameEn', 'citation'),
      day: dateOf(context, 'day'),
    })
    forgetCalendars(context.tenant)
    context.notify(ruleTexts(context.locale)('admin.holiday-saved', { day: dayText(day, context.locale) }))
    return redirect(rulePaths.administration)
  },
  invalid: holidayForm,
})

function holidayForm(context: RouteContext, error?: AppError): Answer {
  const form = context.kept ?? context.form
  return page(<HolidayFormPage {...context} form={form} error={error} />, error?.status ?? 200)
}

export const newRow = get('/admin/aturan/baris/:key', {
  access: edits,
  audit: 'none',
  params: keyParams,
  handle: (context) => rowForm(context),
})

export const storeRow = post('/admin/aturan/baris/:key', {
  access: edits,
  audit: 'none',
  params: keyParams,
  async handle(context) {
    const validTo = dateOf(context, 'validTo')
    await context.run(addRow, {
      ...context.form.pick('value', 'citation'),
      key: context.params.key,
      validFrom: dateOf(context, 'validFrom'),
      ...(validTo ? { validTo } : {}),
    })
    context.notify(ruleTexts(context.locale)('admin.row-saved'))
    return redirect(rulePaths.rule(context.params.key))
  },
  invalid: rowForm,
})

async function rowForm(context: RouteContext<z.infer<typeof keyParams>>, error?: AppError): Promise<Answer> {
  const { key } = context.params
  const region = (await findOwnRegion(context.db))?.code ?? ''
  const history = await listHistory(context.db, key, region)
  const now = ruleOn(history, key, region, Temporal.PlainDate.from(todayOf(context)))
  const like = now ?? history[0]
  if (!like) throw notFound()
  const form = context.kept ?? context.form
  return page(
    <RowFormPage {...context} ruleKey={key} like={like} now={now} form={form} error={error} />,
    error?.status ?? 200,
  )
}

export const verifyForm = get('/admin/aturan/periksa/:id', {
  access: edits,
  audit: 'none',
  params: idParams,
  handle: (context) => verification(context),
})

export const storeVerification = post('/admin/aturan/periksa/:id', {
  access: edits,
  audit: 'none',
  params: idParams,
  async handle(context) {
    const { key } = await context.run(verifyRow, { ...context.form.pick('status', 'note'), id: context.params.id })
    context.notify(ruleTexts(context.locale)('admin.verified-saved'))
    return redirect(rulePaths.rule(key))
  },
  invalid: verification,
})

async function verification(context: RouteContext<z.infer<typeof idParams>>, error?: AppError): Promise<Answer> {
  const rule = await findRuleRecord(context.db, context.params.id)
  if (!rule) throw notFound()
  const form = context.kept ?? context.form
  return page(<VerifyFormPage {...context} rule={rule} form={form} error={error} />, error?.status ?? 200)
}

/** An ISO day; undefined when nothing was typed, "?" (refused) when it is no date. */
function dateOf(context: RouteContext, name: string): string | undefined {
  const typed = dateTyped(context.form, name)
  return typeof typed === 'object' ? '?' : typed
}
