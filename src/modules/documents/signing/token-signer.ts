import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '#kernel/errors.ts'
import type { DocumentSigner } from './signer.ts'

/** A PKCS#11 token: a hardware security module, a smart card, or SoftHSM. */
export interface Token {
  /** Path of the vendor's PKCS#11 library. */
  readonly module: string
  /** Label of the token. */
  readonly label: string
  readonly pin: string
}

/** The token did not do what was asked; signing is refused, nothing else is tried. */
export class TokenError extends AppError {
  /** @param what went wrong, in the token's own words; for the log */
  constructor(what: string, options?: ErrorOptions) {
    super('unavailable', {
      text: {
        id: 'Perangkat kunci tanda tangan sedang tidak dapat dipakai, jadi dokumen ini belum ditandatangani. Coba lagi sebentar lagi, atau hubungi pengelola sistem.',
        en: 'The signing token cannot be used at the moment, so this document was not signed. Try again shortly, or ask the administrator.',
      },
      cause: new Error(what, options),
    })
  }
}

const DEADLINE_MS = 20_000
const MOST_OUTPUT = 64 * 1024

/** A new key pair that never leaves the token. */
export async function createTokenKey(
  token: Token,
  label: string,
): Promise<{ readonly id: string; readonly publicKey: Uint8Array }> {
  const id = randomBytes(16).toString('hex')
  const name = label.replace(/[^\p{L}\p{N} .,]/gu, ' ').slice(0, 60)
  await run(token, ['--keypairgen', '--key-type', 'EC:prime256v1', '--usage-sign', '--id', id, '--label', name])
  return { id, publicKey: await run(token, ['--read-object', '--type', 'pubkey', '--id', id]) }
}

/**
 * Signs with a key in a token, through `pkcs11-tool` of OpenSC: a program that stands alone, so that a library of a
 * vendor can neither crash the server nor read its memory. The PIN travels in the environment, never on a command line.
 */
export function createTokenSigner(
  token: Token,
  keyId: string,
  certificate: Uint8Array,
  chain: readonly Uint8Array[],
): DocumentSigner {
  return {
    certificate,
    chain,
    sign(bytes) {
      const digest = createHash('sha256').update(bytes).digest()
      return run(token, ['--sign', '--mechanism', 'ECDSA', '--signature-format', 'openssl', '--id', keyId], digest)
    },
  }
}

/** @returns what the program wrote to its standard output */
function run(token: Token, args: readonly string[], input?: Uint8Array): Promise<Uint8Array> {
  const all = ['--module', token.module, '--token-label', token.label, '--login', '--pin', 'env:TOKEN_PIN', ...args]
  return new Promise((resolve, reject) => {
    const { PATH, SOFTHSM2_CONF } = process.env
    const env = { PATH, TOKEN_PIN: token.pin, ...(SOFTHSM2_CONF ? { SOFTHSM2_CONF } : {}) }
    const child = spawn('pkcs11-tool', all, { env, stdio: ['pipe', 'pipe', 'pipe'], timeout: DEADLINE_MS })
    const out: Buffer[] = []
    const said: Buffer[] = []
    let size = 0
    const keep = (list: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length
      if (size > MOST_OUTPUT) child.kill('SIGKILL')
      else list.push(chunk)
    }
    child.stdout.on('data', keep(out))
    child.stderr.on('data', keep(said))
    child.stdin.on('error', () => {})
    child.on('error', (cause) => reject(new TokenError('pkcs11-tool could not be started', { cause })))
    child.on('close', (code) => {
      if (code === 0) resolve(new Uint8Array(Buffer.concat(out)))
      else
        reject(
          new TokenError(`the token refused (${code}): ${Buffer.concat(said).toString('utf8').trim().slice(-300)}`),
        )
    })
    child.stdin.end(input)
  })
}
