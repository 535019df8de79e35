/** "Kirana Ayu Hartono" as a stranger may see it: "K••••• A•• H••••••". */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const [first = '', ...rest] = [...word]
      return first + '•'.repeat(Math.min(rest.length, 6))
    })
    .join(' ')
}
