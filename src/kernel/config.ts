import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { fromRoot } from './paths.ts'

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('')
  .transform((value) => value === '1' || value === 'true')

const levels = ['B-B', 'B-T', 'B-LT', 'B-LTA'] as const

const signingEnvironment = z.object({
  SIGNATURE_LEVEL: z.enum(levels).default('B-LTA'),
  TSA_URL: z.url({ protocol: /^https?$/ }).optional(),
  TSA_USER: z.string().optional(),
  TSA_PASSWORD: z.string().optional(),
  TSA_ROOT_FILE: z.string().optional(),
  PKCS11_MODULE: z.string().optional(),
  PKCS11_TOKEN: z.string().optional(),
  PKCS11_PIN: z.string().optional(),
  BSRE_URL: z.url({ protocol: /^https?$/ }).optional(),
  BSRE_USER: z.string().optional(),
  BSRE_PASSWORD: z.string().optional(),
  BSRE_VERSION: z.enum(['1', '2']).default('2'),
  BSRE_TIMEOUT_SECONDS: z.coerce.number().int().min(30).max(120).default(90),
  BSRE_CA_FILE: z.string().optional(),
  BSRE_SIMULATOR: z.enum(['0', '1']).default('1'),
  BALAI_TRUSTED_AUTHORITIES: z.string().optional(),
})

const nationalRegisterEnvironment = z.object({
  NATIONAL_REGISTER_SIMULATOR: z.enum(['0', '1']).default('1'),
  NATIONAL_REGISTER_TIMEOUT_SECONDS: z.coerce.number().int().min(5).max(120).default(30),
  NATIONAL_REGISTER_CA_FILE: z.string().optional(),
})

