import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { sameText } from '#kernel/crypto/keys.ts'
import { countAttempt } from '#kernel/http/rate-limit.ts'
import { get, page, post, redirect } from '#kernel/http/route.ts'
import { isTrackingPin, parseCaseNumber, trackingPass } from '../case/tracking.ts'
import { findCaseByNumber } from '../commands/case-row.ts'
import { servicePaths } from '../paths.ts'
import { readStatusFile } from '../queries/status-file.ts'
import { serviceTexts } from '../texts.ts'
import { StatusPage } from '../views/status-page.tsx'
import { TrackPage } from '../views/track-page.tsx'

const passCookie = (number: string) => `lacak-${number.replaceAll('/', '-')}`

export const trackForm = get(servicePaths.track, {
  access: anyone,
  audit: 'none',
  query: z.object({ nomor: z.string().max(40).catch('') }),
  handle: (context) => page(<TrackPage number={context.query.nomor} />),
})

/** Number and PIN open the status page for a day in this browser. Five wrong tries lock the number for a quarter hour. */
export const track = post(servicePaths.track, {
  access: anyone,
  audit: 'none',
  perMinute: 20,
  async handle(context) {
    const t = serviceTexts(context.locale)
    const typed = context.form.get('number')
    const number = parseCaseNumber(typed)
    if (!number) return page(<TrackPage number={typed} error={{ name: 'number', text: t('track.malformed') }} />, 422)
    await countAttempt(context.tenant, `track:${number}`, { attempts: 8, perSeconds: 900 })
    const open = await findCaseByNumber(context.db, number)
    // The same sentence for an unknown number and a wrong PIN, so that numbers cannot be probed.
    if (!open || !isTrackingPin(context.tenant, open.row.id, context.form.get('pin'))) {
      return page(<TrackPage number={typed} error={{ name: 'pin', text: t('track.refused') }} />, 422)
    }
    context.setCookie(passCookie(number), trackingPass(context.tenant, open.row.id), { maxAgeSeconds: 24 * 60 * 60 })
    return redirect(servicePaths.tracked(number))
  },
})

export const trackedStatus = get('/lacak/:number', {
  access: anyone,
  audit: 'none',
  params: z.object({ number: z.string().max(40) }),
  async handle(context) {
    const number = parseCaseNumber(context.params.number)
    const pass = number && context.cookie(passCookie(number))
    const open = number && pass ? await findCaseByNumber(context.db, number) : undefined
    if (!open || !pass || !sameText(pass, trackingPass(context.tenant, open.row.id))) {
      return redirect(`${servicePaths.track}?nomor=${encodeURIComponent(number ?? '')}`)
    }
    return page(
      <StatusPage
        {...(await readStatusFile(context, open, false))}
        now={context.now}
        zone={context.tenant.profile.zone}
        isOwner={false}
      />,
    )
  },
})
