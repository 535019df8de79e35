import type { TemplateContent } from './template.ts'

/** Parts of a template that its history names. */
export const contentParts = [
  'name',
  'kind',
  'layout',
  'title',
  'letterhead',
  'paper',
  'act',
  'register',
  'signers',
  'fields',
  'source',
] as const
export type ContentPart = (typeof contentParts)[number]

/** What differs between two versions. */
export function changedParts(before: TemplateContent, after: TemplateContent): ContentPart[] {
  const value = (content: TemplateContent, part: ContentPart) =>
    inOrder(part === 'layout' ? [content.layout, content.arrangement ?? null] : (content[part] ?? null))
  return contentParts.filter((part) => value(before, part) !== value(after, part))
}

/** JSON with the keys in order: the database gives them back in another. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

const mostCompared = 2000

/** Two texts line by line, by their longest common sequence; longer ones are compared as a whole behind their like heads. */
export function compareLines(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const same = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: 'same', text }))
  return [
    ...same(a.slice(0, head)),
    ...compareMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ]
}

function compareMiddle(a: readonly string[], b: readonly string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ kind: 'removed', text })
  const added = (text: string): DiffLine => ({ kind: 'added', text })
  if (a.length > mostCompared || b.length > mostCompared) return [...a.map(removed), ...b.map(added)]
  // lengths[i][j]: longest common sequence of a from i and b from j.
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const [row, below] = [lengths[i] as Uint16Array, lengths[i + 1] as Uint16Array]
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number)
    }
  }
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i] as string })
      i += 1
      j += 1
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) lines.push(removed(a[i++] as string))
    else lines.push(added(b[j++] as string))
  }
  return [...lines, ...a.slice(i).map(removed), ...b.slice(j).map(added)]
}

/** Only what changed and a few lines around it; `undefined` stands for lines left out. */
export function nearChanges(lines: readonly DiffLine[], around = 3): (DiffLine | undefined)[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some((line) => line.kind !== 'same'),
  )
  return lines.flatMap((line, index) => {
    if (near[index]) return [line]
    return index === 0 || near[index - 1] ? [undefined] : []
  })
}
