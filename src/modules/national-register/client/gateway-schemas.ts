import { z } from 'zod'
import { refusalCodes } from '../port/national-register.ts'

/*
 * The gateway to the national register, version 1: JSON over HTTPS, one POST for each request, a bearer token. The centre
 * publishes no interface for what a region writes; this one is ours, and a gateway in the region's network speaks it.
 * docs/guides/national-register.md describes it for whoever builds the gateway.
 */

const nik = z.string().regex(/^\d{16}$/)
const day = z.iso.date()
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

export const person = z.object({
  nik,
  fullName: z.string().max(200).optional(),
  sex: z.enum(['male', 'female']).optional(),
  birthPlace: z.string().max(200).optional(),
  birthOn: day.optional(),
  religion: z.string().max(100).optional(),
  motherName: z.string().max(200).optional(),
  fatherName: z.string().max(200).optional(),
  kkNumber: nik.optional(),
  diedOn: day.optional(),
})

export const requests = {
  nik: z.object({ requestId: z.uuid(), districtCode: z.string(), birthOn: day, sex: z.enum(['male', 'female']) }),
  kk: z.object({ requestId: z.uuid(), districtCode: z.string(), issuedOn: day }),
  event: z.object({
    eventId: z.uuid(),
    kind: z.string(),
    validOn: day,
    recordedAt: z.iso.datetime(),
    registerNumber: z.string().optional(),
    territoryCode: z.string(),
    voidsEventId: z.uuid().optional(),
    note: z.string().optional(),
    changes: z.array(
      z.object({
        nik: nik.optional(),
        kkNumber: nik.optional(),
        name: z.string().optional(),
        entered: z.boolean(),
        before: facts,
        after: facts,
      }),
    ),
  }),
  person: z.object({ nik }),
  face: z.object({ requestId: z.uuid(), nik, image: z.base64() }),
  biometrics: z.object({
    enrolmentId: z.uuid(),
    nik,
    parts: z
      .array(
        z.object({
          kind: z.enum(['face', 'fingerprint', 'iris', 'signature']),
          position: z.string().optional(),
          format: z.string(),
          data: z.base64(),
          quality: z.number().optional(),
        }),
      )
      .min(1),
  }),
}

/** A code that is new to us is still a refusal. */
const code = z.string().transform((word) => refusalCodes.find((known) => known === word) ?? ('other' as const))
const refused = {
  status: z.literal('refused'),
  code,
  words: z.string().max(500).default(''),
  theirs: z.array(person).max(50).default([]),
}
const words = z.string().max(500).default('')

export const answers = {
  number: z.discriminatedUnion('status', [
    z.object({ requestId: z.uuid(), status: z.literal('granted'), number: nik }),
    z.object({ requestId: z.uuid(), status: z.literal('refused'), words }),
  ]),
  event: z.discriminatedUnion('status', [
    z.object({
      eventId: z.uuid(),
      status: z.literal('accepted'),
      reference: z.string().max(100),
      differs: z.array(person).max(50).default([]),
    }),
    z.object({ eventId: z.uuid(), ...refused }),
  ]),
  person: z.discriminatedUnion('status', [
    z.object({ status: z.literal('found'), person }),
    z.object({ status: z.literal('not-found'), nik, words }),
    z.object({ status: z.literal('inactive'), nik, why: z.enum(['dead', 'double', 'inactive']), words }),
  ]),
  face: z.discriminatedUnion('status', [
    z.object({ requestId: z.uuid(), status: z.literal('compared'), score: z.number().min(0) }),
    z.object({ requestId: z.uuid(), status: z.literal('not-found'), words }),
  ]),
  biometrics: z.discriminatedUnion('status', [
    z.object({ enrolmentId: z.uuid(), status: z.literal('stored'), reference: z.string().max(100) }),
    z.object({ enrolmentId: z.uuid(), ...refused }),
  ]),
  health: z.object({ status: z.literal('up'), time: z.iso.datetime({ offset: true }) }),
}

export const gatewayPaths = {
  nik: '/v1/numbers/nik',
  kk: '/v1/numbers/kk',
  event: '/v1/events',
  person: '/v1/persons/find',
  face: '/v1/faces/verify',
  biometrics: '/v1/biometrics',
  health: '/v1/health',
} as const
