/** A sentence that goes on with a title or label: names such as "KTP" and the respectful "Anda" keep their capitals. */
export function lowerFirst(text: string): string {
  return /^(\p{Lu}{2}|Anda\b)/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
