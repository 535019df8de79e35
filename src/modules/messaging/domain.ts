/** Ways out of the house, besides the inbox, in which every message stands. */
export const channels = ['whatsapp', 'email'] as const
export type Channel = (typeof channels)[number]

export const deliveryStates = ['queued', 'sending', 'sent', 'delivered', 'read', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

const rank: Readonly<Record<DeliveryState, number>> = {
  queued: 0,
  sending: 1,
  sent: 2,
  failed: 3,
  delivered: 4,
  read: 5,
}

/**
 * Whether news of a channel moves a delivery on. News come late, twice and in any order: a message that was
 * read has been delivered, whatever is told afterwards; one that failed may still turn out to have arrived.
 */
export function movesOn(now: DeliveryState, news: DeliveryState): boolean {
  return rank[news] > rank[now]
}

/** The channels to try, the wished one first, as far as there is an address. */
export function channelOrder(
  wished: Channel,
  reachable: Readonly<Record<Channel, boolean>>,
  tried: readonly Channel[] = [],
): Channel[] {
  const order: Channel[] = wished === 'whatsapp' ? ['whatsapp', 'email'] : ['email', 'whatsapp']
  return order.filter((channel) => reachable[channel] && !tried.includes(channel))
}

/** "+6281234567834" as "0812-••••-••34". */
export function maskPhone(phone: string): string {
  const local = phone.replace(/^\+62/, '0')
  return `${local.slice(0, 4)}-••••-••${local.slice(-2)}`
}

/** "sekar@warga.example" as "s••••@warga.example". */
export function maskEmail(address: string): string {
  const [name = '', domain = ''] = address.split('@')
  return `${name.slice(0, 1)}••••@${domain}`
}

/** Names in braces, in the order in which they first stand in a text. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string))]
}

/** How long a call to a channel whose outcome was lost may still bring news before it is made again. */
export const silenceAfterCrash = { minutes: 3 } as const
export const mostAttempts = 8
