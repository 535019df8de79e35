/** Crockford base 32: no I, L, O, U. Capitals and digits take the fewest modules in a QR. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Five bits a letter; the last letter is filled up with zeros. */
export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let count = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    count += 8
    while (count >= 5) {
      count -= 5
      text += alphabet[(held >> count) & 31]
    }
    held &= (1 << count) - 1
  }
  return count > 0 ? text + alphabet[(held << (5 - count)) & 31] : text
}

/** Undefined for any other letter, and for a text that no bytes give: each statement is written in one way only. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let held = 0
  let count = 0
  let at = 0
  for (const letter of text) {
    const digit = alphabet.indexOf(letter)
    if (digit === -1) return undefined
    held = (held << 5) | digit
    count += 5
    if (count >= 8) {
      count -= 8
      bytes[at++] = held >> count
      held &= (1 << count) - 1
    }
  }
  return count < 5 && held === 0 ? bytes : undefined
}
