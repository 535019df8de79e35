import { z } from 'zod'
import { type Sen, senFromNumeric, senToNumeric } from '#kernel/money/money.ts'

const money = z.object({ value: z.string().regex(/^\d{1,15}\.\d\d$/), currency: z.literal('IDR') })
const account = {
  partnerServiceId: z.string().min(1).max(8),
  customerNo: z.string().min(1).max(20),
  virtualAccountNo: z.string().min(1).max(28),
}

export const tokenRequest = z.object({ grantType: z.literal('client_credentials') })

export const inquiryRequest = z.object({
  ...account,
  inquiryRequestId: z.string().min(1).max(128),
  trxDateInit: z.string().max(25).optional(),
})
export type InquiryRequest = z.infer<typeof inquiryRequest>

export const paymentRequest = z.object({
  ...account,
  paymentRequestId: z.string().min(1).max(64),
  paidAmount: money,
  trxDateTime: z.string().max(30).optional(),
  referenceNo: z.string().max(64).optional(),
})
export type PaymentRequest = z.infer<typeof paymentRequest>

export const statusRequest = z.object({
  ...account,
  inquiryRequestId: z.string().min(1).max(128),
  paymentRequestId: z.string().max(64).optional(),
})

export type Fault = { readonly kind: 'missing-field' | 'bad-format'; readonly field: string }

/** The request, or the first field that is missing or not as it should be. */
export function readMessage<T>(schema: z.ZodType<T>, body: unknown): { readonly value: T } | { readonly fault: Fault } {
  const parsed = schema.safeParse(body)
  if (parsed.success) return { value: parsed.data }
  const [issue] = parsed.error.issues
  const path = issue?.path ?? []
  const given = path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    body,
  )
  const kind = given === undefined || given === '' ? 'missing-field' : 'bad-format'
  return { fault: { kind, field: path.join('.') } }
}

export const snapMoney = (amount: Sen) => ({ value: senToNumeric(amount), currency: 'IDR' })
export const readSnapMoney = (amount: z.infer<typeof money>): Sen => senFromNumeric(amount.value)

/** Number of the bank's service, as wide as SNAP wants it: spaces in front. */
export const padService = (partnerServiceId: string): string => partnerServiceId.trim().padStart(8, ' ')

/** Two languages, as SNAP wants each reason. */
export const reason = (indonesia: string, english: string) => ({ indonesia, english })
