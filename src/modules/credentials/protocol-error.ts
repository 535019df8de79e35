/** A refusal in the words of OAuth and OpenID4VCI, for programs. */
export class ProtocolError extends Error {
  readonly code: ProtocolCode
  readonly status: number
  constructor(code: ProtocolCode, description: string, status = 400) {
    super(description)
    this.code = code
    this.status = status
  }
}

export type ProtocolCode =
  | 'invalid_request'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'invalid_token'
  | 'invalid_credential_request'
  | 'unknown_credential_configuration'
  | 'invalid_proof'
  | 'invalid_nonce'
  | 'credential_request_denied'
