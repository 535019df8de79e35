import type { Random } from '../../../demo/random.ts'
import type { Manner } from '../domain.ts'
import type { DemoOfficial } from './officials.ts'
import type { DemoPosition } from './positions.ts'

export interface DemoAssignment {
  readonly position: DemoPosition
  readonly official: DemoOfficial
  readonly manner: Manner
  readonly decreeNumber: string
  readonly decreeOn: Temporal.PlainDate
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate | undefined
}

type Day = Temporal.PlainDate

/** Leading posts without a holder: with a Plt of the same unit, or with nobody at all. */
const vacancies: Readonly<Record<string, 'plt' | 'plt-ends-next-week' | 'nobody'>> = {
  'Kepala Dinas Kepemudaan dan Olahraga': 'plt-ends-next-week',
  'Kepala Dinas Perhubungan': 'plt',
  'Kepala Bidang Rehabilitasi Sosial': 'plt',
  'Kepala Bidang Usaha Ekonomi Masyarakat Desa': 'plt',
  'Kepala Bidang Penagihan dan Pengawasan': 'nobody',
}
/** Leading posts whose holder is away for some days: from and to, counted from today. */
const absences: Readonly<Record<string, readonly [from: number, to: number]>> = {
  'Camat Wanasari': [-2, 4],
  'Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu': [6, 13],
}

const latestOf = (a: Day, b: Day): Day => (Temporal.PlainDate.compare(a, b) > 0 ? a : b)
const earliestOf = (a: Day, b: Day): Day => (Temporal.PlainDate.compare(a, b) < 0 ? a : b)

/** Who holds which post, now and over the past five years, with decrees. */
export class AssignmentBook {
  readonly list: DemoAssignment[] = []
  private readonly current = new Map<DemoPosition, DemoAssignment>()
  private readonly decrees = new Map<number, number>()

  constructor(
    private readonly today: Day,
    private readonly random: Random,
  ) {}

  /** @param officials in the order of the posts they fill; known people are found by their key */
  fill(positions: readonly DemoPosition[], officials: readonly DemoOfficial[]): void {
    const waiting = officials.filter((official) => !official.known)
    for (const position of positions) {
      if (position.title in vacancies) continue
      const official = position.holder ? officials.find((each) => each.known === position.holder) : waiting.shift()
      if (official) this.appoint(position, official)
    }
    for (const position of positions) this.substitute(position, positions)
    this.addHistory()
  }

  private appoint(position: DemoPosition, official: DemoOfficial): void {
    const { today, random } = this
    const earliest = official.joinedOn.add({ days: 30 })
    // Dated by the guide, which quotes the decree.
    const wening = position.holder === 'wening'
    const from = wening
      ? Temporal.PlainDate.from('2025-02-03')
      : latestOf(earliest, today.subtract({ days: random.between(60, 1750) }))
    const decreeOn = from.subtract({ days: wening ? 4 : random.between(3, 14) })
    const assignment: DemoAssignment = {
      position,
      official,
      manner: 'definitif',
      decreeNumber: wening ? '821.2/17/2025' : this.decree(position.rank <= 40 ? '821.2' : '821.3', decreeOn),
      decreeOn,
      from,
      to: undefined,
    }
    this.list.push(assignment)
    this.current.set(position, assignment)
  }

  /** Plt for a vacant post, Plh for a holder who is away. @basis UU 30/2014 pasal 14; SE BKN 1/SE/I/2021 */
  private substitute(position: DemoPosition, positions: readonly DemoPosition[]): void {
    const vacancy = vacancies[position.title]
    const absence = absences[position.title]
    if (absence ? !this.current.has(position) : !vacancy || vacancy === 'nobody') return
    const root = position.unitPath.split('.')[0]
    const stand = positions.find(
      (each) => each !== position && each.rank <= 30 && each.unitPath.split('.')[0] === root && this.current.has(each),
    )
    const official = stand && this.current.get(stand)?.official
    if (!official) return
    const [start, end] = absence ?? [-40, vacancy === 'plt-ends-next-week' ? 7 : 50]
    const from = this.today.add({ days: start })
    const decreeOn = earliestOf(from, this.today).subtract({ days: 3 })
    this.list.push({
      position,
      official,
      manner: absence ? 'plh' : 'plt',
      decreeNumber: this.decree('821.29', decreeOn),
      decreeOn,
      from,
      to: this.today.add({ days: end }),
    })
  }

  /** Every fourth leading post had another holder before, who has since moved to the post of today. */
  private addHistory(): void {
    const leading = [...this.current.values()].filter((assignment) => assignment.position.rank <= 40)
    leading.forEach((assignment, index) => {
      const mover = leading[(index + 7) % leading.length]
      if (index % 4 !== 0 || !mover || mover === assignment || mover.position.holder) return
      const to = earliestOf(assignment.from, mover.from).subtract({ days: 1 })
      const from = to.subtract({ days: this.random.between(300, 900) })
      if (Temporal.PlainDate.compare(from, mover.official.joinedOn) < 0) return
      this.list.push({
        position: assignment.position,
        official: mover.official,
        manner: 'definitif',
        decreeNumber: this.decree('821.2', from),
        decreeOn: from.subtract({ days: 5 }),
        from,
        to,
      })
    })
  }

  private decree(kind: string, on: Day): string {
    // Numbers below 100 of a year are kept for those that the guide quotes.
    const number = (this.decrees.get(on.year) ?? 99) + 1
    this.decrees.set(on.year, number)
    return `${kind}/${number}/${on.year}`
  }
}
