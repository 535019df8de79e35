import { z } from 'zod'
import { type Access, permitted, requirePermission } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, type AnyRoute, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { formatNumber } from '#kernel/i18n/format.ts'
import {
  areasFor,
  around,
  findAssessment,
  findTaxpayerOf,
  idParams,
  listHistory,
  listQuery,
  oneOf,
  placeIn,
  taxNames,
  typedIn,
} from '#modules/local-tax/index.ts'
import { getRule } from '#modules/rules/index.ts'
import { approveFinding, proposeFinding, returnFinding } from '../commands/findings.ts'
import { noteExport } from '../commands/note-export.ts'
import { acceptReturn, beginExamination, recordReminder, voidReturn } from '../commands/return-acts.ts'
import { subjectType } from '../commands/return-row.ts'
import { returnTaxes } from '../domain.ts'
import { taxReturnPaths } from '../paths.ts'
import { ownRegion, returnRules } from '../queries/law.ts'
import { compareReturn, listFindings, listPapers, listVersions } from '../queries/parts.ts'
import { cursorPattern, findReturn, listReturns, listStates, type TaxReturn } from '../queries/returns.ts'
import { deskTexts } from '../texts/desk.ts'
import { ownTexts } from '../texts/own.ts'
import { DeskListPage } from '../views/desk-list-page.tsx'
import { DeskReturnPage } from '../views/desk-return-page.tsx'
import { shownState } from '../views/return-words.tsx'
import { paperOf } from './own.tsx'

const reads = permitted('tax-returns.read')
const examines = permitted('tax-returns.examine')
const approves = permitted('tax-returns.approve')
const approvesProved = permitted('tax-returns.approve', { stepUp: true })
const audit = 'personal-data'

const query = listQuery(
  {
    pajak: oneOf(returnTaxes),
    masa: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional()
      .catch(undefined),
    keadaan: oneOf(listStates),
    tanda: oneOf(['rendah']),
  },
  cursorPattern,
)
type ListContext = RouteContext<unknown, z.infer<typeof query>>
type OneContext = RouteContext<{ id: string }, unknown>

const todayOf = ({ now, tenant }: RouteContext) => dayOf(now, tenant.profile.zone)

const filterOf = ({ query: given }: ListContext) => ({
  text: given.q,
  tax: given.pajak,
  month: given.masa ? Temporal.PlainYearMonth.from(given.masa) : undefined,
  state: given.keadaan,
  area: given.wilayah || undefined,
  isFlagged: given.tanda === 'rendah',
})

const list = get(taxReturnPaths.desk, {
  access: reads,
  audit,
  query,
  async handle(context) {
    const { setelah, ...place } = placeIn(context.query)
    const today = todayOf(context)
    const [found, areas] = await Promise.all([
      listReturns(context.db, context.actor, filterOf(context), today, setelah),
      areasFor(context, place.query.wilayah, 'tax-returns.read'),
    ])
    return page(<DeskListPage {...around(context)} {...place} {...found} {...{ areas, today }} />)
  },
})

const exports = exportRoutes(taxReturnPaths.desk, {
  access: reads,
  audit,
  query,
  note: noteExport,
  table(context) {
    const { db, actor, locale } = context
    const t = deskTexts(locale)
    const today = todayOf(context)
    return exported<TaxReturn>({
      file: `laporan-pajak-${today}`,
      title: t('title'),
      rows: allPages((after) => listReturns(db, actor, filterOf(context), today, after, exportPageSize)),
      columns: [
        { label: t('object'), kind: 'text', width: 30, value: (row) => row.objectName },
        { label: t('owner'), kind: 'text', width: 30, value: (row) => row.ownerName },
        { label: 'NPWPD', kind: 'text', width: 24, value: (row) => row.npwpd },
        { label: t('tax'), kind: 'text', width: 26, value: (row) => taxNames[row.tax][locale] },
        { label: t('month'), kind: 'text', width: 16, value: (row) => row.month.toString() },
        { label: t('turnover'), kind: 'money', value: (row) => row.turnover },
        { label: t('tax-amount'), kind: 'money', value: (row) => row.taxAmount },
        { label: t('file-due'), kind: 'day', value: (row) => row.fileDueOn },
        { label: t('filed-on'), kind: 'day', value: (row) => row.filedOn },
        {
          label: t('state'),
          kind: 'text',
          width: 18,
          value: (row) => ownTexts(locale)(`state.${shownState(row, today)}`),
        },
        {
          label: t('flags'),
          kind: 'text',
          width: 30,
          value: (row) => row.flags.map((flag) => t(`flag.${flag}`)).join(', '),
        },
      ],
    })
  },
})

