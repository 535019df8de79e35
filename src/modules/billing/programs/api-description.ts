import { z } from 'zod'
import type { ApiOperation } from '#kernel/http/api-description.ts'
import { billStates } from '../domain.ts'
import { billingPaths } from '../paths.ts'

const permission = 'billing.fetch'
const id = '019ac5f2-7aaa-7000-8000-000000000002'
const money = z.string().regex(/^\d+\.\d\d$/)

export const apiBill = z.object({
  id: z.uuid(),
  number: z.string().describe('Billing code of fifteen digits.'),
  title: z.string(),
  payer: z.string(),
  state: z.enum(billStates),
  total: money.describe('Of the bill as it was issued.'),
  owed: money.describe('To be paid today, interest included.'),
  interest: money,
  dueAt: z.string(),
})

/** What programs of firms with many objects call, as OpenAPI tells it. */
export const programOperations: readonly ApiOperation[] = [
  {
    method: 'get',
    path: billingPaths.apiBills,
    operationId: 'listBills',
    summary:
      'Open bills of the taxpayers that the key stands for, newest first; ?setelah= the last id for the next page',
    access: 'key',
    permission,
    response: {
      status: 200,
      description: 'A page of bills',
      schema: z.object({ bills: z.array(apiBill), next: z.string().nullable() }),
      example: {
        bills: [
          {
            id,
            number: '126618033987494',
            title: 'Pajak reklame 2026',
            payer: 'PT Papan Warna',
            state: 'issued',
            total: '2184000.00',
            owed: '2205840.00',
            interest: '21840.00',
            dueAt: '2026-12-23T16:59:00Z',
          },
        ],
        next: null,
      },
    },
  },
  {
    method: 'post',
    path: billingPaths.apiOrders,
    operationId: 'makeJointCode',
    summary: 'Make one billing code for several bills of the list; interest stays while the code is valid',
    access: 'key',
    permission,
    request: { schema: z.object({ bills: z.array(z.uuid()).min(1).max(50) }), example: { bills: [id] } },
    response: {
      status: 201,
      description: 'The code',
      schema: z.object({ number: z.string(), total: money, validUntil: z.string() }),
      example: { number: '226618033987491', total: '2205840.00', validUntil: '2026-11-26T16:59:59Z' },
    },
  },
]
