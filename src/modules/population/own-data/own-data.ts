import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type HeldDocument, listHeldDocuments } from '#modules/documents/index.ts'
import {
  type FamilyCardSnapshot,
  familyCardSnapshot,
  formatNik,
  getPerson,
  type HistoryRow,
  listHistoryOf,
  maskNik,
  openNik,
  type Person,
} from '#modules/people/index.ts'

/** Papers of the civil registry that a person holds. */
const templates = [
  'birth-certificate',
  'death-certificate',
  'civil-certificate',
  'family-card',
  'child-card',
  'moving-letter',
]

export interface OwnData {
  readonly person: Person
  readonly nik: string
  readonly card: FamilyCardSnapshot | undefined
  readonly history: readonly HistoryRow[]
  readonly documents: readonly HeldDocument[]
}

/** Everything that the register holds of a person, for himself. @param open numbers in full @throws not-found */
export async function readOwnData(tenant: Tenant, db: AnyHandle, personId: string, open: boolean): Promise<OwnData> {
  const person = await getPerson(db, personId)
  const hasCard = person.familyId !== undefined && person.status === 'active'
  const [card, history, documents] = await Promise.all([
    hasCard ? familyCardSnapshot(tenant, db, person.familyId as string) : undefined,
    listHistoryOf(db, { personId }),
    listHeldDocuments(db, [personId], templates),
  ])
  const nik = openNik(tenant, person)
  return { person, nik: open ? formatNik(nik) : maskNik(nik), card, history, documents }
}

/**
 * The same as a file: what a person may take along to wherever he likes.
 * @basis UU 27/2022 pasal 13 (hak mendapatkan dan memindahkan data pribadi)
 */
export function portableData({ person, nik, card, history, documents }: OwnData) {
  const { nikSealed: _sealed, id: _id, familyId: _family, checkReason: _check, ...facts } = person
  return {
    nik,
    ...facts,
    familyCard: card && {
      number: card.kkNumber,
      version: card.version,
      issuedOn: card.issuedOn,
      address: card.address,
      members: card.members.map(({ name, relation, birthOn }) => ({ name, relation, birthOn })),
    },
    events: history.map(({ kind, validOn, recordedAt, registerNumber, reason, after }) => ({
      kind,
      validOn,
      recordedAt: recordedAt.toString(),
      registerNumber,
      reason,
      after,
    })),
    documents: documents.map(({ title, number, issuedAt }) => ({ title, number, issuedAt: issuedAt.toString() })),
  }
}
