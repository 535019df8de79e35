import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { FormValues } from '#kernel/http/form-values.ts'
import { get, page } from '#kernel/http/route.ts'
import { useOf } from '#modules/rules/index.ts'
import type { Answers } from '../definition/expressions.ts'
import { getServiceBySlug } from '../definition/store.ts'
import { knownSources } from '../extensions.ts'
import { askedIn, computedAt, estimateFee, feeForm, isComputed } from '../flow/fee-estimate.ts'
import { fieldsOfPages } from '../form/kinds.ts'
import { askedName, readAnswers } from '../form/read-answers.ts'
import { FeePage } from '../views/fee-page.tsx'
import { ruleFinder } from './catalogue.tsx'
import { afterButton } from './page-work.ts'

/** What an application would cost, computed from a plain GET form: it can be linked, and nothing is stored. */
export const fee = get('/layanan/:slug/biaya', {
  access: anyone,
  audit: 'none',
  params: z.object({ slug: z.string().max(80) }),
  query: z.record(z.string().max(80), z.union([z.string().max(2000), z.array(z.string().max(2000)).max(60)])).catch({}),
  perMinute: 120,
  async handle(context) {
    const { db, tenant, actor } = context
    const today = dayOf(context.now, tenant.profile.zone).toString()
    const service = await getServiceBySlug(db, context.params.slug, today)
    if (!isComputed(service) || computedAt(service)) throw notFound()
    const form = feeForm(service)
    const values = new FormValues(
      Object.entries(context.query).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, each]),
      ),
    )
    const isFresh = !values.has(askedName)
    const asked = new Set(values.all(askedName))
    const fields = fieldsOfPages(form.form.pages).filter((field) => asked.has(field.id))
    // A row is added or taken away by a button, and nothing is wrong yet.
    const isWork = values.has('add-row') || values.has('remove-row')
    const typed = await afterButton({ db, form: values }, readAnswers(values, fields), actor.personId ?? '', isWork)
    const known =
      actor.kind === 'citizen' && actor.personId
        ? await knownSources.get(service.known)(tenant, db, actor.personId, typed as Answers)
        : {}
    const find = await ruleFinder(context)
    const estimate = estimateFee(form, {
      answers: typed as Answers,
      known,
      today,
      ruleOf: (key) => {
        const rule = find(key)
        if (!rule) throw new Error(`no rule ${key} holds on ${today}`)
        return useOf(rule)
      },
    })
    const shown = new Set(askedIn(estimate.journey).map((field) => field.id))
    const errors = isWork
      ? []
      : estimate.errors.filter((error) => asked.has(fieldOf(error.path)) && shown.has(fieldOf(error.path)))
    const status = !isFresh && errors.length > 0 ? 422 : 200
    return page(
      <FeePage service={service} estimate={estimate} typed={typed} errors={errors} isFresh={isFresh || isWork} />,
      status,
    )
  },
})

/** "rows[0].area" and "home.street" belong to their field. */
function fieldOf(path: string): string {
  return path.split(/[.[]/)[0] ?? path
}
