/** Services of SNAP by the two digits in the middle of a response code. */
export const snapServices = {
  token: '73',
  inquiry: '24',
  payment: '25',
  status: '26',
  'create-va': '27',
  'update-va': '28',
  'delete-va': '31',
  report: '35',
  'qr-generate': '47',
  'qr-query': '51',
  'qr-notify': '52',
  'qr-cancel': '77',
  'qr-refund': '78',
} as const
export type SnapService = keyof typeof snapServices

const cases = {
  ok: ['200', '00', 'Successful'],
  'bad-request': ['400', '00', 'Bad Request'],
  'bad-format': ['400', '01', 'Invalid Field Format'],
  'missing-field': ['400', '02', 'Invalid Mandatory Field'],
  unauthorised: ['401', '00', 'Unauthorized'],
  'bad-token': ['401', '01', 'Invalid Token (B2B)'],
  'not-found': ['404', '01', 'Transaction Not Found'],
  'no-bill': ['404', '12', 'Invalid Bill/Virtual Account'],
  'wrong-amount': ['404', '13', 'Invalid Amount'],
  paid: ['404', '14', 'Paid Bill'],
  inconsistent: ['404', '18', 'Inconsistent Request'],
  expired: ['404', '19', 'Invalid Bill/Virtual Account (expired)'],
  conflict: ['409', '00', 'Conflict'],
  'too-many': ['429', '00', 'Too Many Requests'],
  general: ['500', '00', 'General Error'],
  timeout: ['504', '00', 'Timeout'],
} as const
export type SnapCase = keyof typeof cases

export interface SnapAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** responseCode is HTTP status, service and case: 4042512. */
export function snapAnswer(
  service: SnapService,
  result: SnapCase,
  more: Readonly<Record<string, unknown>> = {},
  detail = '',
): SnapAnswer {
  const [status, code, message] = cases[result]
  return {
    status: Number(status),
    body: {
      responseCode: `${status}${snapServices[service]}${code}`,
      responseMessage: detail ? `${message} ${detail}` : message,
      ...more,
    },
  }
}

/** What a response code of another side says. */
export function readResponseCode(code: string): { readonly result: SnapCase | undefined; readonly http: number } {
  const [http, at] = [code.slice(0, 3), code.slice(5, 7)]
  const found = (Object.keys(cases) as SnapCase[]).find((name) => cases[name][0] === http && cases[name][1] === at)
  return { result: found, http: Number(http) }
}
