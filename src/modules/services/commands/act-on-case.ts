import { z } from 'zod'
import { staff } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { getPerson, listFamilyMembers } from '#modules/people/index.ts'
import { fieldsOf } from '../definition/check.ts'
import { checkNeeds, transitionOf } from '../domain.ts'
import { lockCase, type OpenCase } from './case-row.ts'
import { moveCase } from './move-case.ts'

/** An officer's step: forward, send back with marks, refuse with a reason, sign. */
export const actOnCase = command({
  name: 'services.act-on-case',
  event: 'services.case-moved.v1',
  access: staff,
  input: z.object({
    caseId: z.uuid(),
    verb: z.string(),
    /** The revision the officer was looking at; somebody else's step in between is a conflict, not overwritten. */
    revision: z.coerce.number().int(),
    reason: z.string().max(2000).default(''),
    marks: z
      .array(z.object({ field: z.string(), note: z.string().min(1).max(500) }))
      .max(50)
      .default([]),
  }),
  async run(tx, input, context) {
    const open = await lockCase(tx, input.caseId)
    if (!open) throw notFound()
    // First of all: after a colleague's step even the right to act may lie with another unit.
    // First of all: a colleague's step in between must not look like a lack of authority.
    if (open.row.revision !== input.revision) throw new AppError('conflict')
    const row = transitionOf(open.definition, open.row.state, input.verb)
    if (row.by === 'applicant') throw new AppError('forbidden')
    context.require(row.by, { unitPath: open.row.unit_path, territory: open.row.territory_code })
    if (row.stepUp && !((context.actor.elevatedUntil ?? 0) > context.now.epochMilliseconds)) {
      throw new AppError('step-up-needed')
    }
    await refuseOwnFamily(tx, context, open)
    checkNeeds(row, input)
    const fields = new Set(fieldsOf(open.definition).map((field) => field.id))
    const unknown = input.marks.find((mark) => !fields.has(mark.field))
    if (unknown) throw notFound()
    const marks = row.needs.includes('marks') ? input.marks : []
    await moveCase(tx, context, open, { row, reason: input.reason.trim(), marks })
    const payload = {
      number: open.row.number,
      serviceId: open.row.service_id,
      verb: row.verb,
      from: row.from,
      to: row.to,
      marked: marks.map((mark) => mark.field),
    }
    return { result: { state: row.to }, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})

/**
 * Nobody decides his own or his family's case.
 * @basis UU 30/2014 pasal 42 dan 43 (konflik kepentingan)
 */
async function refuseOwnFamily(tx: WriteHandle, context: CommandContext, open: OpenCase): Promise<void> {
  const me = context.actor.personId
  if (!me) return
  const applicant = await getPerson(tx, open.row.applicant_person_id)
  const family = applicant.familyId ? await listFamilyMembers(tx, applicant.familyId) : []
  if (applicant.id === me || family.some((member) => member.id === me)) {
    throw new AppError('forbidden', {
      text: {
        id: 'Ini berkas Anda atau keluarga Anda sendiri. Rekan kerja Anda yang harus memutuskannya.',
        en: 'This is your own or your family’s file. A colleague has to decide it.',
      },
    })
  }
}
