import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export interface CachedPage {
  readonly etag: string
  readonly body: Buffer
  readonly gzip: Buffer
  readonly brotli: Buffer
}

/**
 * Rendered public pages in memory, each with the tags of what it shows. A command drops tags at commit,
 * here at once and in other processes through NOTIFY. While the listening connection is down nothing is
 * cached, so a page is never older than the data for longer than a commit takes to be announced.
 */
export class PageCache {
  private readonly pages = new Map<string, { page: CachedPage; tags: readonly string[] }>()
  private listening = false
  /** Raised at every invalidation, so that a page rendered from older data is not stored afterwards. */
  private generation = 0

  constructor(private readonly limit = 2000) {}

  get(key: string): CachedPage | undefined {
    return this.pages.get(key)?.page
  }

  mark(): number {
    return this.generation
  }

  store(key: string, html: string, tags: readonly string[], mark: number): CachedPage {
    const page = compress(html)
    if (!this.listening || mark !== this.generation) return page
    if (this.pages.size >= this.limit) {
      const oldest = this.pages.keys().next().value
      if (oldest !== undefined) this.pages.delete(oldest)
    }
    this.pages.set(key, { page, tags })
    return page
  }

  drop(tags: readonly string[]): void {
    this.generation += 1
    for (const [key, entry] of this.pages) {
      if (entry.tags.some((tag) => tags.includes(tag))) this.pages.delete(key)
    }
  }

  setListening(listening: boolean): void {
    this.listening = listening
    this.generation += 1
    this.pages.clear()
  }

  get size(): number {
    return this.pages.size
  }
}

function compress(html: string): CachedPage {
  const body = Buffer.from(html)
  return {
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    body,
    gzip: gzipSync(body, { level: 9 }),
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  }
}
