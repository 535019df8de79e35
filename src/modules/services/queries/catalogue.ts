import type { AnyHandle } from '#kernel/db/database.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { listServices } from '../definition/store.ts'

/**
 * Services that fit what somebody typed, best first; tolerant of typing errors and of other words for the
 * same thing. An empty text lists all.
 */
export async function searchServices(db: AnyHandle, text: string, today: string): Promise<ServiceDefinition[]> {
  const services = await listServices(db, today)
  const wanted = plain(text)
  if (!wanted) return [...services].sort((a, b) => a.title.id.localeCompare(b.title.id, 'id'))
  return services
    .map((service) => ({ service, score: scoreOf(service, wanted) }))
    .filter((row) => row.score > 0.34)
    .sort((a, b) => b.score - a.score)
    .map((row) => row.service)
}

/** 1 = the very words; around 0.5 = most of the letters. */
function scoreOf(service: ServiceDefinition, wanted: string): number {
  const names = [service.title.id, service.title.en, ...service.keywords].map(plain)
  return Math.max(...names.map((name) => likeness(name, wanted)), likenessOfWords(names, wanted))
}

function likeness(name: string, wanted: string): number {
  if (name === wanted) return 1
  if (name.startsWith(wanted) || wanted.startsWith(name)) return 0.9
  return trigramShare(name, wanted)
}

/** Every word of the question that occurs in some name counts. */
function likenessOfWords(names: readonly string[], wanted: string): number {
  const words = wanted.split(' ').filter((word) => word.length > 2)
  if (words.length === 0) return 0
  const all = names.flatMap((name) => name.split(' '))
  const hits = words.filter((word) => all.some((other) => other === word || trigramShare(other, word) > 0.55))
  return (hits.length / words.length) * 0.8
}

function trigramShare(a: string, b: string): number {
  const left = trigrams(a)
  const right = trigrams(b)
  const common = [...left].filter((part) => right.has(part)).length
  return common / (left.size + right.size - common || 1)
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)))
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 100)
}
