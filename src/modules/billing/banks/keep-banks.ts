import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField, notFound } from '#kernel/errors.ts'
import { bankSeals } from './bank.ts'

/** How long the secret before the present one still opens calls, so that a bank can change over without an outage. */
export const oldSecretFor = { hours: 48 } as const

const address = z.union([z.ipv4(), z.ipv6()])
const blankToUndefined = (value: unknown) => (value === '' ? undefined : value)
const words = (least: number, most: number) => z.string().trim().min(least).max(most)

const reservedIds = new Set(['baru', 'gerbang', 'penerima', 'counter', 'simulator', 'midtrans', 'xendit'])

const bankFacts = {
  name: words(3, 80),
  partnerId: words(1, 36),
  partnerServiceId: z
    .string()
    .trim()
    .regex(/^\d{1,8}$/),
  publicKey: z.string().trim().max(4000).refine(isRsaKey, 'an RSA public key of 2048 bits or more'),
  addresses: z
    .string()
    .max(2000)
    .transform((typed) => typed.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(address).max(50)),
  baseUrl: z.preprocess(
    blankToUndefined,
    z
      .url({ protocol: /^https?$/ })
      .max(200)
      .optional(),
  ),
  ourClientKey: z.preprocess(blankToUndefined, words(1, 64).optional()),
  ourSecret: z.preprocess(blankToUndefined, words(8, 200).optional()),
  merchantId: z.preprocess(blankToUndefined, words(1, 64).optional()),
}

function isRsaKey(pem: string): boolean {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
  } catch {
    return false
  }
}

const newSecret = () => randomBytes(32).toString('base64url')

/** Connects a bank. Its secret is told once, and a key pair of ours is made of which the bank gets the public half. */
export const registerBank = command({
  name: 'billing.register-bank',
  event: 'billing.bank-registered.v1',
  access: permitted('billing.administer', { stepUp: true }),
  input: z.object({
    id: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9-]{1,30}$/)
      // Addresses of pages beside those of banks, and channels that are not banks.
      .refine((id) => !reservedIds.has(id), 'taken'),
    clientKey: words(8, 64),
    ...bankFacts,
  }),
  async run(tx, input, context) {
    const { tenant, now } = context
    const secret = newSecret()
    const pair = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    const taken = await tx
      .selectFrom('billing.bank')
      .select('id')
      .where((eb) => eb.or([eb('id', '=', input.id), eb('client_key', '=', input.clientKey)]))
      .executeTakeFirst()
    if (taken) {
      const path = taken.id === input.id ? 'id' : 'clientKey'
      throw invalidField(path, 'Sudah dipakai bank lain. Tulis yang lain.', 'Used by another bank. Write another.')
    }
    await tx
      .insertInto('billing.bank')
      .values({
        id: input.id,
        client_key: input.clientKey,
        ...factsOf(input),
        secret_sealed: tenant.cipher.seal(secret, bankSeals.secret),
        our_secret_sealed: input.ourSecret ? tenant.cipher.seal(input.ourSecret, bankSeals.ourSecret) : null,
        our_private_key_sealed: tenant.cipher.seal(pair.privateKey, bankSeals.ourKey),
        our_public_key: pair.publicKey,
        old_secret_sealed: null,
        registered_at: dateOf(now),
        changed_at: dateOf(now),
      })
      .execute()
    const payload = { id: input.id, name: input.name, clientKey: input.clientKey }
    return { result: { secret }, event: { subject: { type: 'bank', id: input.id }, payload } }
  },
})

interface Facts {
  name: string
  partnerId: string
  partnerServiceId: string
  publicKey: string
  addresses: string[]
  baseUrl?: string | undefined
  ourClientKey?: string | undefined
  merchantId?: string | undefined
}

function factsOf(input: Facts) {
  return {
    name: input.name,
    partner_id: input.partnerId,
    partner_service_id: input.partnerServiceId,
    public_key: input.publicKey,
    addresses: input.addresses,
    base_url: input.baseUrl ?? null,
    our_client_key: input.ourClientKey ?? null,
    merchant_id: input.merchantId ?? null,
  }
}

/** Corrects what is known of a bank; an empty secret leaves ours there as it was. */
export const changeBank = command({
  name: 'billing.change-bank',
  event: 'billing.bank-changed.v1',
  access: permitted('billing.administer', { stepUp: true }),
  input: z.object({ id: z.string().max(31), isOpen: z.boolean(), ...bankFacts }),
  async run(tx, input, context) {
    const { tenant, now } = context
    const done = await tx
      .updateTable('billing.bank')
      .set({
        ...factsOf(input),
        is_open: input.isOpen,
        changed_at: dateOf(now),
        ...(input.ourSecret ? { our_secret_sealed: tenant.cipher.seal(input.ourSecret, bankSeals.ourSecret) } : {}),
      })
      .where('id', '=', input.id)
      .returning('id')
      .executeTakeFirst()
    if (!done) throw notFound()
    // A closed bank, or one with another key, gets no further with what it was given before.
    await tx.deleteFrom('billing.bank_token').where('bank_id', '=', input.id).execute()
    const payload = { id: input.id, name: input.name, isOpen: input.isOpen }
    return { result: undefined, event: { subject: { type: 'bank', id: input.id }, payload } }
  },
})

/** A new secret for calls of the bank, told once; the one before counts for two more days. */
export const rotateBankSecret = command({
  name: 'billing.rotate-bank-secret',
  event: 'billing.bank-secret-rotated.v1',
  access: permitted('billing.administer', { stepUp: true }),
  input: z.object({ id: z.string().max(31) }),
  async run(tx, input, context) {
    const { tenant, now } = context
    const bank = await tx
      .selectFrom('billing.bank')
      .select('secret_sealed')
      .where('id', '=', input.id)
      .forUpdate()
      .executeTakeFirst()
    if (!bank) throw notFound()
    const secret = newSecret()
    const until = now.add(oldSecretFor)
    await tx
      .updateTable('billing.bank')
      .set({
        secret_sealed: tenant.cipher.seal(secret, bankSeals.secret),
        old_secret_sealed: bank.secret_sealed,
        old_secret_until: dateOf(until),
        changed_at: dateOf(now),
      })
      .where('id', '=', input.id)
      .execute()
    const payload = { id: input.id, oldUntil: until.toString() }
    return { result: { secret }, event: { subject: { type: 'bank', id: input.id }, payload } }
  },
})
