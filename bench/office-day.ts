import { demoPassword } from '#modules/accounts/index.ts'
import { accountPaths } from '#modules/accounts/paths.ts'
import { signInAs } from '#modules/accounts/testing.ts'
import { servicePaths } from '#modules/services/paths.ts'
import { desks, listQueue } from '#modules/services/testing.ts'
import { copyDrafts, openApplicants } from './applicants.ts'
import type { BenchOptions } from './main.ts'
import { type Officer, openOfficers } from './officers.ts'
import { questionsOf } from './questions.ts'
import { readyToSign, signerAmong } from './registration.ts'
import type { Figure } from './report.ts'
import { percentile, sleep } from './rounds.ts'
import { type Answered, crowd, get, serveRegion } from './serve.ts'
import type { Region, Stage } from './stage.ts'
import { warm } from './warm.ts'

/** All are signed in, and each does something about twice a minute. */
const users = 1000
const meanPauseMs = 27_000
const lastsMs = 60_000
const warmsUpMs = 15_000
/** Of a million and two hundred thousand records, at full size. */
const recordsOf = 1.2
/** Files of each officer's queue among which one is opened. */
const casesOfEach = 40

/**
 * What OpenCRVS publishes for the same work on its own machines (2 nodes with 8 and 4 cores, 1.2 million records).
 * Source: OpenCRVS documentation, version 2.1, technical/architecture/performance.
 */
const works = {
  login: { share: 0.03, published: 130 },
  submit: { share: 0.06, published: 150 },
  register: { share: 0.05, published: 170 },
  search: { share: 0.2, published: 25 },
  open: { share: 0.31, published: 75 },
  queue: { share: 0.35, published: 30 },
} as const
type Work = keyof typeof works

/** A thousand people at work at once, over HTTP: how long each waits for what he asked. */
export async function benchOfficeDay(stage: Stage, { sizes, say }: BenchOptions): Promise<Figure[]> {
  const cases = sizes[1] * recordsOf
  const region = await stage.region('day', { people: Math.max(20_000, cases / 5), cases, services: 40 })
  const day = await prepare(region)
  await warm(region, 'services', 'draft%')
  const served = await serveRegion(stage, region, ['--jobs-beside'])
  const acts = actsOf(served.url, day)
  const times = new Map<Work, number[]>(Object.keys(works).map((work) => [work as Work, []]))
  const failures: string[] = []
  const begins = performance.now()
  const ends = begins + warmsUpMs + lastsMs
  await Promise.all(
    Array.from({ length: users }, async (_, user) => {
      await sleep(Math.random() * meanPauseMs)
      while (performance.now() < ends) {
        const work = draw()
        const started = performance.now()
        try {
          if ((await acts[work](user)) && started > begins + warmsUpMs) {
            times.get(work)?.push(performance.now() - started)
          }
        } catch (error) {
          failures.push(`${work}: ${error instanceof Error ? error.message : String(error)}`)
        }
        const pause = -Math.log(1 - Math.random()) * meanPauseMs
        await sleep(Math.max(0, Math.min(pause, ends - performance.now())))
      }
    }),
  )
  await served.stop()
  const done = [...times.values()].reduce((sum, list) => sum + list.length, 0)
  say(`${done} requests in ${lastsMs / 1000} s, ${failures.length} failed`)
  if (failures.length) throw new Error([...new Set(failures)].slice(0, 5).join('; '))
  const records = cases.toLocaleString('en-GB')
  return [...times].map(([work, list]) => ({
    name: `${work}, ${users} users at work, ${records} records, median`,
    unit: 'ms',
    value: percentile(list, 0.5),
    goal: { of: 'value', is: '<=', than: works[work].published },
    published: { by: `OpenCRVS 2.1, ${work}`, value: works[work].published },
    detail: { requests: list.length, p95: percentile(list, 0.95), worst: percentile(list, 1) },
  }))
}

function draw(): Work {
  let left = Math.random()
  for (const [work, { share }] of Object.entries(works)) {
    left -= share
    if (left < 0) return work as Work
  }
  return 'queue'
}

interface Signed {
  /** Grows by the cookies that the pages give. */
  cookie: string
  token?: string
}

interface Day {
  /** One for each user: several sessions of each officer. */
  readonly officers: readonly Signed[]
  readonly names: readonly string[]
  readonly questions: Awaited<ReturnType<typeof questionsOf>>
  /** Each in a browser of its own. */
  readonly toSign: { readonly caseId: string; readonly head: Signed }[]
  readonly toSend: { readonly draftId: string; readonly applicant: Signed }[]
  /** What stands in the officers' queues. */
  readonly open: readonly { readonly caseId: string; readonly officer: Signed }[]
}

