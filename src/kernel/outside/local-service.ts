import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * A made-up service that stands for one of somebody else: an HTTP server in this process, reachable from this machine only,
 * at a port that the system chooses. It does not keep the process alive.
 */
export abstract class LocalService {
  private readonly server: Server

  constructor() {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch(() => response.destroy())
    })
  }

  /** What throws breaks the connection off. */
  protected abstract handle(request: IncomingMessage, response: ServerResponse): Promise<void>

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    this.server.unref()
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise<void>((resolve) => this.server.close(() => resolve()))
  }
}

/** @throws Error when there is more of it than `largest` bytes */
export async function readBody(request: IncomingMessage, largest: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > largest) throw new Error('too large')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

export function send(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: Buffer | string,
): void {
  response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers })
  response.end(body)
}

/** An answer of blanks that only the one who asked can end, by hanging up. */
export async function sendWithoutEnd(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
): Promise<void> {
  response.writeHead(status, headers)
  while (response.writable && !response.destroyed) {
    response.write(Buffer.alloc(1024 * 1024, ' '))
    await pause(1)
  }
}
