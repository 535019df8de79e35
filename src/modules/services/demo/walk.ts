import { type Actor, systemActor } from '#kernel/access/access.ts'
import { dayOf, FixedClock } from '#kernel/clock/clock.ts'
import { nextWorkingDay } from '#kernel/clock/working-days.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findBillsOf, payBill } from '#modules/billing/index.ts'
import { findSigner, resolveGrants } from '#modules/organization/index.ts'
import { getCalendar } from '#modules/rules/index.ts'
import { actOnCase } from '../commands/act-on-case.ts'
import { carryOutPlace } from '../commands/allot-places.ts'
import { correctCase, takeApplicantStep, withdrawCase } from '../commands/applicant-steps.ts'
import { agreeAppointment, proposeAppointment, recordAppointment } from '../commands/appointments.ts'
import { attachFinding } from '../commands/attach-finding.ts'
import { attachFile } from '../commands/attachment.ts'
import { findCase, type OpenCase } from '../commands/case-row.ts'
import { completeReview } from '../commands/complete-review.ts'
import { saveAnswers, startDraft } from '../commands/draft.ts'
import { movePaid } from '../commands/move-paid.ts'
import { runTimers } from '../commands/run-timers.ts'
import { submitCase } from '../commands/submit-case.ts'
import type { Answers } from '../definition/expressions.ts'
import type { FieldDefinition, GoldenCase, ServiceDefinition, TransitionDefinition } from '../definition/schema.ts'
import { branchOf, stateOf } from '../domain.ts'
import { factsOf } from '../flow/facts.ts'
import { listOpenTasks } from '../flow/tasks.ts'
import { timersOf } from '../flow/timers.ts'
import { isFileKind } from '../form/kinds.ts'
import { correctable } from './correctable.ts'
import { samplePaper } from './sample-paper.ts'

type PathStep = NonNullable<GoldenCase['path']>[number]

export interface WalkOptions {
  readonly tenant: Tenant
  readonly subscribers: ReadonlyMap<string, readonly string[]>
  readonly applicant: Actor
  readonly definition: ServiceDefinition
  readonly startsAt: Temporal.Instant
  /** Hours between two steps, by the number of the step. */
  readonly pause: (step: number) => number
  /** The form is filled in without time passing, so that it is sent at the very start. */
  readonly atOnce?: boolean | undefined
  /** Address of the region, for the QR of letters. */
  readonly origin?: string | undefined
}

/**
 * One application walked through the real commands by the people who hold the posts, at moments of the past: what the
 * demo shows of a service is what the service does.
 */
export class CaseWalk {
  private readonly clock: FixedClock
  private steps = 0
  /** Nothing happens later than this. */
  private until: Temporal.Instant | undefined

  constructor(private readonly options: WalkOptions) {
    this.clock = new FixedClock(options.startsAt.toString())
  }

