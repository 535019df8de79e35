import { signInAs } from '#modules/accounts/testing.ts'
import { servicePaths } from '#modules/services/paths.ts'
import { submitCase } from '#modules/services/testing.ts'
import { type Applicant, copyDrafts, openApplicants, runAs } from './applicants.ts'
import type { Figure } from './report.ts'
import { median } from './rounds.ts'
import { get, type Served, serveRegion, until } from './serve.ts'
import type { Region, Stage } from './stage.ts'

const path = '/layanan/akta-kelahiran'
const submissions = 10
const promisedMs = 500

/**
 * Whether a cached page is ever older than the data: applications are sent to one serve process, or by a
 * command in a third process, and both pages must show the new count. @throws when a page stays stale
 */
export async function invalidation(stage: Stage, region: Region): Promise<Figure[]> {
  const [near, far] = await Promise.all([serveRegion(stage, region), serveRegion(stage, region)])
  const [applicant] = (await openApplicants(region, 1)) as [Applicant]
  const drafts = await copyDrafts(region, applicant, submissions * 2)
  const cookie = await signInAs(region.tenant, applicant.actor.accountId)
  const lags = { own: [] as number[], other: [] as number[], command: [] as number[] }
  for (const draftId of drafts.slice(0, submissions)) {
    const before = await cachedCount(near, far)
    const sent = await sendOverHttp(near, draftId, cookie)
    // No waiting here: the process that took the application shows it in its very next answer.
    const shown = await countOn(near)
    if (shown !== before + 1)
      throw new Error(`${path} is stale in the process that changed it: ${shown} instead of ${before + 1}`)
    lags.own.push(performance.now() - sent)
    await showsAfter(far, before + 1)
    lags.other.push(performance.now() - sent)
  }
  for (const draftId of drafts.slice(submissions)) {
    const before = await cachedCount(near, far)
    await runAs(region, applicant.actor, submitCase, { draftId })
    const sent = performance.now()
    await Promise.all([showsAfter(near, before + 1), showsAfter(far, before + 1)])
    lags.command.push(performance.now() - sent)
  }
  await Promise.all([near.stop(), far.stop()])
  const worst = (name: string, values: readonly number[], goal: boolean): Figure => ({
    name,
    unit: 'ms',
    value: Math.max(...values),
    goal: goal ? { of: 'value', is: '<=', than: promisedMs } : undefined,
    detail: { median: median(values), all: values },
  })
  return [
    worst('new count in the process that took the case, next answer', lags.own, true),
    worst('new count in a second serve process, worst of 10', lags.other, true),
    worst('new count in both after a command elsewhere, worst of 10', lags.command, true),
  ]
}

/** The count both processes show, from their caches. */
async function cachedCount(near: Served, far: Served): Promise<number> {
  const [first, second] = await Promise.all([countOn(near), countOn(far)])
  if (first !== second) throw new Error(`${path} shows ${first} in one process and ${second} in the other`)
  const [a, b] = await Promise.all([get(near.url + path), get(near.url + path)])
  if (a.headers.etag !== b.headers.etag || !a.headers.etag) throw new Error(`${path} does not come from the cache`)
  return first
}

async function showsAfter(served: Served, count: number): Promise<void> {
  await until(
    async () => (await countOn(served)) === count,
    promisedMs * 4,
    `the new count ${count} on ${served.url}${path}`,
  )
}

/** "Diajukan bulan ini" as the page says it. */
async function countOn(served: Served): Promise<number> {
  const { status, body } = await get(served.url + path)
  const text = body.toString().replace(/<[^>]+>/g, ' ')
  const found = /Diajukan bulan ini\s+([\d.]+)/.exec(text)
  if (status !== 200 || !found) throw new Error(`${served.url}${path} answered ${status} without "Diajukan bulan ini"`)
  return Number((found[1] as string).replaceAll('.', ''))
}

/** Presses the button of the check page. @returns when the answer was there */
async function sendOverHttp(served: Served, draftId: string, session: string): Promise<number> {
  const url = served.url + servicePaths.draftCheck(draftId)
  const form = await get(url, { cookie: session })
  const token = /name="_csrf" value="([^"]+)"/.exec(form.body.toString())?.[1]
  const seed = form.headers['set-cookie']?.map((line) => line.split(';')[0]).join('; ')
  if (!token || !seed) throw new Error(`${url} answered ${form.status} without a form`)
  const answer = await get(url, { cookie: `${session}; ${seed}` }, { _csrf: token })
  if (answer.status !== 303 && answer.status !== 302)
    throw new Error(`${url} refused the application: ${answer.status}`)
  return performance.now()
}
