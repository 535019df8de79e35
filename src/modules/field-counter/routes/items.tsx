import { z } from 'zod'
import { anyone, isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { get, page, type RouteContext } from '#kernel/http/route.ts'
import { listServices } from '#modules/services/index.ts'
import { noteExport } from '../commands/note-export.ts'
import { itemStates, parseLocalNumber } from '../domain.ts'
import { fieldCounterPaths } from '../paths.ts'
import { findDevice } from '../queries/devices.ts'
import { countItems, findByNumber, findItem, type ItemFilter, listItems } from '../queries/items.ts'
import { fieldCounterTexts } from '../texts.ts'
import { ItemDetailPage } from '../views/item-detail-page.tsx'
import { ItemsPage } from '../views/items-page.tsx'
import { ReceiptStatePage } from '../views/receipt-state-page.tsx'
import { deskAround } from './desk-around.ts'

const supervising = { access: permitted('field-counter.supervise'), audit: 'none' } as const
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

const listQuery = z.object({
  q: optional(z.string().max(80)),
  keadaan: optional(z.enum(itemStates)),
  umur: optional(z.enum(['1', '3', '7'])),
  perangkat: optional(z.uuid()),
  setelah: optional(z.uuid()),
})
type ListQuery = z.infer<typeof listQuery>

function filterIn({ q, keadaan, umur, perangkat, setelah }: ListQuery): ItemFilter {
  return {
    text: q,
    state: keadaan,
    deviceId: perangkat,
    olderThanDays: umur ? Number(umur) : undefined,
    after: setelah,
  }
}

async function titlesOn(context: Pick<RouteContext, 'db' | 'now' | 'tenant' | 'locale'>): Promise<Map<string, string>> {
  const today = dayOf(context.now, context.tenant.profile.zone).toString()
  return new Map((await listServices(context.db, today)).map(({ id, title }) => [id, title[context.locale]]))
}

export const itemList = get(fieldCounterPaths.items, {
  ...supervising,
  query: listQuery,
  async handle(context) {
    const { db, actor, query, now, tenant } = context
    const [list, counts, titles, device] = await Promise.all([
      listItems(db, actor, filterIn(query), now),
      countItems(db, actor),
      titlesOn(context),
      query.perangkat ? findDevice(db, actor, query.perangkat) : undefined,
    ])
    return page(
      <ItemsPage
        {...deskAround(context)}
        {...list}
        counts={counts}
        titles={titles}
        device={device}
        query={query}
        zone={tenant.profile.zone}
      />,
    )
  },
})

export const exportItems = exportRoutes(fieldCounterPaths.items, {
  ...supervising,
  query: listQuery,
  note: noteExport,
  async table(context) {
    const { db, actor, query, now, tenant, locale } = context
    const t = fieldCounterTexts(locale)
    const titles = await titlesOn(context)
    return exported({
      file: `loket-lapangan-${dayOf(now, tenant.profile.zone)}`,
      title: t('items.title'),
      rows: allPages((after) => listItems(db, actor, { ...filterIn(query), after }, now, exportPageSize)),
      columns: [
        { label: t('number'), kind: 'text', value: (item) => item.localNumber },
        {
          label: t('devices.name'),
          kind: 'text',
          width: 24,
          value: (item) => `${item.deviceName} (${item.deviceCode})`,
        },
        { label: t('officer'), kind: 'text', width: 40, value: (item) => item.officer },
        { label: t('service'), kind: 'text', width: 28, value: (item) => titles.get(item.serviceId) ?? item.serviceId },
        { label: t('items.state'), kind: 'text', value: (item) => t(`state.${item.state}`) },
        { label: t('filled'), kind: 'moment', value: (item) => item.filledAt },
        { label: t('reported'), kind: 'moment', value: (item) => item.reportedAt },
        { label: t('seen'), kind: 'moment', value: (item) => item.firstSeenAt },
        { label: t('settled'), kind: 'moment', value: (item) => item.settledAt },
        { label: t('case'), kind: 'text', value: (item) => item.caseNumber },
        { label: t('reason'), kind: 'text', width: 48, value: (item) => item.reason?.text[locale] },
      ],
    })
  },
})

export const itemDetail = get('/lapangan/kiriman/:itemId', {
  ...supervising,
  params: z.object({ itemId: z.uuid() }),
  async handle(context) {
    const item = await findItem(context.db, context.actor, context.params.itemId)
    if (!item) throw notFound()
    return page(
      <ItemDetailPage
        {...deskAround(context)}
        item={item}
        title={(await titlesOn(context)).get(item.serviceId) ?? item.serviceId}
        zone={context.tenant.profile.zone}
        mayOpenCase={isPermitted(context.actor, 'services.read-case')}
      />,
    )
  },
})

/** Behind the QR of a provisional receipt: how far it is. It names nobody, so whoever holds the paper may look. */
export const receiptState = get('/lapangan/tanda/:number', {
  access: anyone,
  audit: 'none',
  perMinute: 20,
  params: z.object({ number: z.string().max(24) }),
  async handle({ db, params, actor, tenant }) {
    const number = parseLocalNumber(params.number)
    const item = number ? await findByNumber(db, number) : undefined
    const mayOpen = item && isPermitted(actor, 'field-counter.supervise') && (await findItem(db, actor, item.id))
    return page(
      <ReceiptStatePage
        number={number}
        state={item?.state}
        settledAt={item?.settledAt}
        itemHref={mayOpen ? fieldCounterPaths.item(item.id) : undefined}
        zone={tenant.profile.zone}
      />,
      number ? 200 : 404,
    )
  },
})
