/** An answer as a person or a test reads it. */
export interface TestPage {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** Where a redirect leads. */
  readonly location: string | undefined
  /** The body as it was sent. */
  readonly text: string
  /** What a person sees: no tags, entities read, white space as one space. */
  plain(): string
  /** First value of every field of the page's forms, as a browser would send them. */
  fields(): Readonly<Record<string, string>>
  json(): unknown
}

export function readPage(status: number, headers: Readonly<Record<string, unknown>>, text: string): TestPage {
  const { location } = headers
  return {
    status,
    headers,
    location: typeof location === 'string' ? location : undefined,
    text,
    plain: () => plainText(text),
    fields: () => fieldsOf(text),
    json: () => JSON.parse(text) as unknown,
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal: string, hex: string, name: string) => {
    if (name) return entities[name] ?? whole
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
  })
}

function plainText(html: string): string {
  const visible = html.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ')
  return decode(visible).replace(/\s+/g, ' ').trim()
}

function attributes(tag: string): Map<string, string> {
  const inner = tag.replace(/^<\w+/, '').replace(/\/?>$/, '')
  return new Map(
    [...inner.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map((match) => [match[1] as string, decode(match[2] ?? '')]),
  )
}

function fieldsOf(html: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [tag, , rest = ''] of html.matchAll(
    /<(input|textarea|select)\b[^>]*>(?:(?<=<(?:textarea|select)\b[^>]*>)([\s\S]*?)<\/\1>)?/g,
  )) {
    const opening = tag.slice(0, tag.length - rest.length).replace(/<\/\w+>$/, '')
    const own = attributes(opening.slice(0, opening.indexOf('>') + 1))
    const name = own.get('name')
    const type = own.get('type')
    const off = (type === 'checkbox' || type === 'radio') && !own.has('checked')
    if (!name || off || own.has('disabled') || name in found) continue
    if (tag.startsWith('<textarea')) found[name] = decode(rest)
    else if (tag.startsWith('<select')) found[name] = chosenOption(rest)
    else found[name] = own.get('value') ?? (type === 'checkbox' || type === 'radio' ? 'on' : '')
  }
  return found
}

function chosenOption(html: string): string {
  const options = [...html.matchAll(/<option\b[^>]*>([^<]*)/g)].map(([tag, label = '']) => {
    const own = attributes(tag.slice(0, tag.indexOf('>') + 1))
    return { value: own.get('value') ?? decode(label), selected: own.has('selected') }
  })
  return (options.find((option) => option.selected) ?? options[0])?.value ?? ''
}
