import { z } from 'zod'
import { permitted, staff } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { listUnits, nameUnits } from '#modules/organization/index.ts'
import { mostInBatch, proposeBatch } from '../commands/batches.ts'
import { noteExport } from '../commands/note-export.ts'
import { letterStates, roles, securities } from '../domain.ts'
import { letterPaths } from '../paths.ts'
import { countQueue, type LetterFilter, type LetterPage, listOwn, listQueue, listReadable } from '../queries/letters.ts'
import { deskTexts } from '../texts/desk.ts'
import { kindName, LetterListPage } from '../views/list-pages.tsx'

const cursor = z
  .string()
  .max(100)
  .regex(/^[\dTZ:._-]+_[0-9a-f-]{36}$/)
  .optional()
  .catch(undefined)
const day = z.iso.date().optional().catch(undefined)
const words = z.string().max(120).optional().catch(undefined)

const listQuery = z.object({
  q: words,
  jenis: z.string().max(60).optional().catch(undefined),
  keadaan: z.enum(letterStates).optional().catch(undefined),
  sifat: z.enum(securities).optional().catch(undefined),
  unit: z
    .string()
    .max(120)
    .regex(/^[a-z0-9.-]+$/)
    .optional()
    .catch(undefined),
  untuk: z.enum(roles).optional().catch(undefined),
  dari: day,
  sampai: day,
  setelah: cursor,
})
type ListQuery = z.infer<typeof listQuery>

const filterOf = (query: ListQuery): LetterFilter => ({
  text: query.q,
  kind: query.jenis,
  state: query.keadaan,
  security: query.sifat,
  unit: query.unit,
  role: query.untuk,
  from: query.dari,
  to: query.sampai,
  after: query.setelah,
})

type Which = 'queue' | 'drafts' | 'list'

async function show(
  context: RouteContext,
  which: Which,
  query: ListQuery,
  found: LetterPage,
  refused?: string,
): Promise<Answer> {
  const { setelah, ...rest } = query
  const counts = which === 'queue' ? await countQueue(context.db, context.actor) : undefined
  return page(
    <LetterListPage
      {...context}
      {...found}
      units={await listUnits(context.db)}
      unitName={await nameUnits(context.db)}
      which={which}
      zone={context.tenant.profile.zone}
      filter={filterOf(query)}
      query={rest}
      isFirstPage={!setelah}
      counts={counts}
      refused={refused}
    />,
    refused ? 422 : 200,
  )
}

export const queue = get(letterPaths.desk, {
  access: staff,
  audit: 'none',
  query: listQuery,
  async handle(context) {
    const { tenant, db, actor, query } = context
    return show(context, 'queue', query, await listQueue(tenant, db, actor, filterOf(query)))
  },
})

export const drafts = get(letterPaths.drafts, {
  access: permitted('letters.draft'),
  audit: 'none',
  query: listQuery,
  async handle(context) {
    const { tenant, db, actor, query } = context
    return show(context, 'drafts', query, await listOwn(tenant, db, actor, filterOf(query)))
  },
})

export const list = get(letterPaths.list, {
  access: permitted('letters.read'),
  audit: 'none',
  query: listQuery,
  async handle(context) {
    const { tenant, db, actor, query } = context
    return show(context, 'list', query, await listReadable(tenant, db, actor, filterOf(query)))
  },
})

export const exportList = exportRoutes(letterPaths.list, {
  access: permitted('letters.read'),
  audit: 'none',
  query: listQuery,
  note: noteExport,
  async table(context) {
    const { tenant, db, actor, locale, query, now } = context
    const t = deskTexts(locale)
    const unitName = await nameUnits(context.db)
    const filter = filterOf(query)
    return exported({
      file: `naskah-${dayOf(now, tenant.profile.zone)}`,
      title: t('list.title'),
      rows: allPages((after) => listReadable(tenant, db, actor, { ...filter, after }, exportPageSize)),
      columns: [
        { label: t('number'), kind: 'text', width: 32, value: (row) => row.number },
        { label: t('kind'), kind: 'text', width: 24, value: (row) => kindName(row.kind, locale) },
        { label: t('subject'), kind: 'text', width: 48, value: (row) => row.subject },
        { label: t('recipients'), kind: 'text', width: 40, value: (row) => row.recipients.join('; ') },
        { label: t('state'), kind: 'text', value: (row) => t(`state.${row.state}`) },
        { label: t('security'), kind: 'text', value: (row) => t(`security.${row.security}`) },
        { label: t('urgency'), kind: 'text', value: (row) => t(`urgency.${row.urgency}`) },
        { label: t('unit'), kind: 'text', width: 36, value: (row) => unitName(row.unitPath) },
        { label: t('drafter'), kind: 'text', width: 40, value: (row) => row.drafter },
        { label: t('changed'), kind: 'moment', value: (row) => row.changedAt },
        { label: t('issued'), kind: 'moment', value: (row) => row.issuedAt },
      ],
    })
  },
})

/** Puts chosen letters, or all that fit the filter, together for one confirmation. */
export const propose = post(letterPaths.batches, {
  access: permitted('letters.sign'),
  audit: 'none',
  async handle(context) {
    const { tenant, db, actor, form, locale } = context
    const query = listQuery.parse(Object.fromEntries(form.entries()))
    const filter: LetterFilter = { ...filterOf(query), role: 'signature', after: undefined }
    const letterIds =
      form.get('yang') === 'semua'
        ? (await listQueue(tenant, db, actor, filter, mostInBatch)).rows.map((row) => row.id)
        : form.all('surat').filter((id) => z.uuid().safeParse(id).success)
    if (letterIds.length === 0) {
      const found = await listQueue(tenant, db, actor, filterOf(query))
      return show(context, 'queue', query, found, deskTexts(locale)('bulk.nothing'))
    }
    const { id } = await context.run(proposeBatch, { letterIds: letterIds.slice(0, mostInBatch) })
    return redirect(letterPaths.batch(id))
  },
  async invalid(context, error) {
    const { tenant, db, actor, locale } = context
    const query = listQuery.parse(Object.fromEntries(context.form.entries()))
    const found = await listQueue(tenant, db, actor, filterOf(query))
    return show(context, 'queue', query, found, error.fields[0]?.message[locale] ?? error.say(locale))
  },
})
