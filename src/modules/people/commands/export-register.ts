import { z } from 'zod'
import { grantsFor, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import { recordAccess } from '#kernel/journal/journal.ts'
import { type AgeGroup, ageGroups, searchPeople, searchStatuses } from '../queries/search.ts'

/** So many people go into one file; each of them gets a line in the record of who read his data. */
export const largestExport = 5000

const ageGroupNames = Object.keys(ageGroups) as [AgeGroup, ...AgeGroup[]]

/** Takes a filtered part of the register out as a list. @throws too-large when the filter leaves too many */
export const exportRegister = command({
  name: 'people.export-register',
  event: 'people.register-exported.v1',
  access: permitted('people.export'),
  input: z.object({
    text: z.string().max(100),
    area: z.string().optional(),
    sex: z.enum(['male', 'female']).optional(),
    ageGroup: z.enum(ageGroupNames).optional(),
    status: z.enum(searchStatuses).optional(),
    mother: z.string().max(100).optional(),
    birthOn: z.iso.date().optional(),
    birthYear: z.number().int().optional(),
    street: z.string().max(100).optional(),
    rt: z.string().max(3).optional(),
    rw: z.string().max(3).optional(),
  }),
  async run(tx, input, { tenant, actor, now }) {
    const territories = grantsFor(actor, 'people.export').map((grant) => grant.territory)
    const today = dayOf(now, tenant.profile.zone)
    const { rows, next, tooMany } = await searchPeople(
      tenant,
      tx,
      { ...input, territories, today },
      undefined,
      largestExport,
    )
    if (next || tooMany) {
      throw new AppError('too-large', {
        params: { limit: largestExport },
        text: {
          id: 'Saringan ini memuat lebih dari {limit} orang. Persempit wilayah, usia, atau namanya.',
          en: 'This filter holds more than {limit} people. Narrow the area, the age or the name.',
        },
      })
    }
    const records = rows.map(({ id }) => ({
      personId: id,
      object: { type: 'person', id },
      purpose: 'ekspor register penduduk',
    }))
    await recordAccess(tx, actor, records, now)
    const { text, area = '', sex = '', ageGroup = '' } = input
    return {
      result: rows,
      event: {
        subject: { type: 'register', id: area || 'all' },
        payload: { text, area, sex, ageGroup, rows: rows.length },
      },
    }
  },
})
