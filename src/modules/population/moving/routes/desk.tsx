import { z } from 'zod'
import { grantsFor, isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, bytes, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findDocumentFile, listDocumentsOf } from '#modules/documents/index.ts'
import { familyRelationLabels } from '#modules/people/index.ts'
import { peoplePaths } from '#modules/people/paths.ts'
import { listOwnVillages } from '#modules/territory/index.ts'
import { movingPaths } from '../../paths.ts'
import { answerAsked, askOrigin } from '../asked.ts'
import type { Claim } from '../claim.ts'
import { confirmEnd, confirmEndPermission, mayEndOn, proposeEnd, rejectEnd } from '../end-transfer.ts'
import { claimContext } from '../package.ts'
import { keepPeers } from '../peers.ts'
import { listPeers } from '../queries/peers.ts'
import {
  findPackage,
  getTransfer,
  listTransferHistory,
  listTransferPeople,
  listTransfers,
  type Transfer,
  transferChannels,
  transferStates,
} from '../queries/transfers.ts'
import {
  refuseArrival,
  registerArrival,
  retryTransfer,
  settlePermission,
  undoArrival,
  withdrawTransfer,
} from '../settle.ts'
import { movingTexts } from '../texts.ts'
import { AskPage } from '../views/ask-page.tsx'
import { TransferListPage } from '../views/desk-pages.tsx'
import { typedDay } from '../views/frame.tsx'
import { TransferPage } from '../views/transfer-page.tsx'

export const readPermission = 'population.read-moves'
const access = permitted(readPermission)
const confirming = { access: permitted(confirmEndPermission) }
const settling = { access: permitted(settlePermission), audit: 'personal-data' } as const
const params = z.object({ transferId: z.uuid() })
type OneContext = RouteContext<z.infer<typeof params>>

const filterQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  arah: z.enum(['out', 'in', '']).catch(''),
  cara: z.enum([...transferChannels, '']).catch(''),
  keadaan: z.enum([...transferStates, 'waiting', '']).catch(''),
  setelah: z.uuid().optional().catch(undefined),
})
type ListContext = RouteContext<unknown, z.infer<typeof filterQuery>>

/** What the frame of this desk needs. */
export const around = (context: RouteContext, error?: AppError) => ({
  unitName: context.actor.position?.unitName,
  notice: context.notice,
  mayKeepPeers: isPermitted(context.actor, keepPeers),
  form: context.kept ?? context.form,
  error,
})

function filterOf({ query, actor }: ListContext) {
  return {
    text: query.q,
    direction: query.arah || undefined,
    channel: query.cara || undefined,
    state: query.keadaan || undefined,
    territories: grantsFor(actor, readPermission).map((grant) => grant.territory),
  }
}

