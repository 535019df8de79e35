import { createHash } from 'node:crypto'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, type FieldError } from '#kernel/errors.ts'
import { canonicalJson, labelOf } from '#kernel/journal/journal.ts'
import { judgeDefinition } from '../definition/judge.ts'
import { firstRegionVersion } from '../definition/store.ts'

/**
 * Publishes a definition that the region wrote, under the next version of its own. What is unsound is never stored.
 * @throws invalid-input with every fault
 */
export const publishDefinition = command({
  name: 'services.publish-definition',
  event: 'services.definition-published.v1',
  access: permitted('services.publish', { stepUp: true }),
  input: z.object({
    /** The whole definition as JSON text. */
    text: z.string().max(2_000_000),
    /** First day on which applications are made under it. */
    validFrom: z.iso.date(),
  }),
  async run(tx, input, context) {
    const today = dayOf(context.now, context.tenant.profile.zone).toString()
    if (input.validFrom < today) throw invalid('validFrom', pastDay)
    const judged = await judgeDefinition(tx, input.text)
    if (!judged.definition) throw new AppError('invalid-input', { fields: judged.faults.map(fieldFault) })
    await refuseTakenSlug(tx, judged.definition.id, judged.definition.slug)
    const version = await nextVersion(tx, judged.definition.id)
    const definition = { ...judged.definition, version, validFrom: input.validFrom }
    const body = canonicalJson(definition)
    const hash = createHash('sha256').update(body).digest()
    await tx
      .insertInto('services.definition')
      .values({
        service_id: definition.id,
        version,
        slug: definition.slug,
        body,
        hash,
        valid_from: input.validFrom,
        published_by: labelOf(context.actor),
      })
      .execute()
    context.invalidate('services', `slug:${definition.slug}`)
    const payload = { serviceId: definition.id, version, validFrom: input.validFrom, hash: hash.toString('hex') }
    return {
      result: { serviceId: definition.id, version },
      event: { subject: { type: 'definition', id: `${definition.id}@${version}` }, payload },
    }
  },
})

const pastDay = {
  id: 'Definisi tidak dapat berlaku surut. Pilih hari ini atau sesudahnya.',
  en: 'A definition cannot hold backwards. Choose today or later.',
}

function invalid(path: string, message: FieldError['message']): AppError {
  return new AppError('invalid-input', { fields: [{ path, message }] })
}

function fieldFault(fault: { readonly say: FieldError['message'] }): FieldError {
  return { path: 'text', message: fault.say }
}

/** Versions of the region stand above those that are shipped, so that an update of the program never replaces them. */
async function nextVersion(tx: WriteHandle, serviceId: string): Promise<number> {
  const last = await tx
    .selectFrom('services.definition')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('service_id', '=', serviceId)
    .executeTakeFirst()
  return Math.max(firstRegionVersion, Number(last?.version ?? 0) + 1)
}

async function refuseTakenSlug(tx: WriteHandle, serviceId: string, slug: string): Promise<void> {
  const other = await tx
    .selectFrom('services.definition')
    .select('service_id')
    .where('slug', '=', slug)
    .where('service_id', '<>', serviceId)
    .executeTakeFirst()
  if (!other) return
  throw invalid('text', {
    id: `Alamat "${slug}" sudah dipakai layanan ${other.service_id}.`,
    en: `The address "${slug}" is used by service ${other.service_id}.`,
  })
}