const environment = signingEnvironment.extend({
  ...nationalRegisterEnvironment.shape,
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  BALAI_DATA: z.string().optional(),
  BALAI_SECRET: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
    .optional(),
  BALAI_TENANTS: z.string().optional(),
  BALAI_URL: z.url().optional(),
  TRUST_PROXY: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Balai <tidak-dibalas@balai.example>'),
  WHATSAPP_API_URL: z.url().default('https://graph.facebook.com/v23.0'),
  WHATSAPP_PHONE_NUMBER_ID: z.string().regex(/^\d+$/).optional(),
  WHATSAPP_TOKEN: z.string().optional(),
  WHATSAPP_APP_SECRET: z.string().optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.string().optional(),
  S3_REGION: z.string().default('ap-southeast-3'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMD_ADDRESS: z.string().optional(),
  BREACH_CHECK_URL: z.url().optional(),
  METRICS_TOKEN: z.string().optional(),
  IMPORT_MAX_MB: z.coerce.number().int().min(1).max(8192).default(1024),
  REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(600),
  BALAI_FSYNC_OFF: flag,
})

/** Access to the WhatsApp Cloud API, as its console gives it. */
export interface WhatsAppConfig {
  /** Address with version, without the telephone number id. */
  readonly url: string
  readonly phoneNumberId: string
  readonly token: string
  /** Signs the news that come in. */
  readonly appSecret: string
  readonly verifyToken: string
}

/** The appliance of the national signing service (BSrE) in the region's own network. */
export interface NationalSigningSettings {
  /** Without the path of the interface. */
  readonly url: string
  readonly user: string
  readonly password: string
  readonly version: 1 | 2
  /** For one request, from the first byte to the last. */
  readonly timeoutMs: number
  /** PEM of the authority of its TLS certificate, when it is not one that everybody knows. */
  readonly caFile: string | undefined
}

/** How letters are signed and time-stamped. */
export interface SigningSettings {
  /** To which level of ETSI EN 319 142-1 stored files are raised. */
  readonly wantedLevel: (typeof levels)[number]
  /** A time-stamping authority of somebody else; undefined means the region's own. */
  readonly timeStamps:
    | {
        readonly url: string
        readonly user: string | undefined
        readonly password: string | undefined
        /** PEM of the roots that its certificates lead to. */
        readonly rootFile: string
      }
    | undefined
  /** A hardware token in which new signing keys are made and stay; undefined keeps them sealed in the database. */
  readonly token: { readonly module: string; readonly label: string; readonly pin: string } | undefined
  /** Undefined where officials have no certified signatures. */
  readonly national: NationalSigningSettings | undefined
  /** Whether a demo region has a national signing service of its own making. */
  readonly simulatesNational: boolean
  /** PEM of the authorities outside the region whose signatures are believed. */
  readonly trustedAuthoritiesFile: string | undefined
}

/** What all regions of an installation share about the national population register; the rest each region sets itself. */
export interface NationalRegisterSettings {
  /** Whether a demo region has a national population register of its own making. */
  readonly simulates: boolean
  /** For one request, from the first byte to the last. */
  readonly timeoutMs: number
  /** PEM of the authority of its TLS certificate, when it is not one that everybody knows. */
  readonly caFile: string | undefined
}

export interface Config {
  readonly port: number
  readonly host: string
  /** Owner connection of a given PostgreSQL; undefined means the embedded server. */
  readonly databaseUrl: string | undefined
  /** Absolute folder of everything the program keeps on disk. */
  readonly dataDir: string
  /** 32 bytes from which every other key is derived. */
  readonly secret: Buffer
  readonly tenantsFile: string | undefined
  /** Public base address when it cannot be told from requests (mail sent by jobs, QR codes). */
  readonly publicUrl: string | undefined
  /** As Fastify's trustProxy: empty = none; "1" = one hop; or a list of addresses. */
  readonly trustProxy: false | number | string[]
  readonly logLevel: string
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly whatsapp: WhatsAppConfig | undefined
  readonly s3:
    | { bucket: string; endpoint: string | undefined; region: string; keyId: string; secret: string }
    | undefined
  readonly clamdAddress: string | undefined
  readonly breachCheckUrl: string | undefined
  readonly metricsToken: string | undefined
  /** Largest file that may be brought in as a whole list. */
  readonly importMaxBytes: number
  /** Requests per minute that one address may make before it is asked to slow down. */
  readonly requestsPerMinute: number
  /** Only for tests: trades durability of the embedded server for speed. */
  readonly fsyncOff: boolean
  readonly signing: SigningSettings
  readonly nationalRegister: NationalRegisterSettings
}

/** Reads the configuration from environment variables; every error is told at once, by variable name. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`configuration is wrong:\n${lines.join('\n')}`)
  }
  const e = parsed.data
  const dataDir = resolve(e.BALAI_DATA ?? fromRoot('.data'))
  return {
    port: e.PORT,
    host: e.HOST,
    databaseUrl: e.DATABASE_URL,
    dataDir,
    secret: e.BALAI_SECRET ? Buffer.from(e.BALAI_SECRET, 'hex') : keptSecret(dataDir),
    tenantsFile: e.BALAI_TENANTS,
    publicUrl: e.BALAI_URL?.replace(/\/$/, ''),
    trustProxy: readTrustProxy(e.TRUST_PROXY),
    logLevel: e.LOG_LEVEL,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    whatsapp: e.WHATSAPP_PHONE_NUMBER_ID
      ? {
          url: e.WHATSAPP_API_URL.replace(/\/$/, ''),
          phoneNumberId: e.WHATSAPP_PHONE_NUMBER_ID,
          token: e.WHATSAPP_TOKEN ?? '',
          appSecret: e.WHATSAPP_APP_SECRET ?? '',
          verifyToken: e.WHATSAPP_VERIFY_TOKEN ?? '',
        }
      : undefined,
    s3: e.S3_BUCKET
      ? {
          bucket: e.S3_BUCKET,
          endpoint: e.S3_ENDPOINT,
          region: e.S3_REGION,
          keyId: e.S3_ACCESS_KEY_ID ?? '',
          secret: e.S3_SECRET_ACCESS_KEY ?? '',
        }
      : undefined,
    clamdAddress: e.CLAMD_ADDRESS,
    breachCheckUrl: e.BREACH_CHECK_URL,
    metricsToken: e.METRICS_TOKEN,
    importMaxBytes: e.IMPORT_MAX_MB * 1024 * 1024,
    requestsPerMinute: e.REQUESTS_PER_MINUTE,
    fsyncOff: e.BALAI_FSYNC_OFF,
    signing: signingOf(e),
    nationalRegister: {
      simulates: e.NATIONAL_REGISTER_SIMULATOR === '1',
      timeoutMs: e.NATIONAL_REGISTER_TIMEOUT_SECONDS * 1000,
      caFile: e.NATIONAL_REGISTER_CA_FILE,
    },
  }
}

/** The part about signing alone, for commands, which know a region but not how the installation is set up. */
export function readSigningSettings(env: NodeJS.ProcessEnv = process.env): SigningSettings {
  return signingOf(
    signingEnvironment.parse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))),
  )
}

