import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { requireAt, requireVillage } from './place.ts'
import { contactInput, firmInput, lockTaxpayer, readFirm, taxpayerWords } from './taxpayer-row.ts'

const input = z.object({
  taxpayerId: z.uuid(),
  /** As the form was drawn from: what somebody else changed meanwhile is not written over. */
  version: z.coerce.number().int(),
  ...firmInput,
  ...contactInput,
})

/** Corrects address, contact and, of a firm, its facts. The name of a person comes from the population register. */
export const correctTaxpayer = command({
  name: 'local-tax.correct-taxpayer',
  event: 'local-tax.taxpayer-corrected.v1',
  access: permitted('local-tax.register'),
  input,
  async run(tx, facts, context) {
    const row = await lockTaxpayer(tx, facts.taxpayerId)
    await requireAt(tx, context, 'local-tax.register', row.village_code)
    if (row.state === 'closed') throw new AppError('wrong-state')
    if (row.version !== facts.version) throw new AppError('conflict')
    const own = await requireAt(tx, context, 'local-tax.register', facts.villageCode)
    if (facts.villageCode) await requireVillage(tx, own, facts.villageCode)
    const firm = row.kind === 'firm' ? await readFirm(tx, context, facts) : undefined
    if (firm && firm.nib !== row.nib) {
      const taken = await tx
        .selectFrom('local_tax.taxpayer')
        .select('npwpd')
        .where('nib', '=', firm.nib)
        .where('state', '<>', 'closed')
        .executeTakeFirst()
      if (taken) throw invalidField('nib', `NIB ini milik ${taken.npwpd}.`, `This NIB belongs to ${taken.npwpd}.`)
    }
    const next = {
      name: firm?.name ?? row.name,
      nib: firm?.nib ?? row.nib,
      npwp: firm ? firm.npwp : row.npwp,
      address: facts.address,
      village_code: facts.villageCode,
      phone: facts.phone,
      email: facts.email,
      responsible_person_id: firm?.responsible.id ?? row.responsible_person_id,
      responsible_name: firm?.responsible.fullName ?? row.responsible_name,
    }
    const changed = (Object.keys(next) as (keyof typeof next)[]).filter((key) => next[key] !== row[key])
    if (changed.length === 0) return { result: { changed }, event: undefined }
    await tx
      .updateTable('local_tax.taxpayer')
      .set({
        ...next,
        search_text: taxpayerWords({ ...next, npwpd: row.npwpd }),
        version: row.version + 1,
        updated_at: context.now.toString(),
      })
      .where('id', '=', row.id)
      .execute()
    // Which fields, not what they held: the journal is for ever.
    return { result: { changed }, event: { subject: { type: 'taxpayer', id: row.id }, payload: { changed } } }
  },
})
