import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import { get, page } from '#kernel/http/route.ts'
import { listRules, type RuleUse } from '#modules/rules/index.ts'
import { replayCase } from '../queries/replay.ts'
import { rankingTexts } from '../texts/ranking.ts'
import { ReplayPage } from '../views/replay-page.tsx'
import { readableCase } from './desk.tsx'

/** Judges a file again as of its own day: for those who have to account for a decision. */
export const replay = get('/meja/:caseId/putar-ulang', {
  access: permitted('services.read-case'),
  audit: 'personal-data',
  params: z.object({ caseId: z.uuid() }),
  async handle(context) {
    const { tenant, db, locale } = context
    const open = await readableCase(context, context.params.caseId)
    const { row, definition } = open
    await context.recordAccess({
      personId: row.applicant_person_id,
      object: { type: 'case', id: row.id },
      purpose: rankingTexts('id')('purpose', { number: row.number }),
    })
    const used = row.rules as RuleUse[]
    const known = new Map(
      (
        await listRules(
          db,
          used.map((rule) => rule.key),
        )
      ).map((rule) => [rule.id, rule]),
    )
    return page(
      <ReplayPage
        {...context}
        caseId={row.id}
        number={row.number}
        title={definition.title[locale]}
        version={row.version}
        submittedAt={instantOf(row.submitted_at)}
        zone={tenant.profile.zone}
        lines={await replayCase(tenant, db, open)}
        rules={used.map((rule) => ({
          ...rule,
          title: known.get(rule.id)?.title[locale] ?? rule.key,
          status: known.get(rule.id)?.status,
        }))}
      />,
    )
  },
})
