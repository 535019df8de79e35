import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField, notFound } from '#kernel/errors.ts'
import { parseVerifierKey } from '#kernel/proof-log/note.ts'
import { ProofRefused } from '#kernel/proof-log/verify.ts'
import { retireWitness as endWitness, registerWitness as storeWitness } from '#kernel/proof-log/witnesses.ts'

const access = permitted('oversight.register-witness')

/** From now on this key may co-sign heads of the proof log. */
export const registerWitness = command({
  name: 'oversight.register-witness',
  event: 'oversight.witness-registered.v1',
  access,
  input: z.object({ key: z.string().trim().max(400) }),
  async run(tx, input, context) {
    const { name } = readKey(input.key)
    const id = await storeWitness(tx, input.key, context.now)
    if (!id) {
      throw invalidField(
        'key',
        'Saksi dengan nama atau kunci ini sudah terdaftar.',
        'A witness of this name or key is registered already.',
      )
    }
    return { result: id, event: { subject: { type: 'witness', id }, payload: { name, key: input.key } } }
  },
})

function readKey(text: string) {
  try {
    return parseVerifierKey(text, 4)
  } catch (error) {
    if (!(error instanceof ProofRefused)) throw error
    throw invalidField(
      'key',
      'Ini bukan kunci saksi. Bentuknya nama+id+kunci, seperti yang ditulis oleh perintah balai witness.',
      'This is no key of a witness. It has the form name+id+key, as the command balai witness writes it.',
    )
  }
}

/** The witness signs no more; what it signed stays. */
export const retireWitness = command({
  name: 'oversight.retire-witness',
  event: 'oversight.witness-retired.v1',
  access,
  input: z.object({ witnessId: z.uuid() }),
  async run(tx, input, context) {
    const name = await endWitness(tx, input.witnessId, context.now)
    if (!name) throw notFound()
    return { result: undefined, event: { subject: { type: 'witness', id: input.witnessId }, payload: { name } } }
  },
})
