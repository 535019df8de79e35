import { randomUUID } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { beginAttempt, planDelivery, recordAttempt, recordStatus } from './commands/deliveries.ts'
import { channelOrder, deliveryStates, maskEmail, maskPhone, mostAttempts, movesOn } from './domain.ts'
import { deliverMessageJob, sendWhatsAppJob } from './jobs.ts'
import { type MessagingWorld, messagingWorld } from './testing.ts'

let place: TestTenant
let world: MessagingWorld
beforeAll(async () => {
  place = await testTenant()
  world = await messagingWorld(place)
})
afterAll(async () => {
  await world.close()
  await place.close()
})

const seconds = (n: number) => world.clock.advance({ seconds: n })
const copiesAt = async (deliveryId: string) =>
  (
    await place.tenant.pools.read
      .selectFrom('messaging.simulated_whatsapp')
      .select('id')
      .where('callback', '=', deliveryId)
      .execute()
  ).length
/** Sends to a number with the given mischief and lets everything happen, again and again. */
async function sendTo(lastDigit: string, rounds = 1) {
  const account = await world.account({ phone: `+628123456780${lastDigit}`, email: 'sekar@warga.example' })
  const messageId = await world.send(account.accountId)
  const errors = await world.work()
  for (let n = 0; n < rounds; n += 1) {
    seconds(20)
    errors.push(...(await world.work()))
  }
  return { account, messageId, errors, deliveries: await world.deliveries(messageId) }
}

describe('the way of a message', () => {
  it('goes by WhatsApp to a proved number, and is read', async () => {
    const { deliveries } = await sendTo('1')
    expect(deliveries).toMatchObject([{ channel: 'whatsapp', state: 'read', attempts: 1 }])
  })

  it.each([
    ['4', 'a slow provider', 'read'],
    ['7', 'news told twice', 'read'],
    ['8', 'news before the answer, the end before the beginning', 'read'],
    ['9', 'news that are lost', 'sent'],
  ])('bears number %s: %s', async (digit, _what, state) => {
    const { deliveries } = await sendTo(digit)
    expect(deliveries).toMatchObject([{ channel: 'whatsapp', state, attempts: 1 }])
    expect(await copiesAt(deliveries[0]?.id ?? '')).toBe(1)
  })

  it.each(['5', '6'])('tries again when the provider says later (%s), and sends once', async (digit) => {
    const account = await world.account({ phone: `+628123456780${digit}` })
    const messageId = await world.send(account.accountId)
    expect(await world.work()).toHaveLength(1)
    const [delivery] = await world.deliveries(messageId)
    const deliveryId = delivery?.id ?? ''
    await expect(sendWhatsAppJob({ deliveryId }, world.jobs)).rejects.toThrow()
    await sendWhatsAppJob({ deliveryId }, world.jobs)
    expect(await world.deliveries(messageId)).toMatchObject([{ state: 'sent', attempts: 3 }])
    await sendWhatsAppJob({ deliveryId }, world.jobs)
    expect(await copiesAt(deliveryId)).toBe(1)
  })

  it('falls back to mail when there is no WhatsApp at the number', async () => {
    const { deliveries } = await sendTo('0')
    expect(deliveries).toMatchObject([
      { channel: 'whatsapp', state: 'failed' },
      { channel: 'email', state: 'sent' },
    ])
  })

  it('falls back to mail after the last try', async () => {
    const account = await world.account({ phone: '+6281234567805', email: 'sekar@warga.example' })
    const messageId = await world.send(account.accountId)
    await world.work()
    const [first] = await world.deliveries(messageId)
    await place.tenant.pools.writePool.query('update messaging.delivery set attempts = $1 where id = $2', [
      mostAttempts - 1,
      first?.id,
    ])
    await sendWhatsAppJob({ deliveryId: first?.id ?? '' }, world.jobs)
    await world.work()
    expect(await world.deliveries(messageId)).toMatchObject([{ state: 'failed' }, { channel: 'email', state: 'sent' }])
  })

  it('goes by mail to a number that was not proved, or was changed since', async () => {
    const unproved = await world.account({ phone: '+6281234567801', email: 'a@warga.example', isProved: false })
    const first = await world.send(unproved.accountId)
    const changed = await world.account({ phone: '+6281234567802', email: 'b@warga.example' })
    await place.tenant.pools.writePool.query(`update accounts.account set phone = '+6281234567803' where id = $1`, [
      changed.accountId,
    ])
    const second = await world.send(changed.accountId)
    await world.work()
    for (const id of [first, second]) expect(await world.deliveries(id)).toMatchObject([{ channel: 'email' }])
  })

  it('stays in the inbox alone when there is no address', async () => {
    const account = await world.account({})
    const id = await world.send(account.accountId)
    expect(await world.work()).toEqual([])
    expect(await world.deliveries(id)).toEqual([])
  })

  it('goes out once, however often its jobs are run', async () => {
    const { messageId, deliveries } = await sendTo('1')
    const again = { messageId, origin: '' }
    await Promise.all(Array.from({ length: 4 }, () => deliverMessageJob(again, world.jobs)))
    await Promise.all(
      Array.from({ length: 4 }, () => sendWhatsAppJob({ deliveryId: deliveries[0]?.id ?? '' }, world.jobs)),
    )
    expect(await world.deliveries(messageId)).toHaveLength(1)
    expect(await copiesAt(deliveries[0]?.id ?? '')).toBe(1)
  })
})

