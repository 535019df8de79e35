import { z } from 'zod'
import type { ApiOperation } from '#kernel/http/api-description.ts'
import { calculatorJson, resultJson } from './answer.ts'
import { calculate } from './calculation/calculate.ts'
import type { AnyCalculator } from './calculation/calculator.ts'
import { LawBook } from './calculation/law.ts'
import { inputSchema } from './calculation/schema.ts'
import { shippedTaxRows } from './calculation/shipped-law.ts'
import { calculators } from './calculators/index.ts'
import { taxPaths } from './paths.ts'

const text = z.object({ id: z.string(), en: z.string() })
const amount = z.union([z.int(), z.string()]).describe('A whole number of rupiah, or the decimal as text')

const answer = z.object({
  kind: z.string(),
  date: z.iso.date(),
  region: z.string(),
  total: amount,
  lines: z.array(z.object({ id: z.string(), label: text, amount, destination: z.string().optional() })),
  trace: z
    .array(
      z.object({
        id: z.string(),
        section: text.optional(),
        label: text,
        formula: text.optional(),
        value: amount.or(z.number()),
        unit: z.enum(['rupiah', 'rate', 'number']),
        rules: z.array(z.string()),
      }),
    )
    .optional(),
  rules: z.array(
    z.object({
      key: z.string(),
      region: z.string(),
      title: text,
      citation: z.string(),
      status: z.enum(['verified', 'unverified', 'disputed']),
      validFrom: z.iso.date(),
      validTo: z.iso.date().nullable(),
      value: z.union([z.string(), z.number()]).optional(),
    }),
  ),
  warnings: z.array(text),
  official: z
    .boolean()
    .describe('False while a row was not checked against the legal text: no assessment may rest on it'),
  openRules: z.array(z.string()),
})

type Json = Readonly<Record<string, unknown>>

const first = calculators[0] as AnyCalculator

const kindDescription = z.object({
  subject: z.string(),
  subjectTitle: text,
  title: text,
  lead: text,
  law: z.enum(['national', 'region']),
  input: z.record(z.string(), z.unknown()),
  rules: z.array(z.string()),
  example: z.object({ date: z.iso.date(), input: z.record(z.string(), z.unknown()) }),
})

/** Some forty schemas: made once, when the description is first read. */
const questions = once((): Json => {
  const schemas = calculators.map((calculator) => {
    const { $schema: _dialect, ...schema } = z.toJSONSchema(
      questionOf(calculator.kind, inputSchema(calculator.fields)),
      {
        io: 'input',
      },
    )
    return schema
  })
  return { oneOf: schemas }
})

const questionOf = (kind: string, input: z.ZodType) =>
  z.strictObject({
    kind: z.literal(kind),
    date: z.iso.date().optional().describe('The day whose law counts; today when left out'),
    region: z
      .string()
      .optional()
      .describe('Code of a region; that of the installation when left out, "" for national law'),
    input,
    trace: z.boolean().optional().describe('false leaves the steps out'),
  })

/** The example as the rows that come with the program answer it. */
const answered = once((): Json => {
  const { date, input } = first.example
  const question = { day: Temporal.PlainDate.from(date), region: '', input }
  return resultJson(calculate(first, new LawBook(shippedTaxRows()), question), true)
})

function once(make: () => Json): () => Json {
  let made: Json | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** What anybody may compute, as OpenAPI tells it. */
export const taxOperations: readonly ApiOperation[] = [
  {
    method: 'post',
    path: taxPaths.apiCalculate,
    operationId: 'calculateTax',
    summary: 'Compute a tax or retribution by the law of a day and region, with every step and its article',
    access: 'open',
    request: {
      get schema() {
        return questions()
      },
      example: { kind: first.kind, date: first.example.date, region: '', input: first.example.input },
    },
    response: {
      status: 200,
      description: 'Amounts are rupiah; nothing is kept',
      schema: answer,
      get example() {
        return answered()
      },
    },
  },
  {
    method: 'get',
    path: taxPaths.apiKinds,
    operationId: 'listTaxKinds',
    summary: 'Every calculation with the JSON Schema of its input, the rows of law it reads and an example',
    access: 'open',
    response: {
      status: 200,
      description: 'By kind',
      schema: z.object({ kinds: z.record(z.string(), kindDescription) }),
      get example() {
        return { kinds: { [first.kind]: calculatorJson(first) } }
      },
    },
  },
]
