import { z } from 'zod'
import { familyRelations, maritalStatuses } from '#modules/people/index.ts'

const day = z.iso.date()
const nik = z.string().regex(/^\d{16}$/)
const words = z.string().min(1).max(200)
const some = z.string().max(200).optional()

const person = z.object({
  nik,
  fullName: words,
  sex: z.enum(['male', 'female']),
  birthPlace: words,
  birthOn: day,
  religion: words,
  education: words,
  occupation: words,
  maritalStatus: z.enum(maritalStatuses),
  bloodType: some,
  citizenship: words,
  relation: z.enum(familyRelations),
  motherNik: nik.optional(),
  fatherNik: nik.optional(),
  spouseNik: nik.optional(),
  motherName: some,
  fatherName: some,
  birthCertificateNumber: some,
  marriageCertificateNumber: some,
  marriedOn: day.optional(),
  divorceCertificateNumber: some,
  divorcedOn: day.optional(),
  /** What happened to him in the register of the region he leaves, the latest first. */
  history: z.array(z.object({ kind: z.string().max(40), validOn: day, number: z.string().max(60).optional() })).max(50),
})

const place = z.object({
  street: z.string().max(240),
  rt: z.string().max(4),
  rw: z.string().max(4),
  area: z.string().max(20),
})

/** Who moves, with everything that the region of destination needs to register them. */
export const movingPackage = z.object({
  /** Of the letter: `SKPWNI/9901/23112026/0003`. */
  number: words,
  issuedOn: day,
  movedOn: day,
  validTo: day,
  reason: words,
  kkNumber: nik,
  headNik: nik,
  from: place,
  to: place,
  /** Hash of the code that stands on the letter, by which the family says that it has arrived. */
  claimCode: z.string().length(64),
  people: z.array(person).min(1).max(50),
})

export type MovingPackage = z.infer<typeof movingPackage>
export type MovingPerson = MovingPackage['people'][number]
export const packageContext = 'population.transfer.package'
export const claimContext = 'population.transfer.claim'
