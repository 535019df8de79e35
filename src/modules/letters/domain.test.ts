import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  approve,
  type Chain,
  type ChainStep,
  chainFault,
  currentStep,
  edit,
  giveBack,
  giveUp,
  isComplete,
  openTurns,
  recall,
  signaturesWanted,
  skip,
  submit,
  withdraw,
} from './domain.ts'

const paraf = (posts: string[], needed = posts.length): ChainStep => ({ role: 'paraf', needed, posts })
const signature = (posts: string[], needed = posts.length): ChainStep => ({ role: 'signature', needed, posts })
const start = (...steps: ChainStep[]): Chain => ({ steps, state: 'draft', hash: 'h1', approvals: [], skips: [] })
const codeOf = (attempt: () => unknown): string => {
  try {
    attempt()
    return 'done'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a chain', () => {
  it('goes from paraf to signature to the issue', () => {
    let chain = submit(start(paraf(['kabid']), paraf(['sekretaris']), signature(['kadis'])))
    expect(openTurns(chain)).toEqual([{ step: 0, post: 'kabid', role: 'paraf' }])
    chain = approve(approve(chain, 'kabid', 'paraf', 'h1'), 'sekretaris', 'paraf', 'h1')
    expect(openTurns(chain)).toEqual([{ step: 2, post: 'kadis', role: 'signature' }])
    chain = approve(chain, 'kadis', 'signature', 'h1')
    expect(chain.state).toBe('issued')
    expect(withdraw(chain).state).toBe('withdrawn')
  })

  it('is refused out of order, twice, and on another version', () => {
    const chain = submit(start(paraf(['a', 'b']), signature(['c'])))
    expect(codeOf(() => approve(chain, 'c', 'signature', 'h1'))).toBe('wrong-state')
    expect(codeOf(() => approve(chain, 'a', 'paraf', 'h0'))).toBe('conflict')
    expect(codeOf(() => approve(approve(chain, 'a', 'paraf', 'h1'), 'a', 'paraf', 'h1'))).toBe('wrong-state')
    expect(codeOf(() => approve(start(signature(['c'])), 'c', 'signature', 'h1'))).toBe('wrong-state')
  })

  it('n of m is done by exactly n, and the rest lose their turn', () => {
    let chain = submit(start(paraf(['a', 'b', 'c'], 2), signature(['d'])))
    chain = approve(chain, 'c', 'paraf', 'h1')
    expect(openTurns(chain).map((turn) => turn.post)).toEqual(['a', 'b'])
    chain = approve(chain, 'a', 'paraf', 'h1')
    expect(openTurns(chain).map((turn) => turn.post)).toEqual(['d'])
    expect(codeOf(() => approve(chain, 'b', 'paraf', 'h1'))).toBe('wrong-state')
  })

  it('an edit voids what was approved and begins anew', () => {
    let chain = approve(submit(start(paraf(['a']), signature(['b']))), 'a', 'paraf', 'h1')
    chain = edit(chain, 'h2')
    expect(chain.approvals).toEqual([])
    expect(openTurns(chain)).toEqual([{ step: 0, post: 'a', role: 'paraf' }])
  })

  it('goes back to a step, keeping what came before it, or to the drafter, keeping nothing', () => {
    let chain = submit(start(paraf(['a']), paraf(['b']), paraf(['c']), signature(['d'])))
    for (const post of ['a', 'b']) chain = approve(chain, post, 'paraf', 'h1')
    const toSecond = giveBack(chain, 'c', 1)
    expect(openTurns(toSecond)).toEqual([{ step: 1, post: 'b', role: 'paraf' }])
    expect(toSecond.approvals.map((approval) => approval.post)).toEqual(['a'])
    expect(codeOf(() => giveBack(chain, 'c', 2))).toBe('wrong-state')
    expect(giveBack(chain, 'c')).toMatchObject({ state: 'returned', approvals: [] })
    expect(recall(chain)).toMatchObject({ state: 'draft', approvals: [] })
  })

  it('a vacant post is passed over, but never the last who signs', () => {
    const chain = submit(start(paraf(['a', 'b']), signature(['c', 'd'])))
    let skipped = approve(skip(chain, 'a'), 'b', 'paraf', 'h1')
    expect(openTurns(skipped).map((turn) => turn.post)).toEqual(['c', 'd'])
    skipped = skip(skipped, 'c')
    expect(signaturesWanted(skipped)).toBe(1)
    expect(codeOf(() => skip(skipped, 'd'))).toBe('wrong-state')
  })

  it('half-signed it can no longer be edited, returned or abandoned, only voided', () => {
    const chain = approve(submit(start(signature(['a', 'b']))), 'a', 'signature', 'h1')
    expect(chain.state).toBe('signing')
    for (const attempt of [() => edit(chain, 'h2'), () => recall(chain), () => giveBack(chain, 'b')])
      expect(codeOf(attempt)).toBe('wrong-state')
    expect(giveUp(chain).state).toBe('void')
  })

  it.each([
    ['empty', []],
    ['no-signature', [paraf(['a'])]],
    ['paraf-after-signature', [signature(['a']), paraf(['b'])]],
    ['empty-step', [signature([])]],
    ['needed', [signature(['a'], 2)]],
    ['needed', [signature(['a'], 0)]],
    ['twice', [signature(['a', 'a'])]],
    ['twice', [signature(['a']), signature(['a'])]],
    ['too-long', Array.from({ length: 13 }, () => signature(['a']))],
  ] as const)('%s is told before it is sent', (fault, steps) => {
    expect(chainFault(steps)).toBe(fault)
  })
})

