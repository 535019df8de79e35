import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { get, page, type RouteContext } from '#kernel/http/route.ts'
import { billingPaths } from '../paths.ts'
import { journalTotals, listEntries } from '../queries/journal.ts'
import { bankTexts } from '../views/bank-texts.ts'
import { JournalPage } from '../views/journal-page.tsx'
import { deskAround } from './desk-around.ts'

/** The books are of the whole region, so the right to them is too. */
const keeping = { access: permitted('billing.administer'), audit: 'none' } as const
const query = z.object({
  hari: z.iso.date().optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
})
type JournalContext = Pick<RouteContext<unknown, z.infer<typeof query>>, 'query' | 'now' | 'tenant'>

const dayIn = ({ query: { hari }, now, tenant }: JournalContext): Temporal.PlainDate =>
  hari ? Temporal.PlainDate.from(hari) : dayOf(now, tenant.profile.zone)

export const journal = get(billingPaths.journal, {
  ...keeping,
  query,
  async handle(context) {
    const day = dayIn(context)
    const { setelah } = context.query
    const [around, totals, entries] = await Promise.all([
      deskAround(context),
      journalTotals(context.db, day.toString()),
      listEntries(context.db, day.toString(), setelah),
    ])
    const { zone } = context.tenant.profile
    return page(<JournalPage {...around} day={day} totals={totals} {...entries} isFirstPage={!setelah} zone={zone} />)
  },
})

export const exportJournal = exportRoutes(billingPaths.journal, {
  ...keeping,
  query,
  table(context) {
    const t = bankTexts(context.locale)
    const day = dayIn(context).toString()
    return exported({
      file: `jurnal-penerimaan-${day}`,
      title: t('journal.title', { day }),
      rows: allPages((after) => listEntries(context.db, day, after, exportPageSize)),
      columns: [
        { label: t('journal.when'), kind: 'moment', value: (row) => row.madeAt },
        { label: t('journal.kind'), kind: 'text', value: (row) => t(`journal.kind-${row.kind}`) },
        { label: t('journal.reference'), kind: 'text', value: (row) => row.reference },
        { label: t('journal.account'), kind: 'text', width: 32, value: (row) => row.account },
        { label: t('journal.debit'), kind: 'money', value: (row) => row.debit },
        { label: t('journal.credit'), kind: 'money', value: (row) => row.credit },
        { label: t('journal.by'), kind: 'text', width: 32, value: (row) => row.madeBy },
      ],
    })
  },
})