function signingOf(e: z.infer<typeof signingEnvironment>): SigningSettings {
  if (e.TSA_URL && !e.TSA_ROOT_FILE) throw new Error('configuration is wrong:\n  TSA_ROOT_FILE: needed with TSA_URL')
  if (e.PKCS11_MODULE && !(e.PKCS11_TOKEN && e.PKCS11_PIN)) {
    throw new Error('configuration is wrong:\n  PKCS11_TOKEN, PKCS11_PIN: needed with PKCS11_MODULE')
  }
  return {
    wantedLevel: e.SIGNATURE_LEVEL,
    timeStamps: e.TSA_URL
      ? { url: e.TSA_URL, user: e.TSA_USER, password: e.TSA_PASSWORD, rootFile: e.TSA_ROOT_FILE ?? '' }
      : undefined,
    token: e.PKCS11_MODULE
      ? { module: e.PKCS11_MODULE, label: e.PKCS11_TOKEN ?? '', pin: e.PKCS11_PIN ?? '' }
      : undefined,
    national: nationalOf(e),
    simulatesNational: e.BSRE_SIMULATOR === '1',
    trustedAuthoritiesFile: e.BALAI_TRUSTED_AUTHORITIES,
  }
}

/** Passphrases go over this line, so it is encrypted unless it does not leave the machine. */
function nationalOf(e: z.infer<typeof signingEnvironment>): NationalSigningSettings | undefined {
  if (!e.BSRE_URL) return undefined
  const { protocol, hostname } = new URL(e.BSRE_URL)
  const isOwnMachine = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const problems = [
    ...(protocol === 'http:' && !isOwnMachine ? ['BSRE_URL: must begin with https://'] : []),
    ...(e.BSRE_USER && e.BSRE_PASSWORD ? [] : ['BSRE_USER, BSRE_PASSWORD: needed with BSRE_URL']),
    ...(e.BALAI_TRUSTED_AUTHORITIES ? [] : ['BALAI_TRUSTED_AUTHORITIES: needed with BSRE_URL']),
  ]
  if (problems.length) throw new Error(`configuration is wrong:\n  ${problems.join('\n  ')}`)
  return {
    url: e.BSRE_URL.replace(/\/$/, ''),
    user: e.BSRE_USER ?? '',
    password: e.BSRE_PASSWORD ?? '',
    version: e.BSRE_VERSION === '1' ? 1 : 2,
    timeoutMs: e.BSRE_TIMEOUT_SECONDS * 1000,
    caFile: e.BSRE_CA_FILE,
  }
}

/**
 * The secret of an installation that was given none: made once, readable by the owner alone.
 * Losing it makes encrypted columns unreadable, so `backup` includes it.
 */
function keptSecret(dataDir: string): Buffer {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${file} is damaged: it must hold 64 hexadecimal digits`)
  return Buffer.from(text, 'hex')
}

function readTrustProxy(value: string): Config['trustProxy'] {
  if (value === '' || value === '0' || value === 'false') return false
  if (/^\d+$/.test(value)) return Number(value)
  return value.split(',').map((address) => address.trim())
}
