import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { getPerson } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'

/** What a family has to do next for its newborn, told to each parent who has an account. */
export const tellNextSteps = command({
  name: 'population.tell-next-steps',
  event: 'population.next-steps-told.v1',
  access: systemOnly,
  isolation: 'repeatable read',
  input: z.object({ personId: z.uuid(), villageCode: z.string() }),
  async run(tx, { personId, villageCode }, context) {
    const child = await getPerson(tx, personId)
    const today = dayOf(context.now, context.tenant.profile.zone)
    const within = await getRule(tx, 'social.newborn-insurance-within', villageCode, today)
    const until = Temporal.PlainDate.from(child.birthOn).add({ days: wholeNumber(within) })
    const isOver = Temporal.PlainDate.compare(until, today) < 0
    const insured = isOver
      ? 'Daftarkan segera pada BPJS Kesehatan: waktunya sudah lewat, tetapi pendaftaran tetap diterima.'
      : `Daftarkan pada BPJS Kesehatan paling lambat ${formatDay(until, 'id')}, dengan NIK pada kartu keluarga baru.`
    const parents = [child.motherId, child.fatherId].filter((id) => id !== undefined)
    let told = 0
    for (const parentId of parents) {
      const account = await accountForPerson(tx, parentId)
      if (!account) continue
      await sendMessage(tx, context, {
        accountId: account.id,
        title: `Langkah berikutnya untuk ${child.fullName}`,
        body: `${insured} Bawa ke posyandu atau puskesmas untuk imunisasi dasar. Kartu identitas anak (KIA) dapat diminta kapan saja tanpa biaya.`,
      })
      told += 1
    }
    if (told === 0) return { result: undefined, event: undefined }
    return { result: undefined, event: { subject: { type: 'person', id: personId }, payload: { told } } }
  },
})