/** One return, when it lies where the official may look; the reading is recorded. */
async function deskAt(context: OneContext, purpose: string): Promise<TaxReturn> {
  const one = await findReturn(context.db, context.params.id)
  if (!one) throw notFound()
  requirePermission(context.actor, 'tax-returns.read', { territory: one.villageCode })
  const taxpayer = await findTaxpayerOf(context.db, { npwpd: one.npwpd })
  if (taxpayer?.personId)
    await context.recordAccess({ personId: taxpayer.personId, object: { type: subjectType, id: one.id }, purpose })
  return one
}

async function showOne(context: OneContext, error?: AppError): Promise<Answer> {
  const { db } = context
  const one = await deskAt(context, 'memeriksa laporan pajak daerah')
  const today = todayOf(context)
  const [versions, papers, findings, history, comparison, claim, low] = await Promise.all([
    listVersions(db, one.id),
    listPapers(db, one.id),
    listFindings(db, one.id),
    listHistory(db, subjectType, one.id),
    compareReturn(db, one),
    one.assessmentId ? findAssessment(db, one.assessmentId) : undefined,
    getRule(db, returnRules.low, await ownRegion(db), one.month.toPlainDate({ day: 1 })),
  ])
  return page(
    <DeskReturnPage
      {...around(context)}
      {...{ one, versions, papers, findings, history, comparison, claim, today, error }}
      low={`${formatNumber(Number(low.value) * 100, context.locale)}%`}
      act={context.request.url.split('?')[0]?.split('/').at(-1)}
      typed={typedIn(context)}
    />,
    error?.status ?? 200,
  )
}

const show = get(taxReturnPaths.deskReturn(':id'), {
  access: reads,
  audit,
  params: idParams,
  handle: (context) => showOne(context),
})

const act = (verb: string, access: Access, run: (context: OneContext) => Promise<string | undefined>) =>
  post(taxReturnPaths.deskAct(':id', verb), {
    access,
    audit,
    params: idParams,
    async handle(context) {
      const number = await run(context)
      const t = deskTexts(context.locale)
      context.notify(number ? t('issued', { number }) : t('done'))
      return redirect(taxReturnPaths.deskReturn(context.params.id))
    },
    invalid: showOne,
  })

const plain = (verb: string, access: Access, command: Parameters<RouteContext['run']>[0]) =>
  act(verb, access, async (context) => {
    await context.run(command, { ...typedIn(context), returnId: context.params.id })
    return undefined
  })

const paper = get(taxReturnPaths.deskPaper(':id', ':attachmentId'), {
  access: reads,
  audit,
  params: idParams.extend({ attachmentId: z.uuid() }),
  async handle(context) {
    const one = await deskAt(context, 'membuka lampiran laporan pajak daerah')
    return paperOf(context, one.id, context.params.attachmentId)
  },
})

export const deskRoutes: readonly AnyRoute[] = [
  list,
  ...exports,
  show,
  plain('terima', examines, acceptReturn),
  plain('periksa', examines, beginExamination),
  plain('teguran', examines, recordReminder),
  plain('tiadakan', approves, voidReturn),
  plain('kembalikan', approves, returnFinding),
  act('temuan', examines, async (context) => {
    await context.run(proposeFinding, { returnId: context.params.id, typed: typedIn(context) })
    return undefined
  }),
  act('setujui', approvesProved, async (context) => {
    const input = { ...typedIn(context), returnId: context.params.id }
    return (await context.run(approveFinding, input)).number
  }),
  paper,
]
