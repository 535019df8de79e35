import { type PlacedField, placedFields } from '../fields.ts'
import { askedWhen, canHold, everyCase, isPossible, surelyHolds, worldWhere } from '../proof/every-case.ts'
import type { World } from '../proof/world.ts'
import type { EvidenceItem, ServiceDefinition } from '../schema.ts'
import { type AddFault, type Fault, findingFaults } from './fault.ts'

const kindsFor: Readonly<Record<string, readonly string[]>> = {
  document: ['file', 'photo'],
  statement: ['statement', 'consent', 'signature'],
}

/** What is needed is asked for: every paper has a field of its kind, every alternative can be taken, none is left out. */
export function checkEvidence(definition: ServiceDefinition, world: World): Fault[] {
  const placed = placedFields(definition)
  return findingFaults((add) => {
    definition.evidence.allOf.forEach((node, index) => {
      const at = `evidence.${index + 1}`
      if (!('oneOf' in node)) {
        checkItem(node, at, placed, world, add)
        checkNeeded(node, at, placed, world, add)
        return
      }
      node.oneOf.forEach((item, place) => {
        checkItem(item, `${at}.${place + 1}`, placed, world, add)
      })
      checkAlternatives(node.oneOf, at, placed, world, add)
    })
  })
}

function fieldOf(item: EvidenceItem, placed: readonly PlacedField[]): PlacedField | undefined {
  return placed.find(({ field }) => field.id === item.field)
}

function checkItem(item: EvidenceItem, at: string, placed: readonly PlacedField[], world: World, add: AddFault): void {
  const found = fieldOf(item, placed)
  if (item.field && !found) {
    add(
      'unknown-field',
      at,
      `Bukti ini menyebut isian "${item.field}" yang tidak ada.`,
      `The evidence names unknown field "${item.field}".`,
    )
    return
  }
  const kinds = kindsFor[item.kind]
  if (kinds && !item.field && item.known === undefined) {
    add(
      'evidence-no-field',
      at,
      'Bukti ini tidak punya isian tempat memberikannya.',
      'The evidence has no field by which it is given.',
    )
  }
  if (item.kind === 'register' && !item.field && item.known === undefined) {
    add(
      'evidence-no-field',
      at,
      'Tidak disebut bagaimana register mengetahuinya ("known").',
      'It is not said how registers know it ("known").',
    )
  }
  if (kinds && found && !kinds.includes(found.field.kind)) {
    add(
      'evidence-kind',
      at,
      `Isian "${found.field.id}" bukan ${item.kind === 'document' ? 'dokumen' : 'pernyataan'}.`,
      `Field "${found.field.id}" is no ${item.kind}.`,
    )
  }
  const conditions = [item.when, ...(found?.conditions ?? [])]
  if (found && !isPossible(conditions, world, askedWhen(placed))) {
    add(
      'evidence-never',
      at,
      `Bukti ini tidak pernah dapat diberikan: isian "${found.field.id}" tersembunyi.`,
      `This evidence can never be given: field "${found.field.id}" stays hidden.`,
    )
  }
}

/** Needed always, or when its condition holds: then its field is asked, unless registers know. */
function checkNeeded(
  item: EvidenceItem,
  at: string,
  placed: readonly PlacedField[],
  world: World,
  add: AddFault,
): void {
  const found = fieldOf(item, placed)
  if (!found || found.conditions.length === 0 || item.known !== undefined || item.kind === 'register') return
  const conditions = [...found.conditions, ...(item.when === undefined ? [] : [item.when])]
  const cases = everyCase(conditions, world, askedWhen(placed))
  const missing = cases?.some((one) => {
    const needed = worldWhere([item.when], one)
    return needed !== undefined && !surelyHolds(found.conditions, needed)
  })
  if (missing) {
    add(
      'evidence-not-asked',
      at,
      `Bukti ini diperlukan, tetapi isian "${found.field.id}" tidak selalu ditanyakan; beri syarat yang sama.`,
      `This evidence is needed, but field "${found.field.id}" is not always asked; give both the same condition.`,
    )
  }
}

function checkAlternatives(
  items: readonly EvidenceItem[],
  at: string,
  placed: readonly PlacedField[],
  world: World,
  add: AddFault,
): void {
  const ways = items.map((item) =>
    [item.when, ...(fieldOf(item, placed)?.conditions ?? [])].filter((when) => when !== undefined),
  )
  if (ways.some((way, index) => way.length === 0 || items[index]?.known !== undefined)) return
  const none = ways.map((way) => `!(${way.map((when) => `(${when})`).join(' && ')})`)
  const cases = everyCase(ways.flat(), world, askedWhen(placed))
  if (cases?.some((one) => canHold(none, one))) {
    add(
      'evidence-gap',
      at,
      'Ada jawaban yang tidak menyisakan satu bukti pun untuk diberikan.',
      'Some answers leave none of these alternatives to give.',
    )
  }
}
