/** A mobile or fixed number in Indonesia as people type it, in international form; undefined when it is none. */
export function readPhone(typed: string): string | undefined {
  const plain = typed.replace(/[\s().-]+/g, '')
  const match = /^(?:\+62|62|0)([1-9]\d{7,12})$/.exec(plain)
  return match ? `+62${match[1]}` : undefined
}

/** +6281234567890 as 0812-3456-7890. */
export function formatPhone(phone: string): string {
  const local = phone.replace(/^\+62/, '0')
  return local.replace(/^(\d{4})(\d{4})(\d+)$/, '$1-$2-$3')
}

const address = /^[^\s@<>"(),:;\\]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i

export function readEmail(typed: string): string | undefined {
  const plain = typed.trim()
  return plain.length <= 200 && address.test(plain) ? plain : undefined
}