describe('a crash between the call and its note', () => {
  async function crashed(lastDigit: string) {
    const account = await world.account({ phone: `+628123456780${lastDigit}` })
    const messageId = await world.send(account.accountId)
    const { rows } = await place.tenant.pools.writePool.query(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'messaging.deliver-message' and payload->>'messageId' = $1`,
      [messageId],
    )
    await deliverMessageJob(rows[0].payload, world.jobs)
    const [delivery] = await world.deliveries(messageId)
    const deliveryId = delivery?.id ?? ''
    // The process dies as soon as the provider has taken the message: nothing of the outcome is written.
    const dying = {
      ...world.jobs,
      run: ((definition, input, options) =>
        definition.name === recordAttempt.name
          ? Promise.reject(new Error('killed'))
          : world.jobs.run(definition, input, options)) as typeof world.jobs.run,
    }
    await expect(sendWhatsAppJob({ deliveryId }, dying)).rejects.toThrow('killed')
    return { messageId, deliveryId }
  }

  it('sends no second copy: the next try waits, and the news settle it', async () => {
    const { messageId, deliveryId } = await crashed('1')
    await expect(sendWhatsAppJob({ deliveryId }, world.jobs)).rejects.toThrow('waiting for its news')
    seconds(20)
    await world.work()
    await sendWhatsAppJob({ deliveryId }, world.jobs)
    expect(await world.deliveries(messageId)).toMatchObject([{ state: 'read' }])
    expect(await copiesAt(deliveryId)).toBe(1)
  })

  it('sends a second copy only when no news came for three minutes: the provider has no idempotency key', async () => {
    const { messageId, deliveryId } = await crashed('9')
    seconds(170)
    await expect(sendWhatsAppJob({ deliveryId }, world.jobs)).rejects.toThrow('waiting')
    seconds(20)
    await sendWhatsAppJob({ deliveryId }, world.jobs)
    expect(await world.deliveries(messageId)).toMatchObject([{ state: 'sent' }])
    expect(await copiesAt(deliveryId)).toBe(2)
  })
})

describe('an answer that is lost on the way', () => {
  it('leaves the delivery waiting for news, because the message may have been taken', async () => {
    const account = await world.account({ phone: '+6281234567801' })
    const messageId = await world.send(account.accountId)
    await place.tenant.pools.writePool.query('delete from graphile_worker._private_jobs')
    await deliverMessageJob({ messageId, origin: '' }, world.jobs)
    const deliveryId = (await world.deliveries(messageId))[0]?.id ?? ''
    const hangingUp = createServer((socket) => socket.once('data', () => socket.destroy()))
    await new Promise<void>((resolve) => hangingUp.listen(0, '127.0.0.1', resolve))
    const config = { ...world.jobs.config, port: (hangingUp.address() as AddressInfo).port }
    await expect(sendWhatsAppJob({ deliveryId }, { ...world.jobs, config })).rejects.toThrow('answer was lost')
    await new Promise((resolve) => hangingUp.close(resolve))
    expect(await world.deliveries(messageId)).toMatchObject([{ state: 'sending', attempts: 1 }])
    await expect(sendWhatsAppJob({ deliveryId }, { ...world.jobs, config })).rejects.toThrow('waiting for its news')
    seconds(181)
    // Nobody listens there any more: the message was surely not taken, so it is queued for the next try.
    await expect(sendWhatsAppJob({ deliveryId }, { ...world.jobs, config })).rejects.toThrow('no answer')
    expect(await world.deliveries(messageId)).toMatchObject([{ state: 'queued', attempts: 2 }])
  })
})

describe('news of a delivery', () => {
  it('never move it back, in whatever order and however often they come', async () => {
    const told = fc.constantFrom('sent', 'delivered', 'read', 'failed' as const)
    await fc.assert(
      fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 8 }), fc.nat(8), async (list, answerAt) => {
        const account = await world.account({ phone: '+6281234567801' })
        const messageId = await world.send(account.accountId)
        await place.tenant.pools.writePool.query('delete from graphile_worker._private_jobs')
        await world.jobs.run(planDelivery, { messageId, origin: '', hasWhatsApp: true })
        const deliveryId = (await world.deliveries(messageId))[0]?.id ?? ''
        await world.jobs.run(beginAttempt, { deliveryId })
        const providerId = `wamid.${randomUUID()}`
        let last = 0
        const rank = (state: string) => ['queued', 'sending', 'sent', 'failed', 'delivered', 'read'].indexOf(state)
        for (const [index, status] of list.entries()) {
          if (index === answerAt) await world.jobs.run(recordAttempt, { deliveryId, providerId, isFinal: false })
          const at = world.clock.now().toString()
          await world.jobs.run(recordStatus, { providerId, deliveryId, status, at })
          const now = rank((await world.deliveries(messageId))[0]?.state ?? '')
          expect(now).toBeGreaterThanOrEqual(last)
          last = now
        }
        expect(last).toBe(Math.max(...list.map(rank)))
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('of unknown messages change nothing', async () => {
    const at = world.clock.now().toString()
    expect(await world.jobs.run(recordStatus, { providerId: 'wamid.x', status: 'read', at })).toBe('unknown')
    const other = { providerId: 'wamid.y', deliveryId: randomUUID(), status: 'read', at }
    expect(await world.jobs.run(recordStatus, other)).toBe('unknown')
  })
})

describe('words', () => {
  it('hide addresses', () => {
    expect(maskPhone('+6281234567834')).toBe('0812-••••-••34')
    expect(maskEmail('sekar@warga.example')).toBe('s••••@warga.example')
  })

  it('order channels by wish, as far as there is an address', () => {
    const both = { whatsapp: true, email: true }
    expect(channelOrder('whatsapp', both)).toEqual(['whatsapp', 'email'])
    expect(channelOrder('email', both)).toEqual(['email', 'whatsapp'])
    expect(channelOrder('whatsapp', { ...both, whatsapp: false })).toEqual(['email'])
    expect(channelOrder('whatsapp', both, ['whatsapp'])).toEqual(['email'])
  })

  it('know no way back', () => {
    for (const a of deliveryStates) for (const b of deliveryStates) expect(movesOn(a, b) && movesOn(b, a)).toBe(false)
  })
})
