import type { EventKind, FamilyRelation } from '../../domain.ts'
import type { Family, Person } from '../../queries/rows.ts'
import type { FamilyFacts, NewFamily, NewPerson, PersonFacts } from './fields.ts'

export interface EventOrigin {
  readonly now: Temporal.Instant
  /** What caused it: a case of the service engine, an import, the national register, an officer at the desk. */
  readonly source: {
    readonly kind: 'case' | 'import' | 'national' | 'desk' | 'notice' | 'move'
    readonly id?: string | undefined
  }
  readonly registerNumber?: string | undefined
  /** As the history of the people and of the card shows it: "Kelahiran, akta 9901-LU-23112026-0047". */
  readonly reason: string
  /** Village where it happened to them; decides who may read it. */
  readonly territoryCode: string
}

export interface EventDraft extends EventOrigin {
  readonly kind: EventKind
  /** ISO day on which it became true. */
  readonly validOn: string
  readonly voidsEventId?: string | undefined
}

export interface ClosedEvent {
  readonly eventId: string
  /** New version of each family card that changed. */
  readonly cards: ReadonlyMap<string, number>
}

/** One event being written. Everything lies in the calling command's transaction. */
export interface OpenEvent {
  readonly eventId: string
  /** Locked, as it stands after what this event did so far. @throws not-found */
  person(id: string): Promise<Person>
  /** Locked, with its card as it was before kept in the history. @throws not-found; conflict for a card that is closed */
  family(id: string): Promise<Family>
  /** The active people on the card, in its order, as they stand in this event. */
  members(familyId: string): Promise<readonly Person[]>
  /** @param validOn the day of the event when left out; a correction is true from an earlier one */
  changePerson(id: string, facts: PersonFacts, validOn?: string): Promise<Person>
  changeFamily(id: string, facts: FamilyFacts, validOn?: string): Promise<Family>
  /** @throws conflict when the NIK stands in the register already */
  addPerson(person: NewPerson): Promise<Person>
  openFamily(family: NewFamily): Promise<Family>
  /** Puts somebody last on a card; the card left behind is renewed too. Undefined: on no card. */
  moveMember(personId: string, familyId: string | undefined, relation: FamilyRelation): Promise<Person>
  /** Makes a member the head; how the others stand to him is worked out anew. @throws conflict for who is not on the card */
  setHead(familyId: string, personId: string): Promise<void>
  /** Gives a card a new version though nothing on it changes: the printed one is lost or damaged. */
  renew(familyId: string): Promise<Family>
  /** Renews each touched card once; a card left without anybody is closed, one left without a head gets the next. */
  close(): Promise<ClosedEvent>
}
