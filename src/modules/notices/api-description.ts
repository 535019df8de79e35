import { z } from 'zod'
import type { ApiOperation } from '#kernel/http/api-description.ts'
import { noticeKinds } from './kinds.ts'
import { noticePaths } from './paths.ts'
import { reportShape } from './report-shape.ts'

const states = z.enum(['unmatched', 'told', 'confirmed', 'declined', 'registered', 'refused', 'withdrawn'])
const id = '019ac5f2-7aaa-7000-8000-000000000001'
const permission = 'notices.report'

/** A report of each kind, with its own fields. */
const anyReport = {
  oneOf: noticeKinds.map((kind) => {
    const shape = z.object({
      kind: z.literal(kind),
      reference: z
        .string()
        .min(3)
        .max(80)
        .describe('Your own number of this event; the same number is the same report.'),
      details: reportShape(kind),
    })
    const { $schema: _dialect, ...rest } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
    return rest
  }),
}

/** What programs of hospitals, midwives, KUA and courts send, as OpenAPI tells it. */
export const noticeOperations: readonly ApiOperation[] = [
  {
    method: 'post',
    path: noticePaths.api,
    operationId: 'reportEvent',
    summary: 'Report a birth, death, marriage, divorce or burial; the family is told and confirms',
    access: 'key',
    permission,
    request: {
      schema: anyReport,
      example: {
        kind: 'birth',
        reference: 'RS-2026-0917',
        details: {
          motherNik: '9901024711920001',
          motherName: 'Sekar Wulandari',
          sex: 'female',
          bornOn: '2026-11-20',
          bornTime: '04:15',
          birthPlace: 'Arunika',
          birthKind: 'single',
          childOrder: '2',
          weight: '3.1',
          attendant: 'dr. Anindita',
          letterNumber: 'SKL/112/2026',
        },
      },
    },
    response: {
      status: 202,
      description: 'Taken in. Whether somebody was found is told by the state alone.',
      schema: z.object({ id: z.uuid(), state: states }),
      example: { id, state: 'told' },
    },
  },
  {
    method: 'get',
    path: noticePaths.apiNotice('{noticeId}'),
    operationId: 'readNotice',
    summary: 'What became of a report',
    access: 'key',
    permission,
    response: {
      status: 200,
      description: 'Its state, the reason of a refusal, and the number in the register when it was registered',
      schema: z.object({
        id: z.uuid(),
        reference: z.string(),
        state: states,
        reason: z.string().optional(),
        registerNumber: z.string().optional(),
      }),
      example: { id, reference: 'RS-2026-0917', state: 'told' },
    },
  },
  {
    method: 'post',
    path: noticePaths.apiWithdraw('{noticeId}'),
    operationId: 'withdrawNotice',
    summary: 'Take back a report that was wrong',
    access: 'key',
    permission,
    request: {
      schema: z.object({ reason: z.string() }),
      example: { reason: 'Laporan ini tertukar dengan pasien lain.' },
    },
    response: {
      status: 200,
      description: 'Taken back',
      schema: z.object({ id: z.uuid(), state: z.literal('withdrawn') }),
      example: { id, state: 'withdrawn' },
    },
  },
]
