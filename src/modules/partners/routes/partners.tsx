import { z } from 'zod'
import { isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { FormValues } from '#kernel/http/form-values.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { parseDateParts } from '#ui/index.ts'
import { issueKey, revokeKey } from '../commands/keys.ts'
import { addMember, endMember } from '../commands/members.ts'
import { changePartner, registerPartner, setPartnerState } from '../commands/partners.ts'
import { partnerKinds, partnerStates } from '../domain.ts'
import { partnerPaths } from '../paths.ts'
import { getPartner, listKeys, listMembers, listPartners, type Partner } from '../queries/partners.ts'
import { partnerTexts } from '../texts.ts'
import { PartnerFormPage } from '../views/form-page.tsx'
import { PartnerListPage } from '../views/list-page.tsx'
import { PartnerPage } from '../views/partner-page.tsx'

const reading = { access: permitted('partners.read'), audit: 'none' } as const
const keeping = { access: permitted('partners.keep', { stepUp: true }), audit: 'none' } as const
const params = z.object({ partnerId: z.uuid() })
const keyParams = params.extend({ keyId: z.uuid() })
const memberParams = params.extend({ memberId: z.uuid() })
type PartnerContext = RouteContext<z.infer<typeof params>>

const listQuery = z.object({
  q: z.string().max(120).optional().catch(undefined),
  jenis: z.enum(partnerKinds).optional().catch(undefined),
  keadaan: z.enum(partnerStates).optional().catch(undefined),
  setelah: z.string().max(120).optional().catch(undefined),
})

const fields = ['name', 'kind', 'territoryCode', 'agreement', 'contactName', 'contactPhone', 'contactEmail'] as const

const today = ({ now, tenant }: Pick<RouteContext, 'now' | 'tenant'>) => dayOf(now, tenant.profile.zone).toString()

export const partnerList = get(partnerPaths.list, {
  ...reading,
  query: listQuery,
  async handle(context) {
    const { q, jenis, keadaan, setelah } = context.query
    const list = await listPartners(context.db, { text: q, kind: jenis, state: keadaan, after: setelah })
    const mayKeep = isPermitted(context.actor, 'partners.keep')
    return page(
      <PartnerListPage {...context} {...list} query={{ q, jenis, keadaan }} isFirstPage={!setelah} mayKeep={mayKeep} />,
    )
  },
})

export const exportPartners = exportRoutes(partnerPaths.list, {
  ...reading,
  query: listQuery,
  async table(context) {
    const { db, locale, query } = context
    const t = partnerTexts(locale)
    const filter = { text: query.q, kind: query.jenis, state: query.keadaan }
    return exported({
      file: `mitra-${today(context)}`,
      title: t('title'),
      rows: allPages((after) => listPartners(db, { ...filter, after }, exportPageSize)),
      columns: [
        { label: t('name'), kind: 'text', width: 36, value: (row) => row.name },
        { label: t('kind'), kind: 'text', value: (row) => t(`kind-${row.kind}`) },
        { label: t('territory'), kind: 'text', value: (row) => row.territoryCode },
        { label: t('agreement'), kind: 'text', width: 30, value: (row) => row.agreement },
        { label: t('until'), kind: 'day', value: (row) => Temporal.PlainDate.from(row.agreementUntil) },
        { label: t('contact-name'), kind: 'text', width: 30, value: (row) => row.contactName },
        { label: t('state'), kind: 'text', value: (row) => t(`state-${row.state}`) },
      ],
    })
  },
})

export const addForm = get(partnerPaths.add, { ...keeping, handle: (context) => showAdd(context) })

export const add = post(partnerPaths.add, {
  ...keeping,
  async handle(context) {
    const id = await context.run(registerPartner, factsOf(context))
    return redirect(partnerPaths.partner(id))
  },
  invalid: showAdd,
})

function showAdd(context: RouteContext, error?: AppError): Answer {
  return page(<PartnerFormPage {...context} form={context.kept ?? context.form} error={error} />, error?.status ?? 200)
}

export const changeForm = get('/admin/mitra/:partnerId/ubah', {
  ...keeping,
  params,
  handle: (context) => showChange(context),
})

export const change = post('/admin/mitra/:partnerId/ubah', {
  ...keeping,
  params,
  async handle(context) {
    const { partnerId } = context.params
    await context.run(changePartner, { partnerId, ...factsOf(context) })
    context.notify(partnerTexts(context.locale)('saved'))
    return redirect(partnerPaths.partner(partnerId))
  },
  invalid: showChange,
})

async function showChange(context: PartnerContext, error?: AppError): Promise<Answer> {
  const { partnerId } = context.params
  const partner = await getPartner(context.db, partnerId)
  const typed = context.kept ?? (error ? context.form : formOf(partner))
  return page(<PartnerFormPage {...context} partnerId={partnerId} form={typed} error={error} />, error?.status ?? 200)
}

export const partnerView = get('/admin/mitra/:partnerId', {
  ...reading,
  params,
  handle: (context) => showPartner(context),
})

async function showPartner(context: PartnerContext, error?: AppError, newKey?: string): Promise<Answer> {
  const { db, params: address } = context
  const [partner, keys, members] = await Promise.all([
    getPartner(db, address.partnerId),
    listKeys(db, address.partnerId, today(context)),
    listMembers(db, address.partnerId),
  ])
  return page(
    <PartnerPage
      {...context}
      form={error ? context.form : (context.kept ?? new FormValues())}
      error={error}
      partner={partner}
      keys={keys}
      members={members}
      mayKeep={isPermitted(context.actor, 'partners.keep')}
      today={today(context)}
      newKey={newKey}
    />,
    error?.status ?? 200,
  )
}

export const setState = post('/admin/mitra/:partnerId/keadaan', {
  ...keeping,
  params,
  async handle(context) {
    const { partnerId } = context.params
    const { form } = context
    await context.run(setPartnerState, { partnerId, state: form.get('state'), reason: form.get('stateReason') })
    context.notify(partnerTexts(context.locale)('state-saved'))
    return redirect(partnerPaths.partner(partnerId))
  },
  invalid: showPartner,
})

/** The answer itself shows the key, so that no address exists that would show it again. */
export const makeKey = post('/admin/mitra/:partnerId/kunci', {
  ...keeping,
  params,
  async handle(context) {
    const { form } = context
    const key = await context.run(issueKey, {
      partnerId: context.params.partnerId,
      label: form.get('label'),
      permissions: form.all('permissions'),
      dailyLimit: form.get('dailyLimit'),
      expiresOn: dateOf(form, 'expiresOn'),
    })
    return showPartner(context, undefined, key)
  },
  invalid: showPartner,
})

export const endKey = post('/admin/mitra/:partnerId/kunci/:keyId/cabut', {
  ...keeping,
  params: keyParams,
  async handle(context) {
    await context.run(revokeKey, { ...context.params, reason: context.form.get('reason') })
    context.notify(partnerTexts(context.locale)('key-revoked'))
    return redirect(partnerPaths.partner(context.params.partnerId))
  },
  invalid: showPartner,
})

export const makeMember = post('/admin/mitra/:partnerId/petugas', {
  access: keeping.access,
  audit: 'personal-data',
  params,
  async handle(context) {
    const { partnerId } = context.params
    const { form } = context
    await context.run(addMember, { partnerId, nik: form.get('nik'), permissions: form.all('memberPermissions') })
    context.notify(partnerTexts(context.locale)('member-added'))
    return redirect(partnerPaths.partner(partnerId))
  },
  invalid: showPartner,
})

export const dropMember = post('/admin/mitra/:partnerId/petugas/:memberId/akhiri', {
  ...keeping,
  params: memberParams,
  async handle(context) {
    await context.run(endMember, context.params)
    context.notify(partnerTexts(context.locale)('member-ended'))
    return redirect(partnerPaths.partner(context.params.partnerId))
  },
})

function factsOf(context: RouteContext) {
  return { ...context.form.pick(...fields), agreementUntil: dateOf(context.form, 'agreementUntil') }
}

function dateOf(form: FormValues, name: string): string {
  const typed = parseDateParts(Object.fromEntries(form.entries()), name)
  return typeof typed === 'string' ? typed : '?'
}

function formOf(partner: Partner): FormValues {
  const [year = '', month = '', day = ''] = partner.agreementUntil.split('-')
  return new FormValues([
    ...fields.map((name): [string, string] => [name, partner[name]]),
    ['agreementUntil-year', year],
    ['agreementUntil-month', String(Number(month))],
    ['agreementUntil-day', String(Number(day))],
  ])
}
