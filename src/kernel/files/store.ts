import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Disk } from 'flydrive'
import type { Config } from '../config.ts'

/**
 * Content-addressed bytes of one tenant, on disk or in S3. The key is the SHA-256 of the content, so
 * writing twice is harmless and a file can never be changed under its name.
 */
export interface FileStore {
  put(bytes: Uint8Array): Promise<string>
  get(hash: string): Promise<Uint8Array>
  has(hash: string): Promise<boolean>
  remove(hash: string): Promise<void>
}

export function createFileStore(config: Config, tenantId: string): FileStore {
  // The drivers are loaded at first use: the S3 client alone would double the memory of an idle server.
  let opened: Promise<Disk> | undefined
  const disk = () => {
    opened ??= openDisk(config, tenantId)
    return opened
  }
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const drive = await disk()
      if (!(await drive.exists(keyOf(hash)))) await drive.put(keyOf(hash), bytes)
      return hash
    },
    async get(hash) {
      return (await disk()).getBytes(keyOf(hash))
    },
    async has(hash) {
      return (await disk()).exists(keyOf(hash))
    },
    async remove(hash) {
      await (await disk()).delete(keyOf(hash))
    },
  }
}

function keyOf(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('a file is named by its SHA-256')
  return `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`
}

async function openDisk(config: Config, tenantId: string): Promise<Disk> {
  const { Disk } = await import('flydrive')
  if (config.s3) {
    const { S3Driver } = await import('flydrive/drivers/s3')
    return new Disk(
      new S3Driver({
        bucket: config.s3.bucket,
        region: config.s3.region,
        ...(config.s3.endpoint ? { endpoint: config.s3.endpoint, forcePathStyle: true } : {}),
        credentials: { accessKeyId: config.s3.keyId, secretAccessKey: config.s3.secret },
        visibility: 'private',
        supportsACL: false,
      }),
    )
  }
  const { FSDriver } = await import('flydrive/drivers/fs')
  return new Disk(new FSDriver({ location: join(config.dataDir, 'files', tenantId), visibility: 'private' }))
}
