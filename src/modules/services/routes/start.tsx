import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { get, page, post, redirect } from '#kernel/http/route.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { getPerson } from '#modules/people/index.ts'
import { startDraft } from '../commands/draft.ts'
import { knownFor } from '../commands/own-draft.ts'
import { expressionsOf } from '../definition/expressions.ts'
import { getServiceBySlug } from '../definition/store.ts'
import { refusalsOf } from '../form/journey.ts'
import { servicePaths } from '../paths.ts'
import { listOwnDrafts } from '../queries/cases.ts'
import { listStandingMandates } from '../queries/mandates.ts'
import { StartPage } from '../views/draft-pages.tsx'
import { ForWhom } from '../views/for-whom.tsx'

const slugParams = z.object({ slug: z.string().max(80) })

/** What registers already hold, shown before anything is taken from them; and in whose name one applies. */
export const startPage = get('/layanan/:slug/mulai', {
  access: citizen,
  audit: 'own-data',
  params: slugParams,
  query: z.object({ perpanjang: z.uuid().optional().catch(undefined) }),
  async handle(context) {
    const { db, tenant, actor, locale, now } = context
    const today = dayOf(now, tenant.profile.zone).toString()
    const service = await getServiceBySlug(db, context.params.slug, today)
    const known = await knownFor(tenant, db, service, { personId: actor.personId ?? '', answers: {} })
    const surroundings = { answers: {}, known, today }
    const expressions = expressionsOf(service)
    const drafts = await listOwnDrafts(db, actor.accountId ?? '')
    const mandates = service.mandate ? await listStandingMandates(db, actor.personId ?? '', service.id, today) : []
    const principals = await Promise.all(
      mandates.map(async (mandate) => ({
        mandateId: mandate.id,
        name: (await getPerson(db, mandate.principalPersonId)).fullName,
        until: formatDay(Temporal.PlainDate.from(mandate.validTo), locale),
      })),
    )
    const refusals = refusalsOf(service, surroundings)
    return page(
      <StartPage
        service={service}
        met={(expression) => expressions.isTrue(expression, surroundings)}
        refusals={refusals.map((rule) => ({ text: rule.refused[locale], basis: rule.basis }))}
        unfinished={drafts.find((draft) => draft.serviceId === service.id)}
        zone={tenant.profile.zone}
        forWhom={
          principals.length > 0 || context.query.perpanjang ? (
            <ForWhom
              principals={principals}
              maySelf={refusals.length === 0}
              previousCaseId={context.query.perpanjang}
            />
          ) : undefined
        }
        mayStart={refusals.length === 0 || principals.length > 0}
      />,
    )
  },
})

const closed = new AppError('wrong-state', {
  text: {
    id: 'Layanan ini sudah ditutup. Pengajuan baru tidak diterima lagi.',
    en: 'This service is closed. No new applications are taken.',
  },
})

export const start = post('/layanan/:slug/mulai', {
  access: citizen,
  audit: 'own-data',
  params: slugParams,
  async handle(context) {
    const { form, params } = context
    const today = dayOf(context.now, context.tenant.profile.zone).toString()
    const service = await getServiceBySlug(context.db, params.slug, today)
    if (service.validTo && service.validTo < today) throw closed
    const { draftId } = await context.run(startDraft, {
      slug: params.slug,
      mandateId: form.get('mandateId') || undefined,
      previousCaseId: form.get('previousCaseId') || undefined,
    })
    return redirect(servicePaths.draft(draftId))
  },
})
