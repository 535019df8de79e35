import { z } from 'zod'
import { isPermitted, permitted, staff } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, type AnyRoute, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { areaCodePattern, getAreaPath } from '#modules/territory/index.ts'
import { noteExport } from '../commands/note-export.ts'
import { maskNik } from '../domain.ts'
import { peoplePaths } from '../paths.ts'
import { listAreaChoices } from '../queries/area-choices.ts'
import { getFamily } from '../queries/families.ts'
import { getPerson } from '../queries/persons.ts'
import { openKkNumber, openNik } from '../queries/rows.ts'
import { startReview } from '../reviews/commands.ts'
import { findNewestReview, reviewKinds } from '../reviews/reviews.ts'
import { duplicateTerritories, peopleAround } from '../routes/around.ts'
import { answersOf } from '../routes/typed.ts'
import { readPeople } from '../watch/read-people.ts'
import { decideDuplicate, proposeDuplicate, undoDuplicate } from './commands.ts'
import { DuplicateListPage } from './list-page.tsx'
import { type ComparedPerson, DuplicatePage } from './pair-page.tsx'
import { duplicateStates, getDuplicate, listDuplicates, listSteps } from './queries.ts'
import { duplicateTexts } from './texts.ts'
import { duplicateReasons } from './weights.ts'

const listQuery = z.object({
  q: z.string().max(100).catch(''),
  keadaan: z.enum([...duplicateStates, '']).catch(''),
  petunjuk: z.enum([...duplicateReasons, '']).catch(''),
  wilayah: z.string().regex(areaCodePattern).catch(''),
  lanjut: z.string().max(60).optional().catch(undefined),
})
const params = z.object({ candidateId: z.uuid() })
type ListContext = RouteContext<unknown, z.infer<typeof listQuery>>
type PairContext = RouteContext<z.infer<typeof params>>

const audit = 'personal-data'

export const duplicateRoutes: readonly AnyRoute[] = [
  get(peoplePaths.duplicates, { access: staff, audit, query: listQuery, handle: showList }),
  ...exportRoutes(peoplePaths.duplicates, {
    access: permitted('people.export'),
    audit,
    query: listQuery,
    note: noteExport,
    table(context: ListContext) {
      const t = duplicateTexts(context.locale)
      const territories = requireDesk(context)
      return exported({
        file: `data-ganda-${dayOf(context.now, context.tenant.profile.zone)}`,
        title: t('title'),
        rows: allPages((after) =>
          listDuplicates(context.db, { ...filterOf(context), territories, after }, exportPageSize),
        ),
        columns: [
          { label: t('name'), kind: 'text', width: 32, value: (row) => row.nameA },
          { label: t('born'), kind: 'day', value: (row) => Temporal.PlainDate.from(row.bornA) },
          { label: t('name'), kind: 'text', width: 32, value: (row) => row.nameB },
          { label: t('born'), kind: 'day', value: (row) => Temporal.PlainDate.from(row.bornB) },
          { label: t('score'), kind: 'number', value: (row) => row.score },
          {
            label: t('reasons'),
            kind: 'text',
            width: 50,
            value: (row) => row.reasons.map((each) => t(each)).join(', '),
          },
          { label: t('state'), kind: 'text', width: 24, value: (row) => t(`state-${row.state}`) },
          { label: t('found'), kind: 'moment', value: (row) => row.foundAt },
        ],
      })
    },
  }),
  get(peoplePaths.duplicate(':candidateId'), { access: staff, audit, params, handle: (context) => showPair(context) }),
  post(peoplePaths.proposeDuplicate(':candidateId'), {
    access: permitted('people.resolve-duplicates'),
    audit,
    params,
    async handle(context) {
      const { candidateId } = context.params
      const t = duplicateTexts(context.locale)
      const input = formOf(context, ['verdict', 'keepPersonId', 'reason'])
      const { state } = await context.run(proposeDuplicate, { candidateId, ...input })
      context.notify(t(state === 'proposed' ? 'proposed' : 'field-checked'))
      return redirect(peoplePaths.duplicate(candidateId))
    },
    invalid: showPair,
  }),
  post(peoplePaths.decideDuplicate(':candidateId'), {
    access: permitted('people.confirm-duplicates'),
    audit,
    params,
    async handle(context) {
      const { candidateId } = context.params
      const t = duplicateTexts(context.locale)
      const { state } = await context.run(decideDuplicate, { candidateId, ...formOf(context, ['decision', 'reason']) })
      context.notify(t(state === 'open' ? 'rejected' : 'confirmed'))
      return redirect(peoplePaths.duplicate(candidateId))
    },
    invalid: showPair,
  }),
  post(peoplePaths.undoDuplicate(':candidateId'), {
    access: permitted('people.confirm-duplicates'),
    audit,
    params,
    async handle(context) {
      const { candidateId } = context.params
      await context.run(undoDuplicate, { candidateId, ...formOf(context, ['reason']) })
      context.notify(duplicateTexts(context.locale)('undone'))
      return redirect(peoplePaths.duplicate(candidateId))
    },
    invalid: showPair,
  }),
  post(peoplePaths.reviewRegister, {
    access: permitted('people.resolve-duplicates'),
    audit,
    async handle(context) {
      const kind = z.enum(reviewKinds).catch('duplicates').parse(context.form.get('kind'))
      await context.run(startReview, { kind })
      context.notify(duplicateTexts(context.locale)('review-started'))
      return redirect(kind === 'duplicates' ? peoplePaths.duplicates : peoplePaths.checks)
    },
  }),
]

