import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { freePort } from '#kernel/testing/free-port.ts'
import type { Announcement } from '../port/national-register.ts'
import type { Mishap } from '../simulator/mishaps.ts'
import { simulatedRegister } from '../testing/simulated.ts'
import { openGateway } from './gateway.ts'
import { joinAdapters } from './join-adapters.ts'
import { likenessOf } from './verify-service.ts'

const now = Temporal.Instant.from('2026-11-23T03:45:00Z')
const sekar = {
  nik: '9901024505980001',
  fullName: 'Sekar Ayu Lestari',
  sex: 'female',
  birthPlace: 'Arunika',
  birthOn: '1998-05-05',
  motherName: 'Sri Wahyuni',
  kkNumber: '9901021203210004',
} as const
const dead = { nik: '9901020101500001', fullName: 'Karto', diedOn: '2020-01-01' }

let national: Awaited<ReturnType<typeof simulatedRegister>>
const queue: Mishap[] = []

beforeAll(async () => {
  national = await simulatedRegister([sekar, dead], () => now)
  national.service.mishap = () => queue.shift()
})
afterAll(() => national.service.close())
beforeEach(() => {
  queue.length = 0
})

const event = (over: Partial<Announcement> = {}): Announcement => ({
  eventId: newId(),
  kind: 'data-change',
  validOn: '2026-11-20',
  recordedAt: now.toString(),
  territoryCode: '99.01.02.2003',
  changes: [
    {
      nik: sekar.nik,
      name: sekar.fullName,
      entered: false,
      before: { occupation: 'Pelajar' },
      after: { occupation: 'Guru' },
    },
  ],
  ...over,
})

describe('the contract of the port, held by the adapters against the simulator', () => {
  it('is up, and tells how far its clock is ahead', async () => {
    expect(await national.client().health(now.subtract({ seconds: 90 }))).toEqual({ kind: 'up', aheadSeconds: 90 })
  })

  it('compares elements and says of each whether it is the same', async () => {
    const outcome = await national.client().verifyNik(sekar.nik, {
      fullName: 'SEKAR AYU LESTARI',
      sex: 'female',
      birthOn: '1998-05-06',
      motherName: 'Sri Wahyuningsih',
      kkNumber: sekar.kkNumber,
    })
    expect(outcome).toEqual({
      kind: 'verified',
      elements: {
        fullName: { same: true, likeness: 100 },
        sex: { same: true, likeness: 100 },
        birthOn: { same: false, likeness: 0 },
        motherName: { same: false, likeness: 0 },
        kkNumber: { same: true, likeness: 100 },
      },
    })
  })

  it('shows a person, says of the dead and the unknown that they are', async () => {
    const client = national.client()
    expect(await client.fetchPerson(sekar.nik)).toMatchObject({
      kind: 'found',
      person: { nik: sekar.nik, fullName: 'SEKAR AYU LESTARI', sex: 'female', birthOn: '1998-05-05' },
    })
    expect(await client.fetchPerson(dead.nik)).toMatchObject({ kind: 'inactive', why: 'dead' })
    expect(await client.fetchPerson('9901020101500009')).toMatchObject({ kind: 'not-found' })
    expect(await client.verifyNik(dead.nik, { fullName: 'Karto' })).toMatchObject({ kind: 'inactive', why: 'dead' })
    expect(await client.verifyNik('12', {})).toMatchObject({ kind: 'not-found' })
  })

  it('gives one number for one request, however often it is asked', async () => {
    const wanted = { requestId: newId(), districtCode: '99.01.02', birthOn: '2026-11-20', sex: 'female' } as const
    queue.push('drop-after')
    expect(await national.client().allocateNik(wanted)).toEqual({ kind: 'away', fault: 'cut', mayHaveArrived: true })
    expect(await national.client().allocateNik(wanted)).toEqual({ kind: 'granted', number: '9901026011260001' })
    expect(await national.client().allocateNik({ ...wanted, requestId: newId() })).toEqual({
      kind: 'granted',
      number: '9901026011260002',
    })
    const kk = { requestId: newId(), districtCode: '99.01.02', issuedOn: '2026-11-23' }
    expect(await national.client().allocateKk(kk)).toEqual({ kind: 'granted', number: '9901022311260001' })
  })

  it('takes an event once, and refuses one that does not fit, with what stands there', async () => {
    const told = event()
    const first = await national.client().announce(told)
    expect(first).toMatchObject({ kind: 'accepted', reference: expect.stringMatching(/^SIAK-/) })
    expect(await national.client().announce(told)).toEqual(first)
    expect(national.register.accepted.filter(({ eventId }) => eventId === told.eventId)).toHaveLength(1)
    const change = { ...event().changes[0], name: 'Sekar Ayu Lestarii' } as Announcement['changes'][number]
    expect(await national.client().announce(event({ changes: [change] }))).toMatchObject({
      kind: 'refused',
      code: 'name-differs',
      theirs: [{ nik: sekar.nik, fullName: 'Sekar Ayu Lestari' }],
    })
  })

  it('stores biometrics once, and compares a face', async () => {
    const enrolment = {
      enrolmentId: newId(),
      nik: sekar.nik,
      parts: [{ kind: 'fingerprint', position: 'right-thumb', format: 'image/wsq', data: Buffer.alloc(900, 7) }],
    } as const
    const stored = await national.client().enrolBiometrics(enrolment)
    expect(stored).toMatchObject({ kind: 'accepted' })
    expect(await national.client().enrolBiometrics(enrolment)).toEqual(stored)
    const face = (size: number) =>
      national.client().verifyFace({ requestId: newId(), nik: sekar.nik, image: Buffer.alloc(size, 1) })
    expect(await face(500)).toMatchObject({ kind: 'compared', same: true })
    expect(await face(5)).toMatchObject({ kind: 'compared', same: false })
  })
})

