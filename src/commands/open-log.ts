import type { OpenLog } from '#kernel/proof-log/download-log.ts'
import { ProofRefused } from '#kernel/proof-log/verify.ts'
import type { WatchedLog } from '#kernel/proof-log/witness-head.ts'

const patienceMs = 20_000
const triesWhenBusy = 20

/** Where the open log of a region lies, from its address or from that of the log itself. */
export function logAddress(region: string): string {
  return `${region.replace(/\/+$/, '').replace(/\/bukti\/log$/, '')}/bukti/log`
}

/** The open addresses of a region's log, over the network. */
export function openLogAt(region: string): OpenLog & WatchedLog {
  const at = (path: string) => `${logAddress(region)}/${path}`
  const text = async (path: string) => (await answerOf(at(path))).text()
  return {
    text,
    bytes: async (path) => Buffer.from(await (await answerOf(at(path))).arrayBuffer()),
    checkpoint: () => text('checkpoint'),
    async consistency(first, second) {
      const { consistency } = JSON.parse(await text(`consistency?first=${first}&second=${second}`)) as {
        consistency?: unknown
      }
      if (!Array.isArray(consistency)) throw new ProofRefused('the log gave no proof of consistency')
      return consistency.map((hash) => Buffer.from(String(hash), 'base64'))
    },
    async submit(note) {
      await answerOf(at('cosignature'), { method: 'POST', headers: { 'content-type': 'text/plain' }, body: note })
    },
  }
}

/** A good answer; when the region asks for patience, it is given. */
async function answerOf(url: string, init: RequestInit = {}): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) })
    if (answer.ok) return answer
    const seconds = Number(answer.headers.get('retry-after') ?? 0)
    if (answer.status !== 429 || tries > triesWhenBusy) {
      throw new Error(`${url} answered ${answer.status}: ${(await answer.text()).trim().slice(0, 300)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(seconds, 1), 90) * 1000))
  }
}
