/** Why a file could not be signed. */
export class SignPdfError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SignPdfError'
  }
}
