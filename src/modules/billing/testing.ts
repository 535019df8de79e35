import pino from 'pino'
import { z } from 'zod'
import { type Actor, anyone, systemActor } from '#kernel/access/access.ts'
import { FixedClock, systemClock } from '#kernel/clock/clock.ts'
import { type Command, command, type RunOptions, runCommand } from '#kernel/command/command.ts'
import type { Config } from '#kernel/config.ts'
import { provide } from '#kernel/define/extension-point.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { newId } from '#kernel/ids.ts'
import { rate, rupiah } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { cancelBill } from './commands/cancel-bill.ts'
import { issueBill } from './commands/issue-bill.ts'
import { type InterestSource, interestByMonths, interestSources } from './money/interest.ts'

export { makeOrder } from './commands/make-order.ts'
export { takePayment } from './commands/pay-bill.ts'
export { settleCarriedJob } from './jobs.ts'
export { brokenLaws } from './money-laws.ts'
export { billingPaths } from './paths.ts'
export { connectSimulatedBank } from './simulator/open-bank.ts'

/** Tests only: an office, a payer with an account, and commands of "another module" that issue and cancel. */
export interface BillingWorld {
  readonly clock: FixedClock
  readonly unitId: string
  readonly unitPath: string
  readonly payer: Actor
  readonly treasurer: Actor
  readonly approver: Actor
  readonly administrator: Actor
  issue(options?: IssueOptions): Promise<{ billId: string; number: string }>
  cancel(billId: string): Promise<void>
  run<Input, Result>(command: Command<Input, Result>, input: unknown, options?: RunOptions): Promise<Result>
}

export interface IssueOptions {
  readonly amount?: number
  readonly days?: number
  readonly caseId?: string
  /** As a tax is: paid in parts, with interest of 1% for each begun month, until it is paid. */
  readonly isTax?: boolean
}

/** The tax of "another module": 1% a month, 24 at most, rounded to the rupiah. */
export const testInterest: InterestSource = {
  rules: [],
  citation: 'PP 35/2023 pasal 59',
  interestOn: (question) =>
    interestByMonths(question, { rate: rate('0.01'), maxMonths: 24, rounding: 'half-up', unit: 100n }),
}

export const start = '2026-11-23T02:00:00Z'

const issueForTest = command({
  name: 'billing.issue-for-test',
  event: 'billing.issued-for-test.v1',
  access: anyone,
  input: z.object({
    unitId: z.string(),
    personId: z.string(),
    accountId: z.string(),
    amount: z.number(),
    days: z.number(),
    caseId: z.string(),
    isTax: z.boolean(),
  }),
  async run(tx, input, context) {
    const issued = await issueBill(tx, context, {
      title: { id: 'Retribusi izin reklame', en: 'Billboard permit fee' },
      payer: { personId: input.personId, name: 'Sekar Ayuningtyas', accountId: input.accountId },
      subject: { type: 'case', id: input.caseId },
      unitId: input.unitId,
      lines: [
        {
          label: { id: 'Retribusi', en: 'Fee' },
          amount: rupiah(input.amount) - rupiah(1000),
          accountCode: '4.1.02.01',
          ruleIds: ['fee.billboard'],
          citation: 'Perda 3/2024 Pasal 12',
          ...(input.isTax ? { beneficiaryId: 'provinsi-uji' } : {}),
        },
        { label: { id: 'Biaya cetak', en: 'Printing' }, amount: rupiah(1000), accountCode: '4.1.04.16' },
      ],
      dueAt: context.now.add({ hours: input.days * 24 }),
      ...(input.isTax ? { expiresAt: 'never', allowsPart: true, interestSource: 'test' } : {}),
    })
    return { result: { billId: issued.billId, number: issued.number }, event: undefined }
  },
})

const cancelForTest = command({
  name: 'billing.cancel-for-test',
  event: 'billing.cancelled-for-test.v1',
  access: anyone,
  input: z.object({ billId: z.string() }),
  async run(tx, input, context) {
    await cancelBill(tx, context, input.billId, 'permohonan ditarik')
    return { result: undefined, event: undefined }
  },
})

