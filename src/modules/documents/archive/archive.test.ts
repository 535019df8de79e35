import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FixedClock } from '#kernel/clock/clock.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type IssuingOffice, issuingOffice } from '../testing-office.ts'
import { setDocumentAgain } from './set-document-again.ts'

const clock = new FixedClock('2026-11-23T03:41:00Z')
let place: TestTenant
let office: IssuingOffice

beforeAll(async () => {
  place = await testTenant()
  office = await issuingOffice(place.tenant, clock)
})
afterAll(() => place.close())

const again = (id: string) => setDocumentAgain(place.tenant, place.tenant.pools.read, id)
const change = (set: string, id: string) =>
  place.tenant.pools.writePool.query(`update documents.issued set ${set} where id = $1`, [id])

describe('setting an archived document again', () => {
  it('gives the same bytes, from the archive alone', async () => {
    const { id } = await office.issue()
    expect(await again(id)).toMatchObject({ sameBytes: true, sameContent: true, sameFile: true })
  })

  it('for a letter whose body staff wrote too', async () => {
    const { id } = await office.issue({
      template: 'official-letter',
      number: '800/12/2026',
      title: 'Surat Tugas',
      data: {
        layout: 'titled',
        kind: 'surat-tugas',
        title: 'Surat Tugas',
        source: 'Menugaskan #isian.siapa untuk *hadir*.',
        fields: [{ key: 'siapa', type: 'text' }],
        values: { siapa: 'Damar' },
      },
    } as never)
    expect(await again(id)).toMatchObject({ sameBytes: true, sameContent: true, sameFile: true })
  })

  it('tells what was changed behind its back: the words, the file, the templates', async () => {
    const [one, two] = [await office.issue(), await office.issue({ number: '503/0048/SIP/2026' })]
    await change(`data = (select data from documents.issued where id = '${two.id}')`, one.id)
    expect(await again(one.id)).toMatchObject({ sameBytes: true, sameContent: false })
    await change(`page = (select page from documents.issued where id = '${one.id}')`, two.id)
    expect(await again(two.id)).toMatchObject({ sameBytes: false, sameContent: true })
    expect(await again(newId())).toBeUndefined()
  })
})
