import type { OutsideEndpoint } from '#kernel/outside/call-service.ts'
import type { NationalRegister } from '../port/national-register.ts'
import { answers, gatewayPaths } from './gateway-schemas.ts'
import { ask, isAway, shaped } from './read-answer.ts'

/** What of the port the gateway speaks: all but the verification of elements, which has a service of its own. */
export type Gateway = Omit<NationalRegister, 'verifyNik'>

const QUICK_MS = 10_000

/** The writing side, over the gateway that docs/guides/national-register.md describes. */
export function openGateway(endpoint: OutsideEndpoint, faceThreshold: number): Gateway {
  const post = (path: string, body: unknown, key: string) => ({
    method: 'POST' as const,
    path,
    body,
    headers: { 'idempotency-key': key },
  })
  const allocate = (path: string, wanted: { readonly requestId: string }) =>
    ask(endpoint, post(path, wanted, wanted.requestId), (answer) => {
      const said = shaped(answer, answers.number, ({ requestId }) => requestId === wanted.requestId)
      if (isAway(said)) return said
      return said.status === 'granted'
        ? { kind: 'granted' as const, number: said.number }
        : { kind: 'refused' as const, words: said.words }
    })
  return {
    allocateNik: (wanted) => allocate(gatewayPaths.nik, wanted),
    allocateKk: (wanted) => allocate(gatewayPaths.kk, wanted),
    announce: (event) =>
      ask(endpoint, post(gatewayPaths.event, event, event.eventId), (answer) => {
        const said = shaped(answer, answers.event, ({ eventId }) => eventId === event.eventId)
        if (isAway(said)) return said
        if (said.status === 'accepted') return { kind: 'accepted', reference: said.reference, differs: said.differs }
        return { kind: 'refused', code: said.code, words: said.words, theirs: said.theirs }
      }),
    enrolBiometrics: ({ enrolmentId, nik, parts }) => {
      const body = {
        enrolmentId,
        nik,
        parts: parts.map((part) => ({ ...part, data: Buffer.from(part.data).toString('base64') })),
      }
      return ask(endpoint, post(gatewayPaths.biometrics, body, enrolmentId), (answer) => {
        const said = shaped(answer, answers.biometrics, (value) => value.enrolmentId === enrolmentId)
        if (isAway(said)) return said
        if (said.status === 'stored') return { kind: 'accepted', reference: said.reference, differs: [] }
        return { kind: 'refused', code: said.code, words: said.words, theirs: said.theirs }
      })
    },
    fetchPerson: (nik) =>
      ask(endpoint, { method: 'POST', path: gatewayPaths.person, body: { nik } }, (answer) => {
        const said = shaped(
          answer,
          answers.person,
          (value) => (value.status === 'found' ? value.person.nik : value.nik) === nik,
        )
        if (isAway(said)) return said
        if (said.status === 'found') return { kind: 'found', person: said.person }
        if (said.status === 'inactive') return { kind: 'inactive', why: said.why, words: said.words }
        return { kind: 'not-found', words: said.words }
      }),
    verifyFace: ({ requestId, nik, image }) => {
      const body = { requestId, nik, image: Buffer.from(image).toString('base64') }
      return ask(endpoint, post(gatewayPaths.face, body, requestId), (answer) => {
        const said = shaped(answer, answers.face, (value) => value.requestId === requestId)
        if (isAway(said)) return said
        if (said.status === 'not-found') return { kind: 'not-found', words: said.words }
        return { kind: 'compared', score: said.score, same: said.score >= faceThreshold }
      })
    },
    health: (now) =>
      ask(endpoint, { method: 'GET', path: gatewayPaths.health, timeoutMs: QUICK_MS }, (answer) => {
        const said = shaped(answer, answers.health, () => true)
        if (isAway(said)) return said
        const ahead = (Temporal.Instant.from(said.time).epochMilliseconds - now.epochMilliseconds) / 1000
        return { kind: 'up', aheadSeconds: Math.round(ahead) }
      }),
  }
}
