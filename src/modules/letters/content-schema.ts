import { z } from 'zod'
import type { LetterContent } from './content.ts'
import { securities, urgencies } from './domain.ts'

const line = z.string().trim().max(500)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const mostRecipients = 200
export const mostAnnexes = 20
/** Of the values of a template's fields, as JSON: far above any letter, far below what would slow a page. */
const mostValueLetters = 400_000

/** Wide enough for a draft: what is missing is told when it is sent. */
export const contentSchema: z.ZodType<LetterContent> = z.object({
  templateVersionId: z.uuid(),
  subject: z.string().trim().max(300),
  recipients: z.array(z.object({ name: line.min(1), lines: z.array(line).max(8) })).max(mostRecipients),
  copies: z.array(line).max(mostRecipients),
  attachmentsNote: z.string().trim().max(120),
  annexes: z
    .array(z.object({ name: z.string().max(200), hash, mediaType: z.string().max(100), size: z.number().int() }))
    .max(mostAnnexes),
  security: z.enum(securities),
  urgency: z.enum(urgencies),
  classification: z.string().trim().max(40),
  values: z
    .record(z.string().max(60), z.unknown())
    .refine((values) => JSON.stringify(values).length < mostValueLetters, {
      message: 'Isian naskah ini terlalu panjang. Pindahkan rinciannya ke lampiran.',
    }),
}) as z.ZodType<LetterContent>

/** Posts of one step, in order. */
const stepPost = z.object({
  positionId: z.uuid(),
  /** Under which the post signs on behalf of another. */
  mandateId: z.uuid().optional(),
})

export const stepsSchema = z
  .array(
    z.object({
      role: z.enum(['paraf', 'signature']),
      kind: z.enum(['hierarchy', 'coordination']).optional(),
      needed: z.number().int().min(1).max(100),
      posts: z.array(stepPost).max(100),
    }),
  )
  .max(50)

export type ChainInput = z.infer<typeof stepsSchema>
