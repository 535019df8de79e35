import { z } from 'zod'
import { verifyPdf } from '../../verify/verify-pdf.ts'
import { signWanted } from './sign-requests.ts'
import { type SimulatedAccount, SimulatedRefusal } from './simulated-account.ts'
import type { SimulatedOffice } from './simulated-office.ts'
import { jsonAnswer, type SimulatedAnswer, type SimulatedRequest } from './simulated-service.ts'

const properties = z.array(z.object({ reason: z.string().default(''), location: z.string().default('') })).min(1)
const bodies = {
  sign: z.object({
    nik: z.string(),
    passphrase: z.string().optional(),
    totp: z.string().optional(),
    signatureProperties: properties,
    file: z.array(z.string()).min(1),
  }),
  code: z.object({ nik: z.string(), data: z.number().int().positive() }),
  status: z.object({ nik: z.string() }),
  verify: z.object({ file: z.string() }),
  subscriber: z.object({ idSubscriber: z.string().min(1) }),
  sealCode: z.object({ idSubscriber: z.string().min(1), data: z.number().int().positive() }),
  seal: z.object({
    idSubscriber: z.string(),
    totp: z.string(),
    signatureProperties: properties,
    file: z.array(z.string()).min(1),
  }),
}

/** Version 2 of the interface: JSON, several files at once. */
export async function answerVersion2(
  office: SimulatedOffice,
  { method, path, body }: SimulatedRequest,
): Promise<SimulatedAnswer> {
  if (method !== 'POST') throw new SimulatedRefusal(405, 'Method Not Allowed', 405)
  const read = <Value>(schema: z.ZodType<Value>): Value => {
    try {
      return schema.parse(JSON.parse(body.toString('utf8')))
    } catch {
      throw new SimulatedRefusal(2001, 'Parameter tidak lengkap')
    }
  }
  switch (path) {
    case '/api/v2/sign/pdf':
      return sign(office, read(bodies.sign))
    case '/api/v2/sign/get/totp': {
      const { nik, data } = read(bodies.code)
      await office.account(nik)
      office.giveCode(nik, data)
      return jsonAnswer({ message: 'TOTP dikirim ke surel pengguna' })
    }
    case '/api/v2/user/check/status': {
      const account = await office.options.find(read(bodies.status).nik)
      return jsonAnswer({ status: account?.state ?? 'NOT_REGISTERED', status_code: 1111 })
    }
    case '/api/v2/verify/pdf':
      return verify(office, Buffer.from(read(bodies.verify).file, 'base64'))
    case '/api/v2/seal/get/activation':
    case '/api/v2/seal/revoke/activation':
      read(bodies.subscriber)
      return jsonAnswer({ message: 'OK' })
    case '/api/v2/seal/get/totp': {
      const { idSubscriber, data } = read(bodies.sealCode)
      office.giveCode(idSubscriber, data)
      return jsonAnswer({ message: 'TOTP dikirim' })
    }
    case '/api/v2/seal/pdf':
      return seal(office, read(bodies.seal))
    default:
      throw new SimulatedRefusal(404, 'Not Found', 404)
  }
}

async function sign(office: SimulatedOffice, asked: z.infer<typeof bodies.sign>): Promise<SimulatedAnswer> {
  const account = await office.admit(asked.nik, asked, asked.file.length)
  return signFiles(office, account, asked)
}

async function seal(office: SimulatedOffice, asked: z.infer<typeof bodies.seal>): Promise<SimulatedAnswer> {
  const { idSubscriber: nik, totp } = asked
  if (!office.useCode(nik, totp, asked.file.length)) throw new SimulatedRefusal(2031, 'TOTP anda salah')
  const account: SimulatedAccount = { nik, name: `Segel ${nik}`, passphrase: '', state: 'ISSUE' }
  return signFiles(office, account, asked)
}

async function signFiles(
  office: SimulatedOffice,
  account: SimulatedAccount,
  asked: Pick<z.infer<typeof bodies.sign>, 'file' | 'signatureProperties'>,
): Promise<SimulatedAnswer> {
  const [words = { reason: '', location: '' }] = asked.signatureProperties
  const files = asked.file.map((text) => Buffer.from(text, 'base64'))
  const signed = await signWanted(office, { account, files, ...words })
  return { ...jsonAnswer({ time: 1, file: signed.files.map((file) => file.toString('base64')) }), signed }
}

function verify(office: SimulatedOffice, file: Buffer): SimulatedAnswer {
  const { options } = office
  const report = verifyPdf(file, { anchors: [options.authority.certificate], now: options.now() })
  const found = report.signatures.filter(({ kind }) => kind === 'signature')
  const isValid = found.length > 0 && found.every(({ integrity }) => integrity === 'intact')
  return jsonAnswer({
    conclusion: isValid ? 'VALID' : found.length ? 'INVALID' : 'NO_SIGNATURE',
    description: isValid ? 'Dokumen valid' : 'Dokumen tidak valid',
    signatureInformations: found.map((one) => ({
      signerName: one.signer?.name ?? '',
      signatureDate: new Date(one.time?.at ?? 0).toISOString(),
      signatureFormat: 'PAdES-BASELINE-B',
      integrityValid: one.integrity === 'intact',
    })),
  })
}
