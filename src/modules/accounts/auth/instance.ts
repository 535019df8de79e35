import { passkey } from '@better-auth/passkey'
import { APIError, betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { sessionDays } from '../domain.ts'
import { hashPassword, verifyPassword } from './password.ts'

const cookiePrefix = 'balai'
/** Our own header, set by us alone: the address of the person as the kernel's proxy rules give it. */
export const addressHeader = 'x-balai-address'

/** The secret that signs session cookies and encrypts TOTP secrets of one tenant. */
export function authSecret(tenant: Tenant): string {
  return tenant.key('accounts').toString('base64url')
}

/** Over HTTPS with `__Host-`: no subdomain and no plain connection can set it. */
const prefixFor = (secure: boolean) => (secure ? `__Host-${cookiePrefix}` : cookiePrefix)

export function authCookieName(name: 'session_token' | 'two_factor', secure: boolean): string {
  return `${prefixFor(secure)}.${name}`
}

export function sessionCookieName(secure: boolean): string {
  return authCookieName('session_token', secure)
}

/**
 * better-auth over our tables, for one tenant as seen under one origin (passkeys belong to an origin).
 * Its own HTTP routes are not mounted: our handlers call `auth.api` and copy the cookies.
 */
function createAuth(tenant: Tenant, origin: string, secure: boolean) {
  return betterAuth({
    appName: tenant.profile.shortName,
    baseURL: origin,
    basePath: '/akun/better-auth',
    secret: authSecret(tenant),
    database: { db: tenant.pools.write, type: 'postgres', schemaName: 'accounts', transaction: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: prefixFor(secure),
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'auth_session',
      // The cookie outlives an employee's session, so that a form sent after its end is kept for its owner.
      expiresIn: sessionDays.citizen * 86_400,
      disableSessionRefresh: true,
      freshAge: 0,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'auth_account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, ...(await limits(tenant, session.userId)) } }) },
      },
    },
    plugins: [
      twoFactor({
        issuer: tenant.profile.shortName,
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'auth_two_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      passkey({
        rpName: tenant.profile.name,
        rpID: new URL(origin).hostname,
        origin,
        advanced: { webAuthnChallengeCookie: 'passkey' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => requireUserVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) => requireUserVerified(verification.authenticationInfo.userVerified),
        },
        schema: {
          passkey: {
            modelName: 'auth_passkey',
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

const instances = new WeakMap<Tenant, Map<string, Auth>>()
const mostOrigins = 16

/**
 * @param address where people reach this region, for passkeys
 * @param secure whether the request came over HTTPS, as the kernel sees it: it decides the cookie's name
 */
export function authFor(tenant: Tenant, address: string, secure: boolean): Auth {
  // As browsers write it: without the default port.
  const { origin } = new URL(address)
  const key = `${origin} ${secure}`
  const known = instances.get(tenant) ?? new Map<string, Auth>()
  instances.set(tenant, known)
  const found = known.get(key)
  if (found) return found
  // The origin comes from the request where the region has no fixed host names: the map must not grow for ever.
  const oldest = known.size >= mostOrigins ? known.keys().next().value : undefined
  if (oldest !== undefined) known.delete(oldest)
  const made = createAuth(tenant, origin, secure)
  known.set(key, made)
  return made
}

/** How long a new session lasts; a disabled account gets none. */
async function limits(tenant: Tenant, accountId: string): Promise<{ expiresAt: Date }> {
  const account = await tenant.pools.write
    .selectFrom('accounts.account')
    .select(['kind', 'disabled_at'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!account || account.disabled_at) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED' })
  return { expiresAt: new Date(Date.now() + sessionDays[account.kind] * 86_400_000) }
}

/** A passkey stands for both factors, so the device must have asked for a finger, a face or a PIN. */
async function requireUserVerified(verified: boolean | undefined): Promise<undefined> {
  if (!verified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' })
  return undefined
}