/** Empty fields are left out, so that the schema says what is missing. */
function formOf(context: RouteContext, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, context.form.get(name)]).filter(([name, value]) => value || name === 'reason'),
  )
}

/** @throws forbidden for who is neither of the two officers */
function requireDesk({ actor }: RouteContext): string[] {
  const territories = duplicateTerritories(actor)
  if (territories.length === 0) throw new AppError('forbidden')
  return territories
}

function filterOf({ query }: ListContext) {
  return {
    text: query.q.replace(/\p{Cc}/gu, ' ').trim() || undefined,
    state: query.keadaan || undefined,
    reason: query.petunjuk || undefined,
    area: query.wilayah || undefined,
  }
}

/** Names of pairs pass by as in the list of the register; who opens a pair is noted for both. */
async function showList(context: ListContext): Promise<Answer> {
  const { db, actor, query, tenant } = context
  const territories = requireDesk(context)
  const { lanjut, ...filter } = query
  return page(
    <DuplicateListPage
      {...(await peopleAround(context))}
      {...(await listDuplicates(db, { ...filterOf(context), territories, after: lanjut }))}
      query={filter}
      areas={await listAreaChoices(db, query.wilayah, territories)}
      review={await findNewestReview(db, 'duplicates')}
      mayReview={isPermitted(actor, 'people.resolve-duplicates')}
      zone={tenant.profile.zone}
    />,
  )
}

async function showPair(context: PairContext, error?: AppError): Promise<Answer> {
  const { db, actor, tenant } = context
  const pair = await getDuplicate(db, context.params.candidateId, requireDesk(context))
  await readPeople(context, [pair.personA, pair.personB], 'memeriksa data ganda', { isDeskWork: true })
  return page(
    <DuplicatePage
      {...(await peopleAround(context))}
      {...answersOf(context, error)}
      pair={pair}
      a={await compared(context, pair.personA)}
      b={await compared(context, pair.personB)}
      steps={await listSteps(db, pair.id)}
      mayPropose={isPermitted(actor, 'people.resolve-duplicates', { territory: pair.territory })}
      mayDecide={isPermitted(actor, 'people.confirm-duplicates', { territory: pair.territory })}
      isOwnProposal={pair.proposedBy !== undefined && pair.proposedBy === actor.accountId}
      zone={tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

async function compared({ tenant, db }: PairContext, personId: string): Promise<ComparedPerson> {
  const person = await getPerson(db, personId)
  const family = person.familyId ? await getFamily(db, person.familyId) : undefined
  const [, , district, village] = family ? await getAreaPath(db, family.villageCode) : []
  const address = family && [family.address, `RT ${family.rt} RW ${family.rw}`, village?.name, district?.name]
  return {
    person,
    nik: maskNik(openNik(tenant, person)),
    kkNumber: family && maskNik(openKkNumber(tenant, family)),
    // The order number is enough to see whether two certificates are one; the rest holds dates.
    certificate: person.birthCertificateNumber?.replace(/\d(?=.*\d{4}$)/g, '*'),
    address: address?.filter(Boolean).join(', '),
  }
}
