import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { getRule } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { writeNpwpd } from '../domain.ts'
import { nextOf } from './counter.ts'
import { requireAt, requireVillage } from './place.ts'
import { contactInput, firmInput, readFirm, requirePerson, taxpayerWords } from './taxpayer-row.ts'

export const npwpdPattern = 'local-tax.npwpd-pattern'

const input = z.object({
  kind: z.enum(['person', 'firm'], 'Pilih orang pribadi atau badan usaha.'),
  nik: z.string().trim().max(30).optional(),
  ...firmInput,
  ...contactInput,
})

export type TaxpayerFacts = z.infer<typeof input>

/** Enters a taxpayer and gives the NPWPD. Nobody has two that count. */
export const registerTaxpayer = command({
  name: 'local-tax.register-taxpayer',
  event: 'local-tax.taxpayer-registered.v1',
  access: permitted('local-tax.register'),
  input,
  async run(tx, facts, context) {
    await requireAt(tx, context, 'local-tax.register', facts.villageCode)
    const entered = await enterTaxpayer(tx, context, facts)
    return {
      result: entered,
      event: {
        subject: { type: 'taxpayer', id: entered.taxpayerId },
        payload: { npwpd: entered.npwpd, kind: facts.kind },
      },
    }
  },
})

/**
 * Enters a taxpayer inside the deciding command, which has checked that the actor may decide.
 * @throws invalid-input at the field; who is registered already keeps the number he has
 */
export async function enterTaxpayer(
  tx: WriteHandle,
  context: CommandContext,
  facts: TaxpayerFacts,
): Promise<{ taxpayerId: string; npwpd: string }> {
  const own = (await findOwnRegion(tx))?.code ?? ''
  if (facts.villageCode) await requireVillage(tx, own, facts.villageCode)
  const today = dayOf(context.now, context.tenant.profile.zone)
  const person = facts.kind === 'person' ? await requirePerson(tx, context, 'nik', facts.nik ?? '') : undefined
  const firm = facts.kind === 'firm' ? await readFirm(tx, context, facts) : undefined
  if (person) await refuseKnown(tx, 'nik', 'person_id', person.id)
  if (firm) await refuseKnown(tx, 'nib', 'nib', firm.nib)
  const pattern = await getRule(tx, npwpdPattern, own, today)
  const npwpd = writeNpwpd(String(pattern.value), facts.kind, await nextOf(tx, 'taxpayer'), facts.villageCode)
  const row = {
    id: newId(context.now.epochMilliseconds) as string,
    npwpd,
    kind: facts.kind,
    person_id: person?.id ?? null,
    name: person?.fullName ?? (firm?.name as string),
    nib: firm?.nib ?? null,
    npwp: firm?.npwp ?? null,
    address: facts.address,
    village_code: facts.villageCode,
    phone: facts.phone,
    email: facts.email,
    responsible_person_id: firm?.responsible.id ?? null,
    responsible_name: firm?.responsible.fullName ?? null,
    registered_on: today.toString(),
    registered_at: context.now.toString(),
    updated_at: context.now.toString(),
  }
  await tx
    .insertInto('local_tax.taxpayer')
    .values({ ...row, search_text: taxpayerWords(row) })
    .execute()
  return { taxpayerId: row.id, npwpd }
}

async function refuseKnown(tx: WriteHandle, field: string, column: 'person_id' | 'nib', value: string): Promise<void> {
  const known = await tx
    .selectFrom('local_tax.taxpayer')
    .select('npwpd')
    .where(column, '=', value)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  if (!known) return
  throw invalidField(
    field,
    `Sudah terdaftar sebagai wajib pajak dengan NPWPD ${known.npwpd}.`,
    `Already registered as a taxpayer under NPWPD ${known.npwpd}.`,
  )
}