async function prepare(region: Region): Promise<Day> {
  const { tenant } = region
  const expected = (users * lastsMs) / meanPauseMs
  const officers = await openOfficers(region)
  const sessions: Signed[] = []
  for (let user = 0; user < users; user += 1) {
    const { actor } = officers[user % officers.length] as Officer
    sessions.push({ cookie: await signInAs(tenant, actor.accountId as string, { elevated: true }) })
  }
  const headId = signerAmong(officers).accountId as string
  const applicants = await openApplicants(region, Math.ceil(expected * works.register.share * 1.3))
  const toSign: Day['toSign'] = []
  const toSend: Day['toSend'] = []
  const each = Math.ceil((expected * works.submit.share * 1.3) / applicants.length)
  // What is signed today was sent on another day: its rows lie elsewhere than those of what is sent now.
  for (const applicant of applicants) {
    const head = { cookie: await signInAs(tenant, headId, { elevated: true }) }
    toSign.push({ caseId: await readyToSign(region, applicant), head })
  }
  for (const applicant of applicants) {
    const signed = { cookie: await signInAs(tenant, applicant.actor.accountId) }
    for (const draftId of await copyDrafts(region, applicant, each)) toSend.push({ draftId, applicant: signed })
  }
  const { rows: names } = await tenant.pools.readPool.query<{ name: string }>(
    `select distinct o.employee_number as name from organization.official o
     join accounts.account a on a.person_id = o.person_id and a.kind = 'staff' where a.id = any($1)`,
    [officers.map(({ actor }) => actor.accountId)],
  )
  const open: Day['open'][number][] = []
  for (const [user, { actor }] of officers.entries()) {
    const { rows } = await listQueue(tenant.pools.read, actor, desks, { pageSize: casesOfEach })
    for (const row of rows) open.push({ caseId: row.id, officer: sessions[user] as Signed })
  }
  if (open.length < casesOfEach) throw new Error(`only ${open.length} files wait in the queues of the officers`)
  return {
    officers: sessions,
    names: names.map((row) => row.name),
    questions: await questionsOf(region),
    toSign,
    toSend,
    open,
  }
}

/** Each tells whether it did something; there may be nothing left to send or to sign. */
function actsOf(url: string, day: Day): Readonly<Record<Work, (user: number) => Promise<boolean>>> {
  const see = async (path: string, who: Signed): Promise<string> => {
    const { status, headers, body } = await get(url + path, { cookie: who.cookie }, undefined, crowd)
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    keepCookies(who, headers)
    return body.toString()
  }
  /** Posts as the page's form does. */
  const post = async (path: string, from: string, who: Signed, form: Readonly<Record<string, string>>) => {
    const { status, body } = await get(url + path, { cookie: who.cookie, referer: url + from }, form, crowd)
    if (status !== 302 && status !== 303) throw new Error(`${path} answered ${status}: ${textOf(body)}`)
  }
  const officer = (user: number) => day.officers[user] as Signed
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(Math.random() * list.length)] as Item
  return {
    queue: async (user) => Boolean(await see(servicePaths.desk, officer(user))),
    open: async () => {
      const { caseId, officer } = pick(day.open)
      return Boolean(await see(servicePaths.deskCase(caseId), officer))
    },
    search: async (user) => {
      const question = encodeURIComponent(pick(day.questions.fullNames))
      return Boolean(await see(`${servicePaths.deskSearch}?q=${question}`, officer(user)))
    },
    submit: async () => {
      const next = day.toSend.pop()
      if (!next) return false
      const path = servicePaths.draftSend(next.draftId)
      const { applicant } = next
      // The token belongs to the browser: it is read once for each.
      applicant.token ??= tokenOf(await see(path, applicant))
      await post(path, path, applicant, { _csrf: applicant.token })
      return true
    },
    register: async () => {
      const next = day.toSign.pop()
      if (!next) return false
      const { caseId, head } = next
      const page = await see(servicePaths.deskCase(caseId), head)
      const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? ''
      const form = { _csrf: tokenOf(page), verb: 'sign', revision }
      await post(servicePaths.deskAct(caseId), servicePaths.deskCase(caseId), head, form)
      return true
    },
    login: async (user) => {
      const browser: Signed = { cookie: '' }
      const page = await see(accountPaths.signIn(), browser)
      const name = day.names[user % day.names.length] as string
      const form = { _csrf: tokenOf(page), name, password: demoPassword }
      await post(accountPaths.signIn(), accountPaths.signIn(), browser, form)
      return true
    },
  }
}

/** As a browser does with what an answer sets. */
function keepCookies(who: Signed, headers: Answered['headers']): void {
  for (const line of headers['set-cookie'] ?? []) {
    const pair = line.split(';')[0] ?? ''
    const others = who.cookie.split('; ').filter((own) => own && own.split('=')[0] !== pair.split('=')[0])
    who.cookie = [...others, pair].join('; ')
  }
}

function tokenOf(page: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

function textOf(body: Buffer): string {
  const main = /<main[\s\S]*<\/main>/.exec(body.toString())?.[0] ?? body.toString()
  return main
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300)
}
