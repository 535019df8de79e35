import { expect, test } from 'vitest'
import { castOf, now } from './testing/cast.ts'
import { signedLetter } from './testing/corpus-good.ts'
import { letter, stream, writePdf } from './testing/make-pdf.ts'
import { VerifierBusy, verifyInWorker } from './verify-in-worker.ts'

const cast = castOf()
const options = { anchors: [cast.authority.certificate], now }
const signed = signedLetter(cast)

test('a thread of its own says the same', async () => {
  expect(await verifyInWorker(signed, options)).toMatchObject({ verdict: 'genuine', signatures: [{ covers: 'whole' }] })
})

test('one that takes too long is ended, and the next is served', async () => {
  const slow = writePdf({ ...letter('x'), 11: stream(Buffer.from('/ByteRange '.repeat(1_500_000))) })
  expect(await verifyInWorker(slow, options, 1)).toMatchObject({ verdict: 'too-complex', signatures: [] })
  expect((await verifyInWorker(signed, options)).verdict).toBe('genuine')
})

test('a crowd waits its turn, and beyond that is sent away', async () => {
  const results = await Promise.allSettled(Array.from({ length: 30 }, () => verifyInWorker(signed, options)))
  const sentAway = results.filter((one) => one.status === 'rejected' && one.reason instanceof VerifierBusy)
  expect(sentAway.length).toBe(8)
  expect(results.filter((one) => one.status === 'fulfilled').length).toBe(22)
})
