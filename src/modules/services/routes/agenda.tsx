import { z } from 'zod'
import { grantsFor, permitted, signedIn } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { bytes, get, page } from '#kernel/http/route.ts'
import { listUnits } from '#modules/organization/index.ts'
import { calendarFile } from '../case/calendar-file.ts'
import { findCase } from '../commands/case-row.ts'
import { getDefinition } from '../definition/store.ts'
import { stateOf } from '../domain.ts'
import { servicePaths } from '../paths.ts'
import { findAppointment, listAgenda } from '../queries/appointments.ts'
import { canReadCase } from '../queries/cases.ts'
import { isOwnCase } from '../queries/own-case.ts'
import { AgendaPage } from '../views/agenda-page.tsx'
import { sentences } from '../views/sentences.ts'
import { deskNav } from './desk-nav.ts'

const query = z.object({
  tanggal: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .optional()
    .catch(undefined),
  tampil: z.enum(['hari', 'pekan']).optional().catch(undefined),
})

/** The meetings of the officer's units on a day or in a week. */
export const agenda = get(servicePaths.agenda, {
  access: permitted('services.queue'),
  audit: 'none',
  query,
  async handle(context) {
    const { db, tenant, actor, now, locale } = context
    const { zone } = tenant.profile
    const span = context.query.tampil ?? 'pekan'
    const asked = dayFrom(context.query.tanggal) ?? dayOf(now, zone)
    const first = span === 'hari' ? asked : asked.subtract({ days: asked.dayOfWeek - 1 })
    const last = first.add({ days: span === 'hari' ? 1 : 7 })
    const at = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).toInstant()
    const paths = grantsFor(actor, 'services.queue').map((grant) => grant.unitPath)
    const units = (await listUnits(db)).filter((unit) =>
      paths.some((path) => path === '' || unit.path === path || unit.path.startsWith(`${path}.`)),
    )
    const items = await listAgenda(
      db,
      units.map((unit) => unit.id),
      at(first),
      at(last),
    )
    const named = await Promise.all(
      items.map(async (item) => ({
        ...item,
        title: (await getDefinition(db, item.serviceId, item.version, 'as-written')).title[locale],
      })),
    )
    return page(
      <AgendaPage
        items={named}
        first={first}
        span={span}
        today={dayOf(now, zone)}
        nav={deskNav(context)}
        unitName={actor.position?.unitName ?? ''}
        zone={zone}
      />,
    )
  },
})

function dayFrom(text: string | undefined): Temporal.PlainDate | undefined {
  try {
    return text ? Temporal.PlainDate.from(text) : undefined
  } catch {
    return undefined
  }
}

/** A meeting for one's own calendar: for the applicant and for officers who may read the file. */
export const appointmentFile = get('/janji-temu/:appointmentId.ics', {
  access: signedIn,
  audit: 'own-data',
  params: z.object({ appointmentId: z.uuid() }),
  async handle(context) {
    const { db, locale } = context
    const appointment = await findAppointment(db, context.params.appointmentId)
    const open = appointment && (await findCase(db, appointment.caseId))
    if (!appointment || !open) throw notFound()
    const mayOpen = (await isOwnCase(db, context, open.row)) || (await canReadCase(db, context.actor, open))
    if (!mayOpen) throw notFound()
    const label =
      stateOf(open.definition, appointment.state).appointment?.label[locale] ?? open.definition.title[locale]
    const file = calendarFile({
      id: appointment.id,
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      writtenAt: appointment.createdAt,
      title: `${label}, ${open.row.number}`,
      place: appointment.place,
      text: sentences(open.definition.title[locale], appointment.officialName, context.origin),
      host: new URL(context.origin).host,
    })
    return bytes(file, 'text/calendar; charset=utf-8', { name: `${open.row.number.replaceAll('/', '-')}.ics` })
  },
})