describe('whatever comes in whatever order', () => {
  const posts = ['a', 'b', 'c', 'd', 'e', 'f']
  const group = fc.shuffledSubarray(posts, { minLength: 1, maxLength: 4 })
  const counted = group.chain((chosen) =>
    fc.record({ posts: fc.constant(chosen), needed: fc.integer({ min: 1, max: chosen.length }) }),
  )
  const chains = fc
    .tuple(fc.array(counted, { maxLength: 3 }), fc.array(counted, { minLength: 1, maxLength: 2 }))
    .map(([before, signers]) => [
      ...before.map((step) => ({ ...step, role: 'paraf' as const })),
      ...signers.map((step) => ({ ...step, role: 'signature' as const })),
    ])
    .filter((steps) => chainFault(steps) === undefined)
  const post = fc.constantFrom(...posts)
  const acts = fc.array(
    fc.oneof(
      { weight: 12, arbitrary: fc.record({ kind: fc.constantFrom('paraf', 'signature'), post, old: fc.boolean() }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit') }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('back', 'skip'), post }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('back-to'), post, step: fc.nat(4) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('recall', 'submit', 'give-up') }) },
    ),
    { maxLength: 60 },
  )
  type Act = { kind: string; post?: string; old?: boolean; step?: number }

  const apply = (chain: Chain, act: Act, fresh: () => string): Chain => {
    const who = act.post ?? ''
    switch (act.kind) {
      case 'paraf':
      case 'signature':
        return approve(chain, who, act.kind, act.old ? 'h-old' : chain.hash)
      case 'edit':
        return edit(chain, fresh())
      case 'back':
        return giveBack(chain, who)
      case 'back-to':
        return giveBack(chain, who, act.step)
      case 'skip':
        return skip(chain, who)
      case 'recall':
        return recall(chain)
      case 'submit':
        return submit(chain)
      default:
        return giveUp(chain)
    }
  }

  it('no signature stands without all parafs on the same version; n of m is exact; nobody approves twice', () => {
    fc.assert(
      fc.property(chains, acts, (steps, list) => {
        let chain = submit(start(...steps))
        let edits = 0
        for (const act of list) {
          const before = chain
          try {
            chain = apply(chain, act, () => `h-${++edits}`)
          } catch {
            expect(chain).toBe(before)
            continue
          }
          if (chain.hash !== before.hash) expect(chain.approvals).toEqual([])
          for (const approval of chain.approvals) expect(approval.hash).toBe(chain.hash)
          const keys = chain.approvals.map((approval) => `${approval.step} ${approval.post}`)
          expect(new Set(keys).size).toBe(keys.length)
          for (const [at, step] of chain.steps.entries()) {
            const given = chain.approvals.filter((approval) => approval.step === at)
            const skipped = chain.skips.filter((one) => one.step === at).length
            const needed = Math.min(step.needed, step.posts.length - skipped)
            expect(given.length).toBeLessThanOrEqual(needed)
            // Nobody of a later step has acted while this one is not done.
            if (given.length < needed) expect(chain.approvals.filter((one) => one.step > at)).toEqual([])
          }
          expect(chain.state === 'issued').toBe(isComplete(chain) && chain.state !== 'running')
          if (chain.state === 'running') {
            expect(chain.approvals.filter((one) => steps[one.step]?.role === 'signature')).toEqual([])
            expect(openTurns(chain).length).toBeGreaterThan(0)
          }
          if (chain.state === 'issued') expect(currentStep(chain)).toBe(steps.length)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('a group ends the same in every order of its members', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(posts, { minLength: 6, maxLength: 6 }), (order) => {
        let chain = submit(start(paraf(posts, 4), signature(['z'])))
        let done = 0
        for (const who of order) {
          const attempt = codeOf(() => {
            chain = approve(chain, who, 'paraf', 'h1')
          })
          if (attempt === 'done') done += 1
        }
        expect(done).toBe(4)
        expect(openTurns(chain).map((turn) => turn.post)).toEqual(['z'])
      }),
    )
  })
})
