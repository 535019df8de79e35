/**
 * Work that found others at the same rows waits here for its turn, one after another, instead of undoing each other's. Of
 * one process: those of other processes still meet in the database.
 */
export class Lines {
  private readonly lines = new Map<string, { last: Promise<unknown>; length: number }>()

  /** Somebody is at work or waits in this line. */
  isBusy(name: string): boolean {
    return this.lines.has(name)
  }

  /** Runs the work when all that came before it are done, whatever became of them. */
  async wait<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const line = this.lines.get(name) ?? { last: Promise.resolve(), length: 0 }
    this.lines.set(name, line)
    const turn = line.last.then(work, work)
    line.last = turn.catch(() => undefined)
    line.length += 1
    try {
      return await turn
    } finally {
      line.length -= 1
      if (line.length === 0) this.lines.delete(name)
    }
  }
}
