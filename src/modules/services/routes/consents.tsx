import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { get, page, post, redirect } from '#kernel/http/route.ts'
import { getPerson } from '#modules/people/index.ts'
import { decideConsent } from '../commands/co-signers.ts'
import { servicePaths } from '../paths.ts'
import { findConsent } from '../queries/consent.ts'
import { statusTexts } from '../texts/status.ts'
import { ConsentPage } from '../views/consent-page.tsx'

const params = z.object({ draftId: z.uuid() })

/** Another's application, read by the one who is asked to agree to it; the reading is recorded for the applicant. */
export const consent = get('/persetujuan/:draftId', {
  access: citizen,
  audit: 'personal-data',
  params,
  async handle(context) {
    const { tenant, db, actor, now } = context
    const { draftId } = context.params
    const found = await findConsent(tenant, db, draftId, actor.personId ?? '', now)
    if (!found) throw notFound()
    const { application } = found
    const applicant = application && (await getPerson(db, application.applicantPersonId))
    if (application) {
      await context.recordAccess({
        personId: application.applicantPersonId,
        object: { type: 'draft', id: draftId },
        purpose: 'memeriksa permohonan yang memerlukan persetujuannya',
      })
    }
    return page(
      <ConsentPage
        draftId={draftId}
        status={found.status}
        application={application && applicant && { ...application, applicantName: applicant.fullName }}
        notice={context.notice}
      />,
    )
  },
})

export const giveConsent = post('/persetujuan/:draftId', {
  access: citizen,
  audit: 'own-data',
  params,
  async handle(context) {
    const { draftId } = context.params
    await context.run(decideConsent, { draftId, agrees: context.form.get('agrees') === 'yes' })
    context.notify(statusTexts(context.locale)('consent.done'))
    return redirect(servicePaths.consent(draftId))
  },
})
