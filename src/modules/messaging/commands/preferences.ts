import { randomInt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { dateOf, instantOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import type { EventDraft } from '#kernel/journal/journal.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getAccount } from '#modules/accounts/index.ts'
import { channels, maskPhone } from '../domain.ts'
import { phoneContext, verifiedPhone } from '../queries/preferences.ts'

const proofMinutes = 10
const mostTries = 5
export const phoneCodeContext = 'messaging.phone-code'

/** Keyed: a million codes are soon tried by somebody who reads the table. */
const hashOf = (tenant: Tenant, accountId: string, code: string) =>
  tenant.cipher.fingerprint(`${accountId}:${code}`, phoneCodeContext)

export const chooseChannel = command({
  name: 'messaging.choose-channel',
  event: 'messaging.channel-chosen.v1',
  access: signedIn,
  input: z.object({ firstChannel: z.enum(channels) }),
  async run(tx, input, context) {
    const account = await getAccount(tx, context.actor.accountId ?? '')
    const { phone } = await verifiedPhone(context.tenant, tx, account)
    if (input.firstChannel === 'whatsapp' && !phone) {
      throw invalidField(
        'firstChannel',
        'Buktikan dahulu nomor WhatsApp Anda dengan kode.',
        'First prove your WhatsApp number with a code.',
      )
    }
    const values = { first_channel: input.firstChannel, updated_at: dateOf(context.now) }
    await tx
      .insertInto('messaging.preference')
      .values({ account_id: account.id, ...values, phone: null, phone_masked: null, phone_print: null })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
      .execute()
    return { result: undefined, event: { subject: { type: 'account', id: account.id }, payload: input } }
  },
})

/** Sends six digits to the account's number. They are nowhere to be read but on that telephone. */
export const askPhoneCode = command({
  name: 'messaging.ask-phone-code',
  event: 'messaging.phone-code-asked.v1',
  access: signedIn,
  input: z.object({}),
  async run(tx, _input, context) {
    const account = await getAccount(tx, context.actor.accountId ?? '')
    if (!account.phone) throw invalidField('code', 'Isi dahulu nomor ponsel Anda.', 'First enter your phone number.')
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const row = {
      phone: context.tenant.cipher.seal(account.phone, phoneContext),
      code_hash: hashOf(context.tenant, account.id, code),
      expires_at: dateOf(context.now.add({ minutes: proofMinutes })),
      tries: 0,
      created_at: dateOf(context.now),
    }
    await tx
      .insertInto('messaging.phone_proof')
      .values({ account_id: account.id, ...row })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
      .execute()
    const sealed = context.tenant.cipher.sealJson({ to: account.phone, code, locale: account.locale }, phoneCodeContext)
    await context.enqueue(
      'messaging.send-phone-code',
      { sealed: sealed.toString('base64') },
      { key: `phone-code:${account.id}` },
    )
    return { result: undefined, event: { subject: { type: 'account', id: account.id }, payload: {} } }
  },
})

/** Takes the code back. A wrong one is counted, also when the page then says so. */
export const provePhone = command({
  name: 'messaging.prove-phone',
  event: 'messaging.phone-proved.v1',
  access: signedIn,
  input: z.object({ code: z.string().max(20) }),
  async run(tx, input, context): Promise<{ result: 'proved' | 'wrong' | 'over'; event: EventDraft | undefined }> {
    const account = await getAccount(tx, context.actor.accountId ?? '')
    const proof = await tx
      .selectFrom('messaging.phone_proof')
      .selectAll()
      .where('account_id', '=', account.id)
      .forUpdate()
      .executeTakeFirst()
    if (!proof) throw new AppError('conflict')
    const isOver = Temporal.Instant.compare(instantOf(proof.expires_at), context.now) <= 0 || proof.tries >= mostTries
    if (isOver || context.tenant.cipher.open(proof.phone, phoneContext) !== account.phone)
      return { result: 'over', event: undefined }
    const typed = input.code.replace(/\D/g, '')
    if (!timingSafeEqual(proof.code_hash, hashOf(context.tenant, account.id, typed))) {
      await tx
        .updateTable('messaging.phone_proof')
        .set({ tries: proof.tries + 1 })
        .where('account_id', '=', account.id)
        .execute()
      return { result: 'wrong', event: undefined }
    }
    const values = {
      first_channel: 'whatsapp' as const,
      phone: context.tenant.cipher.seal(account.phone, phoneContext),
      phone_masked: maskPhone(account.phone),
      phone_print: context.tenant.cipher.fingerprint(account.phone, phoneContext),
      phone_verified_at: dateOf(context.now),
      updated_at: dateOf(context.now),
    }
    await tx
      .insertInto('messaging.preference')
      .values({ account_id: account.id, ...values })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
      .execute()
    await tx.deleteFrom('messaging.phone_proof').where('account_id', '=', account.id).execute()
    return { result: 'proved', event: { subject: { type: 'account', id: account.id }, payload: {} } }
  },
})
