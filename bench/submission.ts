import { mkdirSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { submitCase } from '#modules/services/testing.ts'
import { type Applicant, copyDrafts, openApplicants, runAs } from './applicants.ts'
import { basicSize } from './pages.ts'
import { countRollbacks, record, replay, type Script, scriptOf } from './recorded.ts'
import { type Figure, resultsFolder } from './report.ts'
import { interleave, median, timed } from './rounds.ts'
import type { Region, Stage } from './stage.ts'

const rounds = 7
const lanes = 8
const perLane = 25

interface Lane {
  readonly applicant: Applicant
  readonly script: Script
  readonly client: pg.Client
}

/** Sending an application through the command, against its own SQL statements sent by the bare driver. */
export async function benchSubmission(stage: Stage): Promise<Figure[]> {
  const region = await stage.region('basic', basicSize)
  const applicants = await openApplicants(region, lanes)
  for (const applicant of applicants) await sendAll(region, applicant, await copyDrafts(region, applicant, 10))
  const open: Lane[] = []
  for (const applicant of applicants) open.push(await recordLane(region, applicant))
  const statements = open[0]?.script.steps.length ?? 0
  writeStatements(open[0] as Lane)

  const one = open.slice(0, 1)
  await interleave(1, { ours: () => ours(region, open), bare: () => bare(region, open) })
  const alone = await interleave(rounds, { ours: () => ours(region, one), bare: () => bare(region, one) })
  const together = await interleave(rounds, { ours: () => ours(region, open), bare: () => bare(region, open) })
  await Promise.all(open.map((lane) => lane.client.end()))
  await verify(region)
  return [
    figure('submissions one after another', alone),
    figure(`submissions, ${lanes} at a time`, together),
    { name: 'statements of a submission, begin and commit included', unit: '', value: statements },
  ]
}

interface Turn {
  readonly perSecond: number
  readonly retries: number
}

function figure(name: string, turns: Record<'ours' | 'bare', Turn[]>): Figure {
  const speeds = (which: 'ours' | 'bare') => turns[which].map((turn) => turn.perSecond)
  const retries = { ours: turns.ours.map((turn) => turn.retries), bare: turns.bare.map((turn) => turn.retries) }
  return {
    name,
    unit: '/s',
    value: median(speeds('ours')),
    limit: { name: 'same SQL, bare pg', value: median(speeds('bare')) },
    goal: { of: 'ratio', is: '>=', than: 0.5 },
    detail: { ours: speeds('ours'), bare: speeds('bare'), retries },
  }
}

async function recordLane(region: Region, applicant: Applicant): Promise<Lane> {
  const [draftId = ''] = await copyDrafts(region, applicant, 1)
  let number = ''
  const recording = await record(async () => {
    number = (await runAs(region, applicant.actor, submitCase, { draftId })).number ?? ''
  })
  const aside = recording.all.length - recording.statements.length
  if (aside) throw new Error(`${aside} statements ran outside the transaction and would not be measured`)
  const client = new pg.Client({ connectionString: region.tenant.appUrl })
  client.on('error', () => {})
  await client.connect()
  return { applicant, script: scriptOf(recording, draftId, number), client }
}

async function ours(region: Region, open: readonly Lane[]): Promise<Turn> {
  const drafts = await Promise.all(open.map(({ applicant }) => copyDrafts(region, applicant, perLane)))
  const sending = () =>
    Promise.all(open.map(({ applicant }, lane) => sendAll(region, applicant, drafts[lane] as string[])))
  let retries = 0
  const ms = await timed(async () => {
    retries = await countRollbacks(sending)
  })
  return { perSecond: (open.length * perLane * 1000) / ms, retries }
}

async function bare(region: Region, open: readonly Lane[]): Promise<Turn> {
  const drafts = await Promise.all(open.map(({ applicant }) => copyDrafts(region, applicant, perLane)))
  let retries = 0
  const ms = await timed(() =>
    Promise.all(
      open.map(async ({ client, script }, lane) => {
        for (const draftId of drafts[lane] as string[]) retries += await replay(client, script, draftId)
      }),
    ),
  )
  return { perSecond: (open.length * perLane * 1000) / ms, retries }
}

async function sendAll(region: Region, applicant: Applicant, drafts: readonly string[]): Promise<void> {
  for (const draftId of drafts) await runAs(region, applicant.actor, submitCase, { draftId })
}

/** Both ways must have left the same things behind; otherwise they are no like for like. */
async function verify(region: Region): Promise<void> {
  const { rows } = await region.tenant.pools.readPool.query(
    `select count(*)::int as cases, count(distinct number)::int as numbers,
       (select count(*)::int from services.step s where s.case_id = any (array_agg(c.id))) as steps,
       (select count(*)::int from journal.event e where e.subject_id = any (array_agg(c.id::text)) and e.name = 'services.case-submitted.v1') as events
     from services.case c where account_id is not null`,
  )
  const { cases, numbers, steps, events } = rows[0] as Record<'cases' | 'numbers' | 'steps' | 'events', number>
  if (!cases || cases !== numbers || cases !== steps || cases !== events) {
    throw new Error(`${cases} cases with ${numbers} numbers, ${steps} steps and ${events} events`)
  }
}

function writeStatements({ script }: Lane): void {
  mkdirSync(resultsFolder, { recursive: true })
  const lines = script.steps.map(({ text }, index) => `-- ${index + 1}\n${text.replace(/\n\s*/g, '\n  ')};`)
  writeFileSync(`${resultsFolder}/submission.sql`, `${lines.join('\n\n')}\n`)
}
