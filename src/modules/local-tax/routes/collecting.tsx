import type { z } from 'zod'
import { type Access, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { Command } from '#kernel/command/command.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import type { ExportColumn } from '#kernel/export/table.ts'
import { type Answer, type AnyRoute, bytes, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findDocumentFile } from '#modules/documents/index.ts'
import { arrearStates, proposalKinds, taxes, taxNames } from '../claims.ts'
import { subjectType } from '../commands/assessment-row.ts'
import { approveProposal, returnProposal, withdrawProposal } from '../commands/decide-proposal.ts'
import { mostInProposal } from '../commands/propose.ts'
import { localTaxPaths } from '../paths.ts'
import { arrearAgeNames, arrearCursor, listArrearIds, listArrears, sumArrears } from '../queries/arrears.ts'
import type { Assessment } from '../queries/assessments.ts'
import {
  findProposal,
  listProposalItems,
  listProposals,
  type Proposal,
  type ProposalItem,
} from '../queries/proposals.ts'
import { claimTexts } from '../texts/claims.ts'
import { collectingTexts } from '../texts/collecting.ts'
import { ArrearsPage } from '../views/arrears-page.tsx'
import { claimTitle } from '../views/claim-words.tsx'
import { ProposalListPage } from '../views/proposal-list-page.tsx'
import { itemStates, ProposalPage } from '../views/proposal-page.tsx'
import { around, idParams, letterParams, type OneContext, typedIn } from './around.ts'
import { assessmentAt, proposed, showAssessment } from './assessments.tsx'
import { areasFor, listQuery, oneOf, placeIn } from './list-query.ts'
import { listRoutes } from './list-routes.ts'

const reads = permitted('local-tax.read')
const assesses = permitted('local-tax.assess')
const approves = permitted('local-tax.approve')
const approvesProved = permitted('local-tax.approve', { stepUp: true })
const audit = 'personal-data'

const arrearQuery = listQuery(
  { pajak: oneOf(taxes), tahap: oneOf(arrearStates), lama: oneOf(arrearAgeNames) },
  arrearCursor,
)
type ArrearContext = RouteContext<unknown, z.infer<typeof arrearQuery>>

const arrearFilter = ({ query }: ArrearContext) => ({
  text: query.q,
  tax: query.pajak,
  state: query.tahap,
  age: query.lama,
  area: query.wilayah || undefined,
})

const todayOf = ({ now, tenant }: RouteContext) => dayOf(now, tenant.profile.zone)

async function showArrears(context: ArrearContext, error?: AppError): Promise<Answer> {
  const { db, actor } = context
  const { setelah, ...place } = placeIn(context.query)
  const today = todayOf(context)
  const [found, sums, areas] = await Promise.all([
    listArrears(db, actor, arrearFilter(context), today, setelah),
    sumArrears(db, actor, arrearFilter(context), today),
    areasFor(context, place.query.wilayah),
  ])
  const chosen = (context.kept ?? context.form).all('pilih')
  return page(
    <ArrearsPage
      {...around(context)}
      {...place}
      {...found}
      {...{ sums, areas, chosen, error }}
      typed={typedIn(context)}
    />,
    error?.status ?? 200,
  )
}

/** The filter of a list as its form sent it along. */
const asFiltered = (context: RouteContext): ArrearContext => ({
  ...context,
  query: arrearQuery.parse(typedIn(context)),
})

async function proposeChosen(context: RouteContext): Promise<Answer> {
  const filtered = asFiltered(context)
  const typed = typedIn(context)
  const assessmentIds =
    typed['which'] === 'all'
      ? await listArrearIds(context.db, context.actor, arrearFilter(filtered), todayOf(context), mostInProposal)
      : context.form.all('pilih')
  return proposed(context, { ...typed, assessmentIds })
}

const proposalQuery = listQuery({
  jenis: oneOf(proposalKinds),
  keadaan: oneOf(['proposed', 'working', 'done', 'returned']),
})
type ProposalsContext = RouteContext<unknown, z.infer<typeof proposalQuery>>
const proposalFilter = ({ query }: ProposalsContext) => ({
  text: query.q,
  kind: query.jenis,
  state: query.keadaan,
})

async function showProposals(context: ProposalsContext): Promise<Answer> {
  const { setelah, query, isFirstPage } = placeIn(context.query)
  const { wilayah: _, ...narrowed } = query
  const found = await listProposals(context.db, proposalFilter(context), setelah)
  return page(<ProposalListPage {...around(context)} {...found} query={narrowed} isFirstPage={isFirstPage} />)
}

const itemQuery = listQuery({ keadaan: oneOf(itemStates) }, /^\d{1,6}$/)
type ItemContext = OneContext<z.infer<typeof itemQuery>>
const itemFilter = ({ query }: ItemContext) => ({ text: query.q, state: query.keadaan })

async function showProposal(context: ItemContext, error?: AppError): Promise<Answer> {
  const { setelah, query, isFirstPage } = placeIn(context.query)
  const { wilayah: _, ...narrowed } = query
  const proposal = await findProposal(context.db, context.params.id)
  if (!proposal) throw notFound()
  const found = await listProposalItems(context.db, proposal.id, itemFilter(context), setelah)
  const reason = typedIn(context)['reason'] ?? ''
  return page(
    <ProposalPage {...around(context)} {...found} {...{ proposal, reason, error, isFirstPage }} query={narrowed} />,
    error?.status ?? 200,
  )
}

const decide = (verb: string, access: Access, command: Command<never, unknown>, said: 'approved' | 'done'): AnyRoute =>
  post(localTaxPaths.proposalAct(':id', verb), {
    access,
    audit: 'none',
    params: idParams,
    async handle(context) {
      await context.run(command, { ...typedIn(context), proposalId: context.params.id })
      context.notify(collectingTexts(context.locale)(said))
      return redirect(localTaxPaths.proposal(context.params.id))
    },
    invalid: (context, error) => showProposal({ ...context, query: itemQuery.parse({}) }, error),
  })

export const collectingRoutes: readonly AnyRoute[] = [
  ...listRoutes(localTaxPaths.arrears, {
    audit,
    query: arrearQuery,
    show: (context) => showArrears(context),
    file: 'tunggakan',
    title: (locale) => collectingTexts(locale)('title'),
    read: (context, after, limit) =>
      listArrears(context.db, context.actor, arrearFilter(context), todayOf(context), after, limit),
    columns(locale): readonly ExportColumn<Assessment>[] {
      const [t, c] = [collectingTexts(locale), claimTexts(locale)]
      return [
        { label: c('number'), kind: 'text', width: 28, value: (row) => row.number },
        { label: t('tax'), kind: 'text', width: 24, value: (row) => taxNames[row.tax][locale] },
        { label: t('year'), kind: 'number', value: (row) => row.year },
        { label: t('owner'), kind: 'text', width: 32, value: (row) => row.ownerName },
        { label: c('owner-at'), kind: 'text', width: 40, value: (row) => row.ownerAddress },
        { label: t('area'), kind: 'text', value: (row) => row.villageCode },
        { label: c('amount'), kind: 'money', value: (row) => row.amount },
        { label: t('owed'), kind: 'money', value: (row) => row.owed },
        { label: t('due-on'), kind: 'day', value: (row) => row.dueOn },
        { label: t('state'), kind: 'text', width: 24, value: (row) => c(`state.${row.state}`) },
      ]
    },
  }),
  post(localTaxPaths.arrears, {
    access: assesses,
    audit,
    handle: proposeChosen,
    invalid: (context, error) => showArrears(asFiltered(context), error),
  }),
  post(localTaxPaths.assessmentAct(':id', 'usulkan'), {
    access: assesses,
    audit,
    params: idParams,
    handle: (context) => proposed(context, { ...typedIn(context), assessmentIds: [context.params.id] }),
    invalid: showAssessment,
  }),
  get(localTaxPaths.letter(':id', ':documentId'), {
    access: reads,
    audit,
    params: letterParams,
    async handle(context) {
      const { documentId } = context.params
      const one = await assessmentAt(context, 'membuka surat penagihan pajak')
      const letter = await findDocumentFile(context.db, documentId)
      if (letter?.sourceType !== subjectType || letter.sourceId !== one.id) throw notFound()
      const file = await context.tenant.files.get(letter.fileHash)
      return bytes(file, 'application/pdf', { name: `${letter.number}.pdf`, inline: true })
    },
  }),
  ...listRoutes(localTaxPaths.proposals, {
    audit: 'none',
    query: proposalQuery,
    show: showProposals,
    file: 'usulan-pajak',
    title: (locale) => collectingTexts(locale)('proposals.title'),
    read: (context, after, limit) => listProposals(context.db, proposalFilter(context), after, limit),
    columns(locale): readonly ExportColumn<Proposal>[] {
      const t = collectingTexts(locale)
      return [
        { label: t('kind'), kind: 'text', width: 28, value: (row) => t(`kind.${row.kind}`) },
        { label: t('state'), kind: 'text', width: 20, value: (row) => t(`state.${row.state}`) },
        { label: t('ground'), kind: 'text', width: 40, value: (row) => row.ground },
        { label: t('total'), kind: 'number', value: (row) => row.total },
        { label: t('amount'), kind: 'money', value: (row) => row.amount },
        { label: t('made-by'), kind: 'text', width: 32, value: (row) => row.madeBy },
        { label: t('decided-by'), kind: 'text', width: 32, value: (row) => row.decidedBy },
      ]
    },
  }),
  ...listRoutes(localTaxPaths.proposal(':id'), {
    audit,
    params: idParams,
    query: itemQuery,
    show: (context) => showProposal(context),
    file: 'isi-usulan',
    title: (locale) => collectingTexts(locale)('items'),
    read: (context, after, limit) =>
      listProposalItems(context.db, context.params.id, itemFilter(context), after, limit),
    columns(locale): readonly ExportColumn<ProposalItem>[] {
      const t = collectingTexts(locale)
      return [
        { label: t('number'), kind: 'text', width: 28, value: (row) => row.assessmentNumber },
        { label: t('tax'), kind: 'text', width: 28, value: (row) => claimTitle(row, locale) },
        { label: t('owner'), kind: 'text', width: 32, value: (row) => row.ownerName },
        { label: t('amount'), kind: 'money', value: (row) => row.principal },
        { label: t('interest'), kind: 'money', value: (row) => row.interest },
        { label: t('state'), kind: 'text', value: (row) => t(`item.${row.state}`) },
        { label: t('reason'), kind: 'text', width: 40, value: (row) => row.reason?.[locale] },
        { label: t('letter'), kind: 'text', width: 24, value: (row) => row.number },
      ]
    },
  }),
  decide('setujui', approvesProved, approveProposal as Command<never, unknown>, 'approved'),
  decide('kembalikan', approves, returnProposal as Command<never, unknown>, 'done'),
  decide('tarik', assesses, withdrawProposal as Command<never, unknown>, 'done'),
]
