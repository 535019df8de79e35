import { z } from 'zod'
import { dayOf } from '#kernel/clock/clock.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { exportNote } from '#kernel/export/note-export.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { get, page, post, redirect } from '#kernel/http/route.ts'
import { areaCodePattern } from '#modules/territory/index.ts'
import { tryNow } from '../commands/configure.ts'
import { differenceKinds, differenceStates, messageStates } from '../domain.ts'
import { nationalPaths } from '../paths.ts'
import { listDifferences } from '../queries/differences.ts'
import { listMessages } from '../queries/messages.ts'
import { readStatus, readTally } from '../queries/status.ts'
import { readSettings } from '../settings.ts'
import { nationalTexts } from '../texts.ts'
import { differenceTexts } from '../texts-difference.ts'
import { BoardPage } from '../views/board-page.tsx'
import { QueuePage } from '../views/queue-page.tsx'
import { eventName, problemWords } from '../views/words.ts'
import { around, districtChoices, reading, readingGrants, settling, settlingGrants } from './around.ts'

/** Lists of this desk name residents. */
export const noteExport = exportNote('national-register')

const boardQuery = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  keadaan: z
    .enum([...differenceStates, 'unended'])
    .optional()
    .catch(undefined),
  masalah: z.enum(differenceKinds).optional().catch(undefined),
  wilayah: z.string().regex(areaCodePattern).optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
})

const filterOf = ({ q, keadaan, masalah, wilayah }: z.infer<typeof boardQuery>) => ({
  text: q || undefined,
  state: keadaan,
  kind: masalah,
  area: wilayah,
})

export const board = get(nationalPaths.board, {
  access: reading,
  // Names passing by in a list say no more than a street does; who opens one is recorded.
  audit: 'personal-data',
  query: boardQuery,
  async handle(context) {
    const { db, now, query, tenant } = context
    const { setelah, ...filter } = query
    const dayBegan = now.toZonedDateTimeISO(tenant.profile.zone).startOfDay().toInstant()
    const [list, settings, status, tally, areas, frame] = await Promise.all([
      listDifferences(db, settlingGrants(context), { ...filterOf(query), after: setelah }),
      readSettings(db),
      readStatus(db, now),
      readTally(db, dayBegan),
      districtChoices(context),
      around(context),
    ])
    return page(
      <BoardPage
        {...frame}
        {...list}
        mode={settings.mode}
        status={status}
        tally={tally}
        areas={areas}
        query={filter}
        isFirstPage={!setelah}
      />,
    )
  },
})

export const exportBoard = exportRoutes(nationalPaths.board, {
  access: settling,
  audit: 'personal-data',
  query: boardQuery,
  note: noteExport,
  table(context) {
    const { db, query, locale, now, tenant } = context
    const t = nationalTexts(locale)
    const d = differenceTexts(locale)
    const grants = settlingGrants(context)
    return exported({
      file: `${t('board.export')}-${dayOf(now, tenant.profile.zone)}`,
      title: t('nav.board'),
      rows: allPages((after) => listDifferences(db, grants, { ...filterOf(query), after }, exportPageSize)),
      columns: [
        { label: t('name'), kind: 'text', width: 32, value: (row) => row.personName },
        { label: t('kind'), kind: 'text', width: 28, value: (row) => d(`kinds.${row.kind}`) },
        { label: t('event'), kind: 'text', width: 24, value: (row) => eventName(row.eventKind, locale) },
        { label: d('difference.number'), kind: 'text', width: 28, value: (row) => row.registerNumber },
        { label: t('area'), kind: 'text', value: (row) => row.territoryCode },
        { label: t('opened'), kind: 'moment', value: (row) => row.openedAt },
        { label: t('state'), kind: 'text', width: 24, value: (row) => d(`states.${row.state}`) },
      ],
    })
  },
})

const queueQuery = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  keadaan: z
    .enum([...messageStates, 'unsettled'])
    .optional()
    .catch(undefined),
  setelah: z.coerce.number().int().positive().optional().catch(undefined),
})

export const queue = get(nationalPaths.queue, {
  access: reading,
  audit: 'none',
  query: queueQuery,
  async handle(context) {
    const { db, query } = context
    const { setelah, q, keadaan } = query
    const [list, frame] = await Promise.all([
      listMessages(db, readingGrants(context), { state: keadaan, text: q || undefined, after: setelah }),
      around(context),
    ])
    return page(<QueuePage {...frame} {...list} query={{ q, keadaan }} isFirstPage={!setelah} />)
  },
})

export const exportQueue = exportRoutes(nationalPaths.queue, {
  access: reading,
  audit: 'none',
  query: queueQuery,
  note: noteExport,
  table(context) {
    const { db, query, locale, now, tenant } = context
    const t = nationalTexts(locale)
    const grants = readingGrants(context)
    const { q, keadaan } = query
    return exported({
      file: `antrean-pusat-${dayOf(now, tenant.profile.zone)}`,
      title: t('nav.queue'),
      rows: allPages((after) =>
        listMessages(
          db,
          grants,
          { state: keadaan, text: q || undefined, after: after ? Number(after) : undefined },
          exportPageSize,
        ),
      ),
      columns: [
        { label: t('queue.what'), kind: 'text', width: 24, value: (row) => eventName(row.eventKind, locale) },
        { label: t('queue.number'), kind: 'text', width: 28, value: (row) => row.registerNumber },
        { label: t('area'), kind: 'text', value: (row) => row.territoryCode },
        { label: t('queue.recorded'), kind: 'moment', value: (row) => row.recordedAt },
        { label: t('state'), kind: 'text', value: (row) => t(`message.${row.state}`) },
        { label: t('queue.attempts'), kind: 'number', value: (row) => row.attempts },
        { label: t('queue.reference'), kind: 'text', width: 24, value: (row) => row.reference },
        { label: t('queue.problem'), kind: 'text', width: 32, value: (row) => problemWords(row.problem, locale) },
      ],
    })
  },
})

export const tryAtOnce = post(nationalPaths.tryNow, {
  access: reading,
  audit: 'none',
  perMinute: 10,
  async handle(context) {
    await context.run(tryNow, {})
    context.notify(nationalTexts(context.locale)('state.tried'))
    return redirect(nationalPaths.board)
  },
})
