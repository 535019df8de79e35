import { beforeAll, describe, expect, it } from 'vitest'
import { administrator } from '../src/modules/organization/testing.ts'
import { addRow } from '../src/modules/rules/testing.ts'
import type { CaseWalk } from '../src/modules/services/demo/walk.ts'
import { findCase, getDefinition } from '../src/modules/services/testing.ts'
import { researchPermit } from '../src/services/research-permit/definition.ts'
import { walkServices } from './walks.ts'

/** A figure of law changes while an application is on its way: the file keeps the old one, everybody else reads the new. */
const { world, acting, clock, applied } = walkServices({ at: Temporal.Now.instant().subtract({ hours: 48 }) })
const researcher = '9901011609710001'
let before: CaseWalk
let caseId: string
let after: string
const key = 'administrative-review.objection-within'
const page = `/layanan/${researchPermit.slug}`
const day = (ahead: number) => Temporal.Now.plainDateISO('Asia/Jakarta').add({ days: ahead }).toString()

const study = {
  ...researchPermit.golden[0]?.answers,
  phone: '081234567890',
  startOn: day(30),
  endOn: day(90),
}
const harmful = {
  verb: 'report-impact',
  findings: { impact: 'harmful', impactReason: 'Dapat memicu perselisihan antarkelompok.' },
}

const read = async (path: string) => (await fetch(`${world.url}${path}`)).text()
const messages = async (id: string) =>
  (await world.rows<{ body: string }>('select body from messaging.message where link like $1 order by id', [`%${id}`]))
    .map((message) => message.body)
    .join('\n')

beforeAll(async () => {
  ;({ walk: before, caseId } = await applied(researchPermit, researcher, study))
  // Twice, so that it is kept in memory.
  for (let n = 0; n < 2; n += 1) expect(await read(page)).toContain('21 hari kerja untuk mengajukan')
  await acting.run(
    addRow,
    { key, value: '30', citation: 'Undang-Undang 9/2026 pasal 5', validFrom: day(-1) },
    administrator(['rules.edit']),
  )
  clock.set(Temporal.Now.instant().toString())
  after = (await applied(researchPermit, researcher, study)).caseId
})

describe('a figure of law that changes', () => {
  it('is told on the page of the service at once, although the page was kept', async () => {
    const html = await read(page)
    expect(html).toContain('30 hari kerja untuk mengajukan')
    expect(html).not.toContain('21 hari kerja untuk mengajukan')
  })

  it('is told by the interface for programs', async () => {
    const service = (await (await fetch(`${world.url}/api/v1/services/${researchPermit.slug}`)).json()) as {
      legalBasis: { about: { en: string } }[]
    }
    expect(JSON.stringify(service.legalBasis)).toContain('30 working days to object')
  })

  it('is the old one for a file that was sent before, in its message and its texts', async () => {
    expect(await before.follow(caseId, ['forward', 'accept', harmful, 'refuse'])).toBe(4)
    expect(await messages(caseId)).toContain('dalam 21 hari kerja (UU 30/2014 pasal 77 ayat (1))')
    const open = await findCase(world.tenant.pools.read, caseId)
    const refusal = open?.definition.flow.transitions.find((row) => row.verb === 'refuse')
    expect(refusal?.tell?.body.en).toContain('within 21 working days (UU 30/2014 art. 77(1))')
  })

  it('is the new one for a file that was sent after, with its new article', async () => {
    const open = await findCase(world.tenant.pools.read, after)
    const refusal = open?.definition.flow.transitions.find((row) => row.verb === 'refuse')
    expect(refusal?.tell?.body.id).toContain('dalam 30 hari kerja (Undang-Undang 9/2026 pasal 5)')
  })

  it('is in no text of the definition itself', async () => {
    const { read: db } = world.tenant.pools
    const written = await getDefinition(db, researchPermit.id, researchPermit.version, 'as-written')
    expect(JSON.stringify(written)).toContain(`{rule:${key}}`)
    expect(written).toEqual(researchPermit)
  })
})
