/** The element id that belongs to a field name: `members[0].nik` becomes `f-members-0-nik`. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_]+/g, '-').replace(/^-+|-+$/g, '')}`
}