const transferList = get(movingPaths.desk, {
  access,
  audit: 'none',
  query: filterQuery,
  async handle(context: ListContext) {
    const { setelah, ...query } = context.query
    const list = await listTransfers(context.db, filterOf(context), setelah)
    return page(
      <TransferListPage
        {...around(context)}
        {...list}
        query={query}
        isFirstPage={!setelah}
        mayAsk={isPermitted(context.actor, settlePermission)}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

const exportTransfers = exportRoutes(movingPaths.desk, {
  access,
  audit: 'none',
  query: filterQuery,
  table(context: ListContext) {
    const { db, now, tenant, locale } = context
    const t = movingTexts(locale)
    const day = (text: string | undefined) => (text ? Temporal.PlainDate.from(text) : undefined)
    return exported({
      file: `perpindahan-${dayOf(now, tenant.profile.zone)}`,
      title: t('desk'),
      rows: allPages((after) => listTransfers(db, filterOf(context), after, exportPageSize)),
      columns: [
        { label: t('number'), kind: 'text', width: 28, value: (row) => row.number },
        { label: t('head'), kind: 'text', width: 28, value: (row) => row.headName },
        { label: t('people'), kind: 'number', value: (row) => row.peopleCount },
        { label: t('direction'), kind: 'text', value: (row) => t(`direction-${row.direction}`) },
        { label: t('channel'), kind: 'text', value: (row) => t(`channel-${row.channel}`) },
        { label: t('place'), kind: 'text', width: 32, value: (row) => row.otherPlace },
        { label: t('moved'), kind: 'day', value: (row) => day(row.movedOn) },
        { label: t('valid-to'), kind: 'day', value: (row) => day(row.validTo) },
        { label: t('state'), kind: 'text', width: 24, value: (row) => t(`state-${row.state}`) },
        { label: t('trouble'), kind: 'text', width: 40, value: (row) => row.trouble },
        { label: t('changed'), kind: 'moment', value: (row) => row.changedAt },
      ],
    })
  },
})

async function showTransfer(context: OneContext, error?: AppError): Promise<Answer> {
  const { db, actor, tenant, locale } = context
  const transfer = await getTransfer(db, context.params.transferId)
  const scope = { territory: transfer.villageCode }
  if (!isPermitted(actor, readPermission, scope)) throw notFound()
  const people = await listTransferPeople(db, transfer.id)
  const purpose = 'membuka perpindahan'
  await context.recordAccess(
    ...people.map(({ id }) => ({ personId: id, object: { type: 'transfer', id: transfer.id }, purpose })),
  )
  const offered = await findPackage(tenant, db, transfer.id)
  const packed = (offered?.people ?? []).map((person) => ({
    name: person.fullName,
    bornOn: person.birthOn,
    relation: familyRelationLabels[person.relation][locale],
    href: undefined,
  }))
  const known = people.map((person) => ({
    name: person.fullName,
    bornOn: person.birthOn,
    relation: '',
    href: peoplePaths.person(person.id),
  }))
  const territories = grantsFor(actor, settlePermission).map((grant) => grant.territory)
  const papers = await listDocumentsOf(db, 'move', transfer.id)
  return page(
    <TransferPage
      {...around(context, error)}
      transfer={transfer}
      movers={known.length > 0 && packed.length === 0 ? known : packed}
      history={await listTransferHistory(db, transfer.id)}
      maySettle={isPermitted(actor, settlePermission, scope)}
      villages={transfer.direction === 'in' ? await listOwnVillages(db, territories) : []}
      home={await homeOf(context, transfer, offered?.to)}
      papers={papers.map(({ id, title, standing }) => ({ id, title, stands: standing === 'stands' }))}
      ending={await endingOf(context, transfer)}
      zone={tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

/** Where a withdrawal waits for an answer: from when two officers may end it, and which of the two this one is. */
async function endingOf({ tenant, db, actor, now }: OneContext, transfer: Transfer) {
  const { withdrawingSince: since, villageCode, proposal } = transfer
  if (transfer.state !== 'withdrawing' || !since) return undefined
  const from = await mayEndOn(tenant, db, { since, village: villageCode })
  const scope = { territory: villageCode }
  const isDue = Temporal.PlainDate.compare(dayOf(now, tenant.profile.zone), from) >= 0
  const isOwn = proposal?.accountId !== undefined && proposal.accountId === actor.accountId
  return {
    from,
    mayPropose: isDue && isPermitted(actor, settlePermission, scope),
    mayConfirm: !isOwn && isPermitted(actor, confirmEndPermission, scope),
  }
}

/** As the family said on arrival; before that, as it said where it left. */
async function homeOf(
  { tenant, db }: OneContext,
  transfer: Transfer,
  to: { street: string; rt: string; rw: string; area: string } | undefined,
): Promise<Claim> {
  const row = await db
    .selectFrom('population.transfer')
    .select('claim')
    .where('id', '=', transfer.id)
    .executeTakeFirst()
  if (transfer.state === 'claimed' && row?.claim) return tenant.cipher.openJson<Claim>(row.claim, claimContext)
  return { street: to?.street ?? '', rt: to?.rt ?? '', rw: to?.rw ?? '', villageCode: to?.area ?? transfer.villageCode }
}

async function givePaper(context: RouteContext<{ transferId: string; documentId: string }>): Promise<Answer> {
  const { db, actor, tenant, params: of } = context
  const transfer = await getTransfer(db, of.transferId)
  const file = await findDocumentFile(db, of.documentId)
  const isOf = file?.sourceType === 'move' && file.sourceId === transfer.id
  if (!isOf || !isPermitted(actor, readPermission, { territory: transfer.villageCode })) throw notFound()
  if (file.subjectPersonId) {
    const object = { type: 'transfer', id: transfer.id }
    await context.recordAccess({
      personId: file.subjectPersonId,
      object,
      purpose: 'membuka kartu keluarga yang terbit',
    })
  }
  const name = `${file.title}.pdf`.replace(/[^\w .-]+/g, '-')
  return bytes(await tenant.files.get(file.fileHash), 'application/pdf', { name, inline: true })
}

const acting = (verb: string, act: (context: OneContext) => Promise<unknown>, by: object = settling) =>
  post(movingPaths.act(':transferId', verb), {
    ...settling,
    ...by,
    params,
    async handle(context: OneContext) {
      await act(context)
      context.notify(movingTexts(context.locale)('done'))
      return redirect(movingPaths.transfer(context.params.transferId))
    },
    invalid: showTransfer,
  })

const withReason = ({ params: { transferId }, form }: OneContext) => ({ transferId, reason: form.get('reason') })

async function showAsk(context: RouteContext, error?: AppError): Promise<Answer> {
  const { db, actor } = context
  const territories = grantsFor(actor, settlePermission).map((grant) => grant.territory)
  const peers = (await listPeers(db)).filter((peer) => peer.state === 'active')
  const options = peers.map((peer) => ({ value: peer.regionCode, label: peer.name }))
  const villages = await listOwnVillages(db, territories)
  return page(<AskPage {...around(context, error)} peers={options} villages={villages} />, error?.status ?? 200)
}

export const deskRoutes = [
  transferList,
  ...exportTransfers,
  get(movingPaths.ask, { ...settling, handle: (context) => showAsk(context) }),
  post(movingPaths.ask, {
    ...settling,
    async handle(context) {
      const day = typedDay(context.form, 'movedOn')
      const { transferId } = await context.run(askOrigin, {
        ...context.form.pick('peerCode', 'niks', 'headName', 'villageCode'),
        movedOn: typeof day === 'string' ? day : '?',
      })
      context.notify(movingTexts(context.locale)('done'))
      return redirect(movingPaths.transfer(transferId))
    },
    invalid: showAsk,
  }),
  get(movingPaths.transfer(':transferId'), {
    access,
    audit: 'personal-data',
    params,
    handle: (context: OneContext) => showTransfer(context),
  }),
  acting('daftar', (context) =>
    context.run(registerArrival, {
      transferId: context.params.transferId,
      ...context.form.pick('destination', 'street', 'rt', 'rw', 'villageCode', 'kkNumber'),
    }),
  ),
  acting('tolak', (context) => context.run(refuseArrival, withReason(context))),
  acting('batalkan', (context) => context.run(undoArrival, withReason(context))),
  acting('tarik', (context) => context.run(withdrawTransfer, withReason(context))),
  acting('lepas', (context) => context.run(answerAsked, { ...withReason(context), grants: true })),
  acting('tolak-permintaan', (context) => context.run(answerAsked, { ...withReason(context), grants: false })),
  get(movingPaths.paper(':transferId', ':documentId'), {
    access,
    audit: 'personal-data',
    params: params.extend({ documentId: z.uuid() }),
    handle: givePaper,
  }),
  acting('usulkan-akhir', (context) =>
    context.run(proposeEnd, { ...withReason(context), endAs: context.form.get('endAs') }),
  ),
  acting('sahkan-akhir', (context) => context.run(confirmEnd, { transferId: context.params.transferId }), confirming),
  acting('tolak-akhir', (context) => context.run(rejectEnd, withReason(context)), confirming),
  acting('ulangi', (context) => context.run(retryTransfer, { transferId: context.params.transferId })),
]
