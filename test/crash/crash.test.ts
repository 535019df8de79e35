import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/kernel/config.ts'
import { type EmbeddedServer, startEmbedded } from '../../src/kernel/db/embedded.ts'
import { openTenant, readTenants, type Tenant } from '../../src/kernel/tenancy/tenants.ts'
import { freePort } from '../../src/kernel/testing/free-port.ts'
import { type Applicant, fillBirth, listMothers, openAccounts, startDraft } from '../journeys/applicant.ts'
import { inOrder } from '../journeys/world.ts'
import { Program, runVerb, until } from './program.ts'

/*
 * Power cuts. The real program with its own database; both are killed with SIGKILL while sixty people send
 * their applications. What was acknowledged is there once, what was not can be sent again.
 */

const perApplicant = 5
const sentence = 'Isian Anda masih ada di halaman ini'

let dataDir = ''
let port = 0
let program: Program
let database: EmbeddedServer
let tenant: Tenant
let applicants: Applicant[]

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'balai-crash-'))
  port = await freePort()
  program = await Program.start(dataDir, port)
  const config = readConfig({ BALAI_DATA: dataDir, LOG_LEVEL: 'silent' })
  database = await startEmbedded({ dataDir, secret: config.secret })
  const [definition] = readTenants(config, database.url)
  tenant = await openTenant(definition as NonNullable<typeof definition>, config, { read: 2, write: 4 })
  applicants = await openAccounts(tenant, program.url, await listMothers(tenant, 12), true)
}, 240_000)

afterAll(async () => {
  if (program?.isRunning) await program.kill()
  await tenant?.close()
  await database?.remove()
  rmSync(dataDir, { recursive: true, force: true })
}, 60_000)

