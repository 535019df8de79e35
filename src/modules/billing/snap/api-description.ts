import { z } from 'zod'
import type { ApiOperation } from '#kernel/http/api-description.ts'
import { billingPaths } from '../paths.ts'
import { inquiryRequest, paymentRequest, statusRequest, tokenRequest } from './messages.ts'

const said = z.object({ responseCode: z.string(), responseMessage: z.string() })
const account = {
  partnerServiceId: '   88899',
  customerNo: '126618033987494',
  virtualAccountNo: '   88899126618033987494',
}
const success = { indonesia: 'Sukses', english: 'Success' }

/** What banks call, in the words of SNAP BI. Headers carry token, time, signature, partner and external id. */
export const snapOperations: readonly ApiOperation[] = [
  {
    method: 'post',
    path: billingPaths.snapToken,
    operationId: 'snapToken',
    summary: 'A bank asks for a token of fifteen minutes (SNAP BI): X-CLIENT-KEY, X-TIMESTAMP, X-SIGNATURE by RSA',
    access: 'open',
    request: { schema: tokenRequest, example: { grantType: 'client_credentials' } },
    response: {
      status: 200,
      description: 'The token',
      schema: said.extend({ accessToken: z.string(), tokenType: z.literal('Bearer'), expiresIn: z.string() }),
      example: {
        responseCode: '2007300',
        responseMessage: 'Successful',
        accessToken: 'contoh',
        tokenType: 'Bearer',
        expiresIn: '900',
      },
    },
  },
  {
    method: 'post',
    path: billingPaths.snapInquiry,
    operationId: 'snapInquiry',
    summary: 'A bank asks what is to be paid under a virtual account (SNAP BI service 24)',
    access: 'open',
    request: { schema: inquiryRequest, example: { ...account, inquiryRequestId: 'INQ-1' } },
    response: {
      status: 200,
      description: 'Who is to pay how much',
      schema: said.extend({ virtualAccountData: z.record(z.string(), z.unknown()) }),
      example: {
        responseCode: '2002400',
        responseMessage: 'Successful',
        virtualAccountData: {
          inquiryStatus: '00',
          inquiryReason: success,
          ...account,
          virtualAccountName: 'Sekar Ayuningtyas',
          totalAmount: { value: '150000.00', currency: 'IDR' },
          virtualAccountTrxType: 'C',
        },
      },
    },
  },
  {
    method: 'post',
    path: billingPaths.snapPayment,
    operationId: 'snapPayment',
    summary:
      'A bank tells of money that it takes (SNAP BI service 25); repeated with the same id it is answered the same',
    access: 'open',
    request: {
      schema: paymentRequest,
      example: { ...account, paymentRequestId: 'PAY-1', paidAmount: { value: '150000.00', currency: 'IDR' } },
    },
    response: {
      status: 200,
      description: 'Booked',
      schema: said.extend({ virtualAccountData: z.record(z.string(), z.unknown()) }),
      example: {
        responseCode: '2002500',
        responseMessage: 'Successful',
        virtualAccountData: { paymentFlagStatus: '00', paymentFlagReason: success, ...account },
      },
    },
  },
  {
    method: 'post',
    path: billingPaths.snapStatus,
    operationId: 'snapStatus',
    summary: 'A bank asks whether its payment arrived (SNAP BI service 26)',
    access: 'open',
    request: {
      schema: statusRequest,
      example: { ...account, inquiryRequestId: 'INQ-1', paymentRequestId: 'PAY-1' },
    },
    response: {
      status: 200,
      description: 'It arrived',
      schema: said.extend({ virtualAccountData: z.record(z.string(), z.unknown()) }),
      example: {
        responseCode: '2002600',
        responseMessage: 'Successful',
        virtualAccountData: { paymentFlagStatus: '00', paymentRequestId: 'PAY-1', ...account },
      },
    },
  },
]