  /** Fills the form and sends it. @throws AppError as the applicant would see it */
  async apply(answers: Answers): Promise<string> {
    const { definition, applicant } = this.options
    const { draftId } = await this.run(startDraft, { slug: definition.slug }, applicant)
    for (const page of definition.form.pages) {
      const fields = page.groups.flatMap((group) => group.fields.map((field) => field.id))
      const own = Object.fromEntries(fields.filter((id) => id in answers).map((id) => [id, answers[id]]))
      await this.run(saveAnswers, { draftId, pageId: page.id, answers: own, finished: true }, applicant)
      if (!this.options.atOnce) this.pass(0.05)
    }
    for (const field of definition.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))) {
      if (isFileKind(field.kind) && field.id in answers) await this.attach(draftId, field.id, field.label.id)
    }
    const { caseId } = await this.run(submitCase, { draftId }, applicant)
    return caseId
  }

  private async attach(ownerId: string, field: string, label: string): Promise<void> {
    const file = await samplePaper(label)
    const fileHash = await this.options.tenant.files.put(file.bytes)
    const given = { ownerId, field, fileHash, name: file.name, mediaType: file.mediaType, sizeBytes: file.bytes.length }
    await this.run(attachFile, given, this.options.applicant)
  }

  /** Gives the files that a step's form asks for: photos of a visit. */
  private async photograph(
    open: OpenCase,
    form: readonly FieldDefinition[],
    findings: object,
    actor: Actor,
  ): Promise<void> {
    for (const field of form.filter(({ id, kind }) => isFileKind(kind) && id in findings)) {
      const file = await samplePaper(field.label.id)
      const fileHash = await this.options.tenant.files.put(file.bytes)
      const given = { caseId: open.row.id, field: field.id, fileHash, name: file.name, mediaType: file.mediaType }
      await this.run(attachFinding, { ...given, sizeBytes: file.bytes.length }, actor)
    }
  }

  /** Takes steps one after another. @returns how many were taken before one was refused or would come after `until` */
  async follow(caseId: string, path: readonly PathStep[], until?: Temporal.Instant): Promise<number> {
    this.until = until
    for (const [index, step] of path.entries()) {
      this.pass(this.options.pause(this.steps))
      this.steps += 1
      if (this.isOver(this.clock.now())) return index
      const open = await findCase(this.options.tenant.pools.read, caseId)
      if (!open || !(await this.take(open, step))) return index
    }
    return path.length
  }

  async withdraw(caseId: string): Promise<void> {
    await this.run(withdrawCase, { caseId }, this.options.applicant)
  }

  private async take(open: OpenCase, step: PathStep): Promise<boolean> {
    const text = typeof step === 'string' ? step : step.verb
    const findings = typeof step === 'string' ? {} : step.findings
    const [branch, outcome] = text.split(':')
    if (outcome !== undefined) return this.review(open, branch as string, outcome, findings)
    const row = open.definition.flow.transitions.find((each) => each.from === open.row.state && each.verb === text)
    if (!row) return false
    switch (row.by) {
      case 'applicant':
        return this.byApplicant(open, row, findings)
      case 'payment':
        return this.byPayment(open)
      case 'clock':
        return this.byClock(open)
      case 'allocation':
        await this.run(
          carryOutPlace,
          { caseId: open.row.id, isGranted: text === 'allot' },
          systemActor('services.carry-out-allotment'),
        )
        return true
      case 'engine':
      case 'sub-service':
        return false
      default:
        return this.byOfficial(open, row, findings)
    }
  }

  private async review(open: OpenCase, id: string, outcome: string, findings: object): Promise<boolean> {
    const branch = branchOf(stateOf(open.definition, open.row.state), id)
    const task = (await listOpenTasks(this.options.tenant.pools.read, open.row.id)).find(
      (candidate) => candidate.branch === id,
    )
    const actor = task && (await this.officer(branch.desk, task.unitPath))
    if (!actor) return false
    await this.photograph(open, branch.form, findings, actor)
    await this.run(completeReview, { caseId: open.row.id, branch: id, outcome, findings, reason: because }, actor)
    return true
  }

  private async byOfficial(open: OpenCase, row: TransitionDefinition, findings: object): Promise<boolean> {
    const actor = await this.officer(row.by, open.row.unit_path, await this.takers(open, row.notBy))
    if (!actor) return false
    if (row.afterAppointment && !(await this.meet(open, actor))) return false
    await this.photograph(open, row.form, findings, actor)
    const revision = (await findCase(this.options.tenant.pools.read, open.row.id))?.row.revision
    const marks = row.needs.includes('marks')
      ? [{ field: this.correction(open).field, note: 'Mohon diperiksa kembali.' }]
      : []
    const reasonId = row.reasons?.[0]?.id
    const given = { caseId: open.row.id, verb: row.verb, revision, reason: because, reasonId, marks, findings }
    await this.run(actOnCase, given, actor)
    return true
  }

  private async byApplicant(open: OpenCase, row: TransitionDefinition, findings: object): Promise<boolean> {
    const { applicant } = this.options
    const caseId = open.row.id
    if (row.verb === 'withdraw') await this.run(withdrawCase, { caseId }, applicant)
    else if (row.verb === 'resubmit') {
      const { field, value } = this.correction(open)
      await this.run(correctCase, { caseId, answers: { [field]: value } }, applicant)
    } else {
      const given = { caseId, verb: row.verb, reason: because, reasonId: row.reasons?.[0]?.id, findings }
      await this.run(takeApplicantStep, given, applicant)
    }
    return true
  }

  private async byPayment(open: OpenCase): Promise<boolean> {
    const [bill] = await findBillsOf(this.options.tenant.pools.read, 'case', open.row.id)
    if (!bill) return false
    const told = {
      by: 'channel' as const,
      channel: 'bank-demo',
      reference: `demo-${bill.number}`,
      number: bill.number,
      amount: senToNumeric(bill.total),
      paidAt: this.clock.now().toString(),
    }
    await this.run(payBill, told, systemActor('billing.compare'))
    await this.run(movePaid, { caseId: open.row.id, billId: bill.id }, systemActor('services.move-after-payment'))
    return true
  }

  private async byClock(open: OpenCase): Promise<boolean> {
    const { tenant } = this.options
    const calendar = await getCalendar(tenant, tenant.pools.read, open.row.territory_code)
    const timer = timersOf(
      open.definition,
      open.row,
      await listOpenTasks(this.options.tenant.pools.read, open.row.id),
      calendar,
    ).find((each) => each.kind === 'step')
    if (!timer || this.isOver(timer.at.add({ minutes: 1 }))) return false
    if (Temporal.Instant.compare(timer.at, this.clock.now()) > 0)
      this.clock.set(timer.at.add({ minutes: 1 }).toString())
    await this.run(runTimers, { caseId: open.row.id }, systemActor('services.sweep-clock'))
    return true
  }

  /** @returns whether the meeting has been held already */
  private async meet(open: OpenCase, actor: Actor): Promise<boolean> {
    const { tenant, applicant } = this.options
    const calendar = await getCalendar(tenant, tenant.pools.read, open.row.territory_code)
    const day = nextWorkingDay(dayOf(this.clock.now(), calendar.zone), calendar)
    const given = { caseId: open.row.id, day: day.toString(), time: '09:00' }
    const { appointmentId } = await this.run(proposeAppointment, given, actor)
    await this.run(agreeAppointment, { appointmentId }, applicant)
    const afterwards = day.toZonedDateTime({ timeZone: calendar.zone, plainTime: '15:00' }).toInstant()
    if (this.isOver(afterwards)) return false
    this.clock.set(afterwards.toString())
    await this.run(recordAppointment, { appointmentId, outcome: 'held' }, actor)
    return true
  }

  private isOver(moment: Temporal.Instant): boolean {
    return this.until !== undefined && Temporal.Instant.compare(moment, this.until) > 0
  }

  /** Who took one of these steps of the case, and so may not take the next. */
  private async takers(open: OpenCase, verbs: readonly string[]): Promise<string[]> {
    if (verbs.length === 0) return []
    const rows = await this.options.tenant.pools.read
      .selectFrom('services.step')
      .select('person_id')
      .where('case_id', '=', open.row.id)
      .where('verb', 'in', [...verbs])
      .execute()
    return rows.flatMap((row) => row.person_id ?? [])
  }

  /** Whoever holds, at the moment, the nearest post with the permission for the unit. */
  private async officer(
    permission: string,
    unitPath: string,
    except: readonly string[] = [],
  ): Promise<Actor | undefined> {
    const { tenant } = this.options
    const day = dayOf(this.clock.now(), tenant.profile.zone).toString()
    const holder = await findSigner(tenant.pools.read, unitPath, permission, day, except)
    if (!holder) return undefined
    const held = await resolveGrants(tenant.pools.read, holder.personId, day)
    const post = held.find((each) => each.position.id === holder.positionId)
    return {
      kind: 'staff',
      accountId: `demo-${holder.officialId}`,
      personId: holder.personId,
      name: holder.displayName,
      position: post?.position,
      grants: post?.grants ?? [],
      elevatedUntil: this.clock.now().add({ hours: 1 }).epochMilliseconds,
    }
  }

  private readonly correction = (open: OpenCase) =>
    correctable(open, factsOf(this.options.tenant, open, this.clock.now()).answers)

  private pass(hours: number): void {
    const then = this.clock.now().add({ minutes: Math.round(hours * 60) })
    this.clock.set(then.toString())
  }

  private run<I, R>(command: Command<I, R>, input: unknown, actor: Actor): Promise<R> {
    return runCommand(command, input, { ...this.options, actor, clock: this.clock })
  }
}

/** What people in the demo give as a reason; long enough to be one. */
const because = 'Sesuai hasil pemeriksaan berkas dan keadaan di lapangan.'