/** While the database is coming back, the test's own questions wait too. */
async function rows<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  for (let tries = 0; ; tries += 1) {
    try {
      return (await tenant.pools.writePool.query<Row>(text, [...values])).rows
    } catch (error) {
      if (tries > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

interface Sent {
  readonly applicant: Applicant
  readonly draft: string
  outcome: 'acknowledged' | 'refused' | 'unanswered' | 'waiting'
}

const idOf = (draft: string) => draft.split('/').at(-1) as string

async function press(sent: Sent): Promise<void> {
  try {
    const answer = await sent.applicant.browser.post(`${sent.draft}/periksa`)
    sent.outcome = answer.status === 303 && answer.location?.endsWith('/tanda-terima') ? 'acknowledged' : 'refused'
    if (sent.outcome === 'refused')
      expect([answer.status, answer.plain()]).toEqual([503, expect.stringContaining(sentence)])
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    sent.outcome = 'unanswered'
  }
}

/** How often a submission exists: as a case, in the journal, as a message, and as the draft it was. */
async function traces(drafts: readonly string[]) {
  return rows<{ id: string; cases: number; events: number; messages: number; drafts: number }>(
    `select id,
       (select count(*)::int from services.case c where c.id = asked.id) as cases,
       (select count(*)::int from journal.event e where e.subject_id = asked.id::text and e.name = 'services.case-submitted.v1') as events,
       (select count(*)::int from messaging.message m where m.link like '%' || asked.id::text) as messages,
       (select count(*)::int from services.draft d where d.id = asked.id) as drafts
     from unnest($1::uuid[]) as asked (id)`,
    [drafts.map(idOf)],
  )
}

describe('the program', () => {
  inOrder()

  it('keeps its database when another of its verbs runs beside it', async () => {
    expect(database.adopted).toBe(true)
    const pid = program.databasePid
    const checked = runVerb(dataDir, 'doctor')
    expect(checked.output).toContain('database')
    expect(program.databasePid).toBe(pid)
    expect(await program.isReady()).toBe(true)
  })

  it('says in words that it cannot store, gives back what was typed, and heals by itself, when its database is killed', async () => {
    const [{ browser }] = applicants as [Applicant]
    const draft = await startDraft(browser)
    const path = `${draft}/isi/anak`
    await browser.get(path)
    const typed = { childName: 'Anak Saat Mati Lampu', childSex: 'male', birthTime: '02.10' }
    const pid = program.databasePid
    program.killDatabase()
    let answer = await browser.post(path, typed)
    await until('a page without database', async () => {
      if (answer.status !== 503) answer = await browser.post(path, typed)
      return answer.status === 503
    })
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.plain()).toContain(sentence)
    expect(answer.plain()).toContain('Kirim lagi')
    expect(answer.fields()).toMatchObject(typed)
    await until('the program is ready again', () => program.isReady())
    expect(program.databasePid).not.toBe(pid)
    const told = 'the database server had died and was started again'
    await until('the restart is told at the terminal', async () => program.output.includes(told))
    const { _csrf, ...kept } = answer.fields()
    expect((await browser.post(path, kept)).status).not.toBe(503)
    expect((await browser.get(path)).fields()).toMatchObject(typed)
  })

  const submissions: Sent[] = []
  const typing: { applicant: Applicant; draft: string; name: string }[] = []

  it('is killed, database first, while sixty people press send', async () => {
    await Promise.all(
      applicants.map(async (applicant, who) => {
        for (let nth = 1; nth <= perApplicant; nth += 1) {
          const child = `Bayi ${'ABCDEFGHIJKL'[who]} ${'VWXYZ'[nth - 1]}`
          // Filling in is not what is tried here: who is asked for patience by a busy machine begins again.
          const draft = await fillBirth(applicant.browser, child).catch((error: Error) => {
            if (!error.message.includes(': 503 ')) throw error
            return fillBirth(applicant.browser, child)
          })
          submissions.push({ applicant, draft, outcome: 'waiting' })
        }
        const name = `Baru Diketik ${'ABCDEFGHIJKL'[who]}`
        const draft = await startDraft(applicant.browser)
        expect((await applicant.browser.post(`${draft}/isi/anak`, { childName: name, 'save-leave': '1' })).status).toBe(
          303,
        )
        typing.push({ applicant, draft, name })
      }),
    )
    expect(submissions).toHaveLength(applicants.length * perApplicant)

    const answered = () => submissions.filter((sent) => sent.outcome !== 'waiting').length
    const queue = [...submissions]
    const people = Array.from({ length: 16 }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await press(next)
    })
    await until('a third was answered', () => answered() >= submissions.length / 3)
    program.killDatabase()
    await until('half was answered', () => answered() >= submissions.length / 2)
    await program.kill()
    await Promise.all(people)
    const outcomes = submissions.map((sent) => sent.outcome)
    expect(outcomes).toContain('acknowledged')
    expect(outcomes.some((outcome) => outcome !== 'acknowledged')).toBe(true)
    expect(outcomes).not.toContain('waiting')
  }, 90_000)

  it('starts again on the same data and has everything that it acknowledged, once', async () => {
    program = await Program.start(dataDir, port)
    const found = await traces(submissions.map((sent) => sent.draft))
    for (const [index, { outcome }] of submissions.entries()) {
      const { cases, events, messages, drafts } = found[index] as (typeof found)[number]
      // A case, its event, its message and the end of its draft exist together or not at all.
      expect([events, messages, drafts]).toEqual([cases, cases, 1 - cases])
      if (outcome === 'acknowledged') expect(cases).toBe(1)
    }
  }, 60_000)

  it('takes what was not acknowledged when it is sent again, and doubles nothing', async () => {
    for (const sent of submissions) {
      // A busy machine may still ask for patience (503); then one presses again.
      for (let tries = 0; sent.outcome !== 'acknowledged' && tries < 5; tries += 1) await press(sent)
      expect(sent.outcome, program.output.slice(-4000)).toBe('acknowledged')
    }
    for (const trace of await traces(submissions.map((sent) => sent.draft))) {
      expect(trace).toMatchObject({ cases: 1, events: 1, messages: 1, drafts: 0 })
    }
    const numbers = await rows<{ number: string }>('select number from services.case')
    expect(new Set(numbers.map((row) => row.number)).size).toBe(numbers.length)
  })

  it('still has what was only being typed', async () => {
    for (const { applicant, draft, name } of typing)
      expect((await applicant.browser.get(`${draft}/isi/anak`)).fields()['childName']).toBe(name)
  })

  it('delivers each message once, also those whose job was running when it was killed', async () => {
    const sent = () =>
      rows<{ n: number }>(
        `select count(*)::int as n from messaging.mail where state = 'sent' and message_id is not null
           and subject like 'Berkas akta kelahiran%'`,
      )
    await until('every message went out', async () => (await sent())[0]?.n === submissions.length)
    const doubled = await rows('select message_id from messaging.mail group by message_id having count(*) > 1')
    expect(doubled).toEqual([])
  }, 60_000)

  it('killed alone, leaves its database running for the next start, which takes it over', async () => {
    const pid = program.databasePid
    await program.kill()
    program = await Program.start(dataDir, port)
    expect(program.output).toContain('database is running')
    expect(program.databasePid).toBe(pid)
    expect(await program.isReady()).toBe(true)
  }, 60_000)

  it('ends within ten seconds at Ctrl-C, and leaves no process behind', async () => {
    const { code, seconds } = await program.interrupt()
    expect([code, program.databaseProcesses]).toEqual([0, []])
    expect(seconds).toBeLessThan(10)
  })

  it('ends as cleanly when Ctrl-C comes while it starts', async () => {
    program = await Program.start(dataDir, port, 'database started')
    const { code, seconds } = await program.interrupt()
    expect([code, program.databaseProcesses]).toEqual([0, []])
    expect(seconds).toBeLessThan(10)
  })
})
