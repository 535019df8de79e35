/** A pattern for `ilike` in which what a person types is no pattern. */
export function containing(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`
}
