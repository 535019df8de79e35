import type { FormValues } from '#kernel/http/form-values.ts'
import { isId } from '#kernel/ids.ts'
import type { ChainInput } from './content-schema.ts'
import type { OpenLetter } from './letter-row.ts'

/** The chain of a letter in the shape in which commands take it. */
export function chainInputOf(letter: Pick<OpenLetter, 'steps' | 'posts'>): ChainInput {
  return letter.steps.map((step) => ({
    role: step.role,
    ...(step.kind ? { kind: step.kind } : {}),
    needed: step.needed,
    posts: letter.posts
      .filter((post) => post.step === step.step)
      .map((post) => ({
        positionId: post.position_id,
        ...(post.mandate_id ? { mandateId: post.mandate_id } : {}),
      })),
  }))
}

/** What one press of a button makes of a chain: a step up, down, away; or a new one where it belongs. */
export function changeChain(steps: ChainInput, form: FormValues): ChainInput {
  const [what, at] = form.get('langkah').split(':')
  const index = Number(at)
  const step = steps[index]
  if (step && what === 'naik' && index > 0) return swap(steps, index - 1)
  if (step && what === 'turun' && index < steps.length - 1) return swap(steps, index)
  if (step && what === 'hapus') return steps.filter((_, other) => other !== index)
  return what === 'tambah' ? withStep(steps, form) : steps
}

function swap(steps: ChainInput, at: number): ChainInput {
  const next = [...steps]
  const [first, second] = [next[at], next[at + 1]]
  if (first && second) next.splice(at, 2, second, first)
  return next
}

/** Initials go before the first signature, a signature to the end. */
function withStep(steps: ChainInput, form: FormValues): ChainInput {
  const posts = [...new Set(form.all('jabatan'))].filter(isId).map((positionId) => {
    const mandateId = form.get(`mandat-${positionId}`)
    return { positionId, ...(isId(mandateId) ? { mandateId } : {}) }
  })
  if (posts.length === 0) return steps
  const [role, kind] = form.get('untuk').split('-')
  const asked = Number(form.get('jumlah')) || posts.length
  const step: ChainInput[number] = {
    role: role === 'signature' ? 'signature' : 'paraf',
    ...(role === 'signature' ? {} : { kind: kind === 'coordination' ? 'coordination' : 'hierarchy' }),
    needed: Math.min(Math.max(1, Math.trunc(asked)), posts.length),
    posts,
  }
  const firstSignature = steps.findIndex((one) => one.role === 'signature')
  if (step.role === 'signature' || firstSignature < 0) return [...steps, step]
  return [...steps.slice(0, firstSignature), step, ...steps.slice(firstSignature)]
}
