import { inflateRawSync } from 'node:zlib'
import pg from 'pg'
import { type Actor, isPermitted } from '#kernel/access/access.ts'
import { compilePdf, getTypesetter, type TemplateName } from '#modules/documents/testing.ts'
import { CaseWalk } from '#modules/services/demo/walk.ts'
import { actOnCase, findCase, submitCase } from '#modules/services/testing.ts'
import { subscribers } from '../src/app.ts'
import { birthCertificate } from '../src/services/birth-certificate/definition.ts'
import { type Applicant, copyDrafts, openApplicants, runAs } from './applicants.ts'
import { type Officer, openOfficers } from './officers.ts'
import { basicSize } from './pages.ts'
import { record, type Statement } from './recorded.ts'
import type { Figure } from './report.ts'
import { median, timed } from './rounds.ts'
import type { Region, Stage } from './stage.ts'

const rounds = 7
const perRound = 20

interface Round {
  readonly perSecond: number
  readonly statements: number
}

/**
 * The signature under which a birth becomes true: NIK, birth register, person, family card, letters typeset and signed,
 * journal, messages. The same statements with the same values then go by the bare driver to a twin of the database.
 */
export async function benchRegistration(stage: Stage): Promise<Figure[]> {
  const whole = await stage.region('registration', basicSize)
  const applicants = await openApplicants(whole, 1 + rounds * perRound)
  const cases: string[] = []
  for (const applicant of applicants) cases.push(await readyToSign(whole, applicant))
  const [region, twin] = await stage.twins('registration')
  const head = signerAmong(await openOfficers(region))
  const client = new pg.Client({ connectionString: twin.tenant.appUrl })
  await client.connect()
  const typesetter = await getTypesetter()
  const results: { ours: Round; bare: Round; withLetters: Round; letters: number }[] = []
  for (let round = -1; round < rounds; round += 1) {
    const from = round < 0 ? 0 : 1 + round * perRound
    const own = cases.slice(from, round < 0 ? 1 : from + perRound)
    const sent: Statement[][] = []
    const ours = await timed(async () => {
      for (const caseId of own) sent.push([...(await record(() => sign(region, head, caseId))).all])
    })
    const bare = await timed(async () => {
      for (const statements of sent) for (const { text, values } of statements) await client.query(text, [...values])
    })
    const pages = await pagesOf(region, own)
    const set = await timed(async () => {
      for (const { template, page } of pages) compilePdf(typesetter, template, {} as never, { now: new Date(), page })
    })
    const speed = (ms: number) => ({ perSecond: (own.length * 1000) / ms, statements: sent[0]?.length ?? 0 })
    if (round >= 0)
      results.push({
        ours: speed(ours),
        bare: speed(bare),
        withLetters: speed(bare + set),
        letters: pages.length / own.length,
      })
  }
  await client.end()
  await requireSame(region, twin, cases.length)
  return [
    {
      name: 'births registered with all effects, one after another',
      unit: '/s',
      value: median(results.map((one) => one.ours.perSecond)),
      limit: { name: 'same SQL, bare pg, twin database', value: median(results.map((one) => one.bare.perSecond)) },
      goal: { of: 'ratio', is: '>=', than: 0.5 },
      detail: { results },
    },
    {
      name: `the same beside the same SQL and Typst alone setting its ${results[0]?.letters} letters`,
      unit: '/s',
      value: median(results.map((one) => one.ours.perSecond)),
      limit: { name: 'same SQL, bare Typst', value: median(results.map((one) => one.withLetters.perSecond)) },
    },
    { name: 'statements of a registration', unit: '', value: results[0]?.ours.statements ?? 0 },
  ]
}

/** An application sent, taken on and verified, so that only the signature is left. */
export async function readyToSign(region: Region, applicant: Applicant): Promise<string> {
  const [draftId] = await copyDrafts(region, applicant, 1)
  const { caseId } = await runAs(region, applicant.actor, submitCase, { draftId })
  const walk = new CaseWalk({
    tenant: region.tenant,
    subscribers,
    applicant: applicant.actor,
    definition: birthCertificate,
    startsAt: Temporal.Now.instant(),
    pause: () => 0.001,
    atOnce: true,
  })
  const taken = await walk.follow(caseId, ['forward', 'accept'])
  if (taken !== 2) throw new Error(`an application stopped after ${taken} steps`)
  return caseId
}

/** Who may sign births, as after proving identity again. */
export function signerAmong(officers: readonly Officer[]): Actor {
  const { by } = birthCertificate.flow.transitions.find(({ verb }) => verb === 'sign') ?? { by: '' }
  const found = officers.find(({ actor }) => isPermitted(actor, by))
  if (!found) throw new Error('nobody may sign births')
  return { ...found.actor, elevatedUntil: Date.now() + 3_600_000 }
}

async function sign(region: Region, head: Actor, caseId: string): Promise<void> {
  const open = await findCase(region.tenant.pools.read, caseId)
  await runAs(region, head, actOnCase, { caseId, verb: 'sign', revision: open?.row.revision })
}

/** What Typst read of the letters that these cases brought. */
async function pagesOf({ tenant }: Region, cases: readonly string[]) {
  const { rows } = await tenant.pools.readPool.query<{ template: TemplateName; page: Buffer }>(
    'select template, page from documents.issued where source_id = any($1) order by id',
    [cases],
  )
  return rows.map(({ template, page }) => ({
    template,
    page: inflateRawSync(tenant.cipher.openBytes(page, 'documents.issued.page')).toString('utf8'),
  }))
}

/** Both ways must have left the same things behind; otherwise they are no like for like. */
async function requireSame(region: Region, twin: Region, births: number): Promise<void> {
  const counts = async ({ tenant }: Region) =>
    JSON.stringify(
      (
        await tenant.pools.readPool.query(
          `select (select count(*) from population.birth)::int as births, (select count(*) from people.person)::int as people,
             (select count(*) from people.change)::int as changes, (select count(*) from documents.issued)::int as letters,
             (select count(*) from journal.event)::int as events, (select max(number) from population.birth) as number`,
        )
      ).rows[0],
    )
  const [ours, bare] = [await counts(region), await counts(twin)]
  if (ours !== bare) throw new Error(`the twin differs: ${ours} and ${bare}`)
  const { rows } = await region.tenant.pools.readPool.query<{ n: number }>(
    `select count(*)::int as n from services.case where state = 'issued' and account_id is not null`,
  )
  if ((rows[0]?.n ?? 0) < births) throw new Error(`${rows[0]?.n} of ${births} births were registered`)
}
