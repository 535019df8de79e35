import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { get, page } from '#kernel/http/route.ts'
import { getPerson } from '#modules/people/index.ts'
import { withQuery } from '#ui/index.ts'
import { getDefinition } from '../definition/store.ts'
import { stateOf } from '../domain.ts'
import { servicePaths } from '../paths.ts'
import { listOwnDrafts, listOwnFiles } from '../queries/cases.ts'
import { listAskedConsents, listWaitingDrafts } from '../queries/mandates.ts'
import { OwnFilesPage } from '../views/own-files-page.tsx'

/** What somebody is getting done: unsent, sent, and what others ask him to agree to. */
export const ownFiles = get(servicePaths.ownFiles, {
  access: citizen,
  audit: 'own-data',
  query: z.object({
    q: z.string().trim().max(120).optional().catch(undefined),
    sesudah: z.string().max(90).optional().catch(undefined),
  }),
  async handle(context) {
    const { db, actor, locale, now, tenant, query } = context
    const personId = actor.personId ?? ''
    const accountId = actor.accountId ?? ''
    const today = dayOf(now, tenant.profile.zone).toString()
    const [drafts, cases, consents] = await Promise.all([
      listOwnDrafts(db, accountId),
      listOwnFiles(db, { accountId, personId, today, text: query.q, after: query.sesudah }),
      listAskedConsents(db, personId),
    ])
    const asked = consents.filter((consent) => consent.status === 'asked')
    const waiting = await listWaitingDrafts(
      db,
      asked.map((consent) => consent.draftId),
    )
    const isFirst = !query.sesudah && !query.q
    return page(
      <OwnFilesPage
        drafts={
          isFirst
            ? await Promise.all(
                drafts.map(async (draft) => ({
                  id: draft.id,
                  title: (await getDefinition(db, draft.serviceId, draft.version, 'as-written')).title[locale],
                  savedAt: draft.updatedAt,
                })),
              )
            : []
        }
        consents={
          isFirst
            ? await Promise.all(
                waiting.map(async (draft) => ({
                  draftId: draft.id,
                  title: (await getDefinition(db, draft.service_id, draft.version, 'as-written')).title[locale],
                  applicant: (await getPerson(db, draft.person_id)).fullName,
                })),
              )
            : []
        }
        cases={
          await Promise.all(
            cases.rows.map(async (file) => {
              const definition = await getDefinition(db, file.serviceId, file.version, 'as-written')
              return {
                ...file,
                title: definition.title[locale],
                stateLabel: stateOf(definition, file.state).label[locale],
              }
            }),
          )
        }
        query={query.q}
        firstHref={query.sesudah ? withQuery(servicePaths.ownFiles, { q: query.q }) : undefined}
        nextHref={cases.next && withQuery(servicePaths.ownFiles, { q: query.q, sesudah: cases.next })}
        zone={tenant.profile.zone}
      />,
    )
  },
})
