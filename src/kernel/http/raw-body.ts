import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest, RequestPayload } from 'fastify'
import { AppError } from '../errors.ts'

/**
 * Reads the body before it is parsed, so that a signature can be checked over exactly what was signed.
 * @param only nothing is parsed: the route says in its own words what is wrong with a body
 */
export function keepRawBody(limit: number, only: boolean) {
  return async (request: FastifyRequest, _reply: FastifyReply, payload: RequestPayload): Promise<RequestPayload> => {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of payload) {
      const bytes = Buffer.from(chunk as Uint8Array)
      size += bytes.length
      if (size > limit) throw new AppError('too-large', { params: { limit: `${limit / 1024} KB` } })
      chunks.push(bytes)
    }
    const raw = Buffer.concat(chunks)
    request.rawBody = raw
    if (only) {
      delete request.headers['content-length']
      return Readable.from(['{}'])
    }
    return Object.assign(Readable.from(raw.length ? [raw] : []), { receivedEncodedLength: raw.length })
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came; only of routes that ask for it. */
    rawBody?: Buffer
  }
}
