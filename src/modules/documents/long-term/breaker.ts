/** Why a service is not asked at all: it failed again and again a moment ago. */
export class ServiceResting extends Error {}

const FAILURES = 3
const SHORTEST_REST_MS = 15_000
const LONGEST_REST_MS = 15 * 60_000

/**
 * Keeps a service that does not answer from slowing down every signature: after some failures in a row it is left alone,
 * longer each time, then tried again once.
 */
export class Breaker {
  private failures = 0
  private restsUntil = 0
  private readonly clock: () => number

  constructor(clock: () => number = () => performance.now()) {
    this.clock = clock
  }

  get isResting(): boolean {
    return this.clock() < this.restsUntil
  }

  /** @throws ServiceResting without asking, or what the work throws */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isResting) throw new ServiceResting('The service is left alone for a moment')
    try {
      const result = await work()
      this.failures = 0
      return result
    } catch (error) {
      this.failures += 1
      const over = this.failures - FAILURES
      if (over >= 0)
        this.restsUntil = this.clock() + Math.min(LONGEST_REST_MS, SHORTEST_REST_MS * 2 ** Math.min(over, 10))
      throw error
    }
  }
}
