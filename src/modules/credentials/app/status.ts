import { bytesOf, type ReadCard } from './card-text.ts'

/**
 * Whether the region has ended a card, read from its public list: so the region does not learn which card was looked at.
 * @returns undefined when the list cannot be reached
 */
export async function isRevoked(card: ReadCard): Promise<boolean | undefined> {
  if (!card.status || new URL(card.status.uri).origin !== location.origin) return undefined
  try {
    const response = await fetch(card.status.uri, { cache: 'no-cache' })
    if (!response.ok) return undefined
    const [, payload = ''] = (await response.text()).split('.')
    const { status_list: list } = JSON.parse(new TextDecoder().decode(bytesOf(payload))) as {
      readonly status_list: { readonly lst: string }
    }
    const stream = new Blob([bytesOf(list.lst)]).stream().pipeThrough(new DecompressionStream('deflate'))
    const bits = new Uint8Array(await new Response(stream).arrayBuffer())
    const byte = bits[card.status.idx >> 3]
    return byte === undefined ? undefined : ((byte >> (card.status.idx & 7)) & 1) === 1
  } catch {
    return undefined
  }
}
