import { z } from 'zod'
import type { ApiOperation } from '#kernel/http/api-description.ts'
import { questionShape } from './commands/answer-question.ts'
import { consentShape } from './commands/consents.ts'
import { comparable } from './domain.ts'
import { vouchingPaths } from './paths.ts'

const id = '019ac5f2-7aaa-7000-8000-000000000002'
const permission = 'vouching.ask'

/** What programs of schools, banks and agencies ask, as OpenAPI tells it. */
export const vouchingOperations: readonly ApiOperation[] = [
  {
    method: 'post',
    path: vouchingPaths.ask,
    operationId: 'askQuestion',
    summary: 'Compare what you were told of a person with the register: yes or no for each field, never the data',
    access: 'key',
    permission,
    request: {
      schema: questionShape,
      example: {
        reference: 'PPDB-2026-0001',
        purpose: 'school-admission',
        nik: '9901024711920001',
        fullName: 'Sekar Wulandari',
        birthOn: '1992-11-07',
        claims: { livesIn: '99.01.02', sex: 'female' },
      },
    },
    response: {
      status: 200,
      description: 'Nothing is answered when name and day of birth are not those of the NIK (identity is false)',
      schema: z.object({
        id: z.uuid(),
        identity: z.boolean(),
        answers: z.partialRecord(z.enum(comparable), z.boolean()),
        answeredAt: z.string(),
      }),
      example: { id, identity: true, answers: { livesIn: true, sex: true }, answeredAt: '2026-11-23T02:00:00Z' },
    },
  },
  {
    method: 'post',
    path: vouchingPaths.consents,
    operationId: 'askConsent',
    summary: 'Ask a person for consent to comparisons that need it',
    access: 'key',
    permission,
    request: {
      schema: consentShape,
      example: {
        reference: 'REK-2026-0815',
        purpose: 'bank-account',
        nik: '9901024711920001',
        fullName: 'Sekar Wulandari',
        birthOn: '1992-11-07',
        fields: ['motherName', 'livesIn'],
        note: 'Kami memeriksa data untuk pembukaan rekening tabungan Anda.',
        validUntil: '2027-05-23',
      },
    },
    response: {
      status: 202,
      description: 'Answered alike whether or not somebody was found',
      schema: z.object({ id: z.uuid() }),
      example: { id },
    },
  },
  {
    method: 'get',
    path: vouchingPaths.consentState('{consentId}'),
    operationId: 'readConsent',
    summary: 'Whether the person agreed',
    access: 'key',
    permission,
    response: {
      status: 200,
      description: 'The state of the consent',
      schema: z.object({ id: z.uuid(), state: z.enum(['asked', 'given', 'refused', 'withdrawn', 'expired']) }),
      example: { id, state: 'asked' },
    },
  },
]