describe('an answer that does not count', () => {
  it.each<[Mishap, object]>([
    ['drop-before', { fault: 'cut' }],
    ['drop-after', { fault: 'cut', mayHaveArrived: true }],
    ['server-error', { fault: 'server-error', mayHaveArrived: true }],
    ['server-error-after', { fault: 'server-error', mayHaveArrived: true }],
    ['html', { fault: 'unreadable', mayHaveArrived: true }],
    ['half-json', { fault: 'unreadable', mayHaveArrived: true }],
    ['answered-twice', { fault: 'unreadable', mayHaveArrived: true }],
    ['maintenance', { fault: 'maintenance', mayHaveArrived: true }],
    ['wrong-answer', { fault: 'wrong-answer', mayHaveArrived: true }],
    ['quota', { fault: 'quota' }],
    ['account', { fault: 'account', mayHaveArrived: false }],
    ['redirect', { fault: 'redirect' }],
    ['endless', { fault: 'too-long', mayHaveArrived: true }],
  ])('%s is never taken for one, whatever was asked', async (mishap, outcome) => {
    const client = national.client()
    const expected = expect.objectContaining({ kind: 'away', ...outcome })
    queue.push(mishap)
    expect(await client.announce(event())).toEqual(expected)
    queue.push(mishap)
    expect(await client.fetchPerson(sekar.nik)).toEqual(expected)
    queue.push(mishap)
    expect(await client.allocateKk({ requestId: newId(), districtCode: '99.01.02', issuedOn: '2026-11-23' })).toEqual(
      expected,
    )
  })

  it('about another person does not verify this one', async () => {
    queue.push('wrong-answer')
    expect(await national.client().verifyNik(sekar.nik, { fullName: sekar.fullName })).toMatchObject({
      kind: 'away',
      fault: 'wrong-answer',
    })
  })

  it('a request that arrives twice has one effect; a wrong clock changes nothing', async () => {
    const told = event()
    queue.push('delivered-twice')
    expect(await national.client().announce(told)).toMatchObject({ kind: 'accepted' })
    expect(national.register.accepted.filter(({ eventId }) => eventId === told.eventId)).toHaveLength(1)
    queue.push('clock-skew')
    expect(await national.client().announce(event())).toMatchObject({ kind: 'accepted' })
  })

  it('is not waited for longer than was told', async () => {
    queue.push('slow')
    expect(await national.client(200).announce(event())).toMatchObject({ fault: 'timeout', mayHaveArrived: true })
  })

  it('nobody listening, a wrong token and a part that is not set up are told apart', async () => {
    const port = await freePort()
    const nobody = openGateway({ url: `http://127.0.0.1:${port}`, headers: {}, timeoutMs: 500, ca: undefined }, 7)
    expect(await nobody.announce(event())).toEqual({ kind: 'away', fault: 'unreachable', mayHaveArrived: false })
    expect(await national.client(500, 'salah').announce(event())).toMatchObject({ fault: 'account' })
    expect(await joinAdapters(nobody, undefined).verifyNik(sekar.nik, {})).toMatchObject({ fault: 'not-set-up' })
  })

  it('repeats no number and no secret in its words', async () => {
    queue.push('account')
    const said = JSON.stringify(await national.client().announce(event()))
    expect(said).not.toMatch(/\d{16}|percontohan/)
  })
})

it('likeness is read as the service writes it', () => {
  expect(['Sesuai (92)', 'Sesuai', 'sesuai (100)', 'Tidak Sesuai', 'Tidak Sesuai (40)'].map(likenessOf)).toEqual([
    92, 100, 100, 0, 0,
  ])
  expect([undefined, '', 'entah', 'Sesuai sekali'].map((text) => likenessOf(text))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
