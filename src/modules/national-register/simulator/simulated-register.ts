import type {
  AnnouncedChange,
  Announcement,
  AnnounceOutcome,
  NationalPerson,
  RefusalCode,
} from '../port/national-register.ts'

export interface SimulatedOptions {
  readonly now: () => Temporal.Instant
  /** Whom it knows before anything is announced. */
  find(nik: string): Promise<NationalPerson | undefined>
}

type Said = Exclude<AnnounceOutcome, { readonly kind: 'away' }>

/** The made-up national register behind its interfaces: people, numbers given out, and what it was told, in order. */
export class SimulatedRegister {
  readonly options: SimulatedOptions
  /** Everything that it accepted, in the order in which it took effect. */
  readonly accepted: Announcement[] = []
  /** How often something was told that it knew already. */
  repeated = 0
  readonly enrolments = new Map<string, string>()
  private readonly answers = new Map<string, Said>()
  private readonly people = new Map<string, NationalPerson>()
  private readonly numbers = new Map<string, string>()
  private readonly sequences = new Map<string, number>()
  private references = 0
  private turn: Promise<unknown> = Promise.resolve()

  constructor(options: SimulatedOptions) {
    this.options = options
  }

  async person(nik: string): Promise<NationalPerson | undefined> {
    return this.people.get(nik) ?? (await this.options.find(nik))
  }

  /** For tests: what stands there from now on. */
  put(person: NationalPerson): void {
    this.people.set(person.nik, person)
  }

  /** One after the other, as in one register. A refusal is not kept: the same event may come again, corrected. */
  announce(event: Announcement): Promise<Said> {
    const said = this.turn.then(() => this.take(event))
    this.turn = said.catch(() => {})
    return said
  }

  private async take(event: Announcement): Promise<Said> {
    const known = this.answers.get(event.eventId)
    if (known) {
      this.repeated += 1
      return known
    }
    const refusal = await this.refusalOf(event)
    if (refusal) return refusal
    for (const change of event.changes) await this.apply(event, change)
    this.references += 1
    const said: Said = { kind: 'accepted', reference: `SIAK-${String(this.references).padStart(6, '0')}`, differs: [] }
    this.accepted.push(event)
    this.answers.set(event.eventId, said)
    return said
  }

  private async refusalOf(event: Announcement): Promise<Said | undefined> {
    const refuse = (code: RefusalCode, words: string, theirs: readonly NationalPerson[] = []): Said => ({
      kind: 'refused',
      code,
      words,
      theirs,
    })
    for (const { nik, name, entered } of event.changes) {
      if (!nik) continue
      const theirs = await this.person(nik)
      if (!theirs) {
        if (!entered) return refuse('unknown-person', 'NIK tidak ditemukan di pusat')
        continue
      }
      const isSame = sameName(theirs.fullName, name)
      if (entered && !isSame) return refuse('already-registered', 'NIK sudah dipakai penduduk lain', [theirs])
      // An officer's word for it is believed.
      if (event.note) continue
      if (!isSame) return refuse('name-differs', 'Nama tidak sesuai dengan data pusat', [theirs])
      if (event.kind === 'death' && theirs.diedOn) return refuse('already-dead', 'Sudah tercatat meninggal', [theirs])
    }
    return undefined
  }

  private async apply(event: Announcement, { nik, name, entered, after }: AnnouncedChange): Promise<void> {
    if (!nik) return
    const before = (await this.person(nik)) ?? { nik }
    const text = (field: string) => (typeof after[field] === 'string' ? (after[field] as string) : undefined)
    // Who was believed with an officer's word is written so from then on.
    const believed = event.note ? name : undefined
    this.people.set(nik, {
      ...before,
      fullName: text('fullName') ?? believed ?? before.fullName ?? name,
      birthPlace: text('birthPlace') ?? before.birthPlace,
      birthOn: text('birthOn') ?? before.birthOn,
      motherName: text('motherName') ?? before.motherName,
      kkNumber: text('kkNumber') ?? before.kkNumber,
      diedOn: text('diedOn') ?? before.diedOn,
      ...(entered ? { sex: text('sex') === 'female' ? 'female' : 'male' } : {}),
    })
  }

  /** The next free number of a prefix; the same again for the same request. */
  async allocate(requestId: string, prefix: string): Promise<string> {
    const known = this.numbers.get(requestId)
    if (known) return known
    for (;;) {
      const sequence = (this.sequences.get(prefix) ?? 0) + 1
      this.sequences.set(prefix, sequence)
      const number = `${prefix}${String(sequence).padStart(4, '0')}`
      if (await this.person(number)) continue
      this.numbers.set(requestId, number)
      return number
    }
  }
}

export const sameName = (a: string | undefined, b: string | undefined): boolean =>
  plain(a ?? '') === plain(b ?? '') || !a || !b

const plain = (name: string): string =>
  name
    .toUpperCase()
    .replace(/[^A-Z]+/g, ' ')
    .trim()
