import { z } from 'zod'
import { isPermitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, invalidField, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import {
  closeDifference,
  confirmCorrection,
  proposeCorrection,
  rejectCorrection,
  sendAgain,
  waitForDifference,
} from '../commands/differences.ts'
import { nationalPaths } from '../paths.ts'
import { findDifference } from '../queries/differences.ts'
import { differenceTexts } from '../texts-difference.ts'
import { DifferencePage } from '../views/difference-page.tsx'
import { around, settling, settlingGrants, typedIn } from './around.ts'

const params = z.object({ differenceId: z.uuid() })
type DifferenceContext = RouteContext<z.infer<typeof params>>

async function show(context: DifferenceContext, error?: AppError): Promise<Answer> {
  const { tenant, db, actor, now } = context
  const difference = await findDifference(tenant, db, settlingGrants(context), context.params.differenceId)
  if (!difference) throw notFound()
  if (difference.personId) {
    await context.recordAccess({
      personId: difference.personId,
      object: { type: 'national-difference', id: difference.id },
      purpose: differenceTexts('id')('purpose.difference'),
      unmasked: true,
    })
  }
  const place = { territory: difference.territoryCode }
  return page(
    <DifferencePage
      {...(await around(context, error))}
      difference={difference}
      personHref={
        difference.personId && isPermitted(actor, 'people.read', place)
          ? `/register/orang/${difference.personId}`
          : undefined
      }
      maySettle={isPermitted(actor, 'national-register.settle', place)}
      isOwnProposal={difference.proposedBy !== undefined && difference.proposedBy === actor.accountId}
      typed={typedIn(context)}
      typedFields={context.form.all('fields')}
      tomorrow={dayOf(now, tenant.profile.zone).add({ days: 1 }).toString()}
    />,
    error?.status ?? 200,
  )
}

export const difference = get(nationalPaths.difference(':differenceId'), {
  access: settling,
  audit: 'personal-data',
  params,
  handle: (context) => show(context),
})

/** The six things that can be done about a difference. */
export const act = post(nationalPaths.act(':differenceId'), {
  access: settling,
  audit: 'personal-data',
  params,
  async handle(context) {
    const { differenceId } = context.params
    const { form } = context
    const note = form.get('note')
    const d = differenceTexts(context.locale)
    switch (form.get('aksi')) {
      case 'kita':
        await context.run(sendAgain, { differenceId, note })
        context.notify(d('done.ours'))
        break
      case 'pusat':
        await context.run(proposeCorrection, { differenceId, fields: form.all('fields'), note })
        context.notify(d('done.theirs'))
        break
      case 'tunggu':
        await context.run(waitForDifference, { differenceId, until: form.get('until'), note })
        context.notify(d('done.wait'))
        break
      case 'tutup':
        await context.run(closeDifference, { differenceId, note })
        context.notify(d('done.close'))
        break
      case 'setuju':
        await context.run(confirmCorrection, { differenceId })
        context.notify(d('done.confirm'))
        break
      case 'tolak':
        await context.run(rejectCorrection, { differenceId, note })
        context.notify(d('done.reject'))
        break
      default:
        throw invalidField('', differenceTexts('id')('act.choose'), differenceTexts('en')('act.choose'))
    }
    return redirect(nationalPaths.difference(differenceId))
  },
  invalid: show,
})
