import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import { bankSeals } from '../banks/bank.ts'
import { simulatedBankId, simulatedClientKey, simulatedPartnerId } from '../banks/simulated.ts'

export const simulatedKeySeal = 'billing.simulated_bank.private_key'

const newPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

/** The demo region has its bank from the beginning. */
export const connectSimulatedBank = command({
  name: 'billing.connect-simulated-bank',
  event: 'billing.simulated-bank-connected.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, context) {
    if (!context.tenant.profile.isDemo) throw notFound()
    await openSimulatedBank(tx, context)
    return { result: undefined, event: { subject: { type: 'bank', id: simulatedBankId }, payload: {} } }
  },
})

/** Connects the simulated bank as a real one would be: keys on both sides, each knowing only the public half of the other. */
export async function openSimulatedBank(tx: WriteHandle, context: CommandContext): Promise<void> {
  const known = await tx.selectFrom('billing.bank').select('id').where('id', '=', simulatedBankId).executeTakeFirst()
  if (known) return
  const { cipher } = context.tenant
  const [theirs, ours] = [newPair(), newPair()]
  const now = dateOf(context.now)
  const secret = () => randomBytes(32).toString('base64url')
  await tx
    .insertInto('billing.bank')
    .values({
      id: simulatedBankId,
      name: 'Bank Percontohan (SNAP)',
      partner_id: simulatedPartnerId,
      partner_service_id: '99001',
      client_key: simulatedClientKey,
      public_key: theirs.publicKey,
      secret_sealed: cipher.seal(secret(), bankSeals.secret),
      old_secret_sealed: null,
      base_url: null,
      our_client_key: 'DAERAH',
      our_secret_sealed: cipher.seal(secret(), bankSeals.ourSecret),
      our_private_key_sealed: cipher.seal(ours.privateKey, bankSeals.ourKey),
      our_public_key: ours.publicKey,
      merchant_id: 'ID1099000000001',
      registered_at: now,
      changed_at: now,
    })
    .execute()
  await tx
    .insertInto('billing.simulated_bank')
    .values({ bank_id: simulatedBankId, private_key_sealed: cipher.seal(theirs.privateKey, simulatedKeySeal) })
    .execute()
}