export async function billingWorld(tenant: Tenant): Promise<BillingWorld> {
  const clock = new FixedClock(start)
  const query = (text: string, values: unknown[]) => tenant.pools.writePool.query(text, values)
  const unitId = newId()
  const unitPath = 'dpmptsp'
  await query(
    `insert into organization.unit (id, path, code, name, short_name, kind, valid_from)
     values ($1, $2, $2, 'Dinas Penanaman Modal dan PTSP', 'DPMPTSP', 'agency', '2000-01-01')`,
    [unitId, unitPath],
  )
  await query(
    "insert into billing.beneficiary (id, kind, name) values ('provinsi-uji', 'province', 'Provinsi Uji')",
    [],
  )
  if (!interestSources.find('test')) provide(interestSources, 'test', testInterest).install()
  const account = async (name: string, kind: 'citizen' | 'staff', permissions: readonly string[]): Promise<Actor> => {
    const [personId, accountId] = [newId() as string, newId() as string]
    await query(
      `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
         occupation, marital_status, family_relation)
       values ($1, $2, $2, $3, 'female', 'Sukamaju', '1990-01-01', 'Islam', 'S1', 'Wiraswasta', 'single', 'other')`,
      [personId, Buffer.from(personId), name],
    )
    await query('insert into accounts.account (id, kind, person_id, display_name) values ($1, $2, $3, $4)', [
      accountId,
      kind,
      personId,
      name,
    ])
    const grants = permissions.map((permission) => ({ permission, unitPath, territory: '' }))
    const position = {
      id: newId() as string,
      title: 'Bendahara Penerimaan',
      unitId: unitId as string,
      unitPath,
      unitName: 'DPMPTSP',
      manner: 'definitif' as const,
    }
    return {
      kind,
      accountId,
      personId,
      name,
      grants,
      ...(kind === 'staff' ? { position, elevatedUntil: Number.MAX_SAFE_INTEGER } : {}),
    }
  }
  const payer = await account('Sekar Ayuningtyas', 'citizen', [])
  const treasurer = await account('Dewi Lestari', 'staff', [
    'billing.read',
    'billing.receive',
    'billing.resolve',
    'billing.reconcile',
    'billing.close',
  ])
  const approver = await account('Wening Hapsari', 'staff', ['billing.read', 'billing.approve-refund', 'billing.close'])
  const administrator = await account('Yusuf Prasetya', 'staff', ['billing.read', 'billing.administer'])
  const run: BillingWorld['run'] = (definition, input, options = {}) =>
    runCommand(definition, input, {
      tenant,
      clock,
      actor: options.actor ?? systemActor('test'),
      idempotencyKey: options.idempotencyKey,
    })
  return {
    clock,
    unitId,
    unitPath,
    payer,
    treasurer,
    approver,
    administrator,
    run,
    issue: ({ amount = 150_000, days = 7, caseId = newId(), isTax = false } = {}) =>
      run(issueForTest, { unitId, personId: payer.personId, accountId: payer.accountId, amount, days, caseId, isTax }),
    cancel: (billId) => run(cancelForTest, { billId }),
  }
}

/** What a job of the region may use, at the time of the world. */
export function billingJob(place: { tenant: Tenant; config: Config }, world: BillingWorld): JobContext {
  const { tenant, config } = place
  const log = pino({ level: 'silent' })
  return { tenant, config, clock: world.clock, log, db: tenant.pools.read, attempt: 1, run: world.run }
}

/** A bill as a service with a fee would issue it, to somebody with an account. */
export async function billForJourney(
  tenant: Tenant,
  payer: { readonly accountId: string; readonly personId: string; readonly name: string },
  title: string,
): Promise<{ billId: string; number: string }> {
  const { rows } = await tenant.pools.writePool.query<{ id: string }>(
    "select id from organization.unit where path = 'disdukcapil'",
  )
  const issue = command({
    name: 'billing.issue-for-journey',
    event: 'billing.issued-for-journey.v1',
    access: anyone,
    input: z.object({}),
    run: async (tx, _input, context) => ({
      result: await issueBill(tx, context, {
        title: { id: title, en: title },
        payer,
        subject: { type: 'test', id: newId() },
        unitId: rows[0]?.id ?? '',
        lines: [{ label: { id: 'Retribusi', en: 'Fee' }, amount: rupiah(125_000), accountCode: '4.1.02.01' }],
        dueAt: context.now.add({ hours: 72 }),
      }),
      event: undefined,
    }),
  })
  return runCommand(issue, {}, { tenant, clock: systemClock, actor: systemActor('test') })
}
