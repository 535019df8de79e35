import type { AppError } from '#kernel/errors.ts'
import { readAssets } from '#kernel/http/assets.ts'
import type { Presentation } from '#kernel/http/parts.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { findLanding, listLandings } from '#modules/accounts/index.ts'
import { adminNavFor } from '#modules/organization/index.ts'
import type { FrameNavItem, PageFrame } from '#ui/index.ts'
import { Button, CitizenLayout, CsrfField, ErrorPage, LinkButton, renderPage } from '#ui/index.ts'

/** Clothes the kernel's answers in the components of src/ui. */
export const presentation: Presentation = {
  document: (context, view, csrf) => renderPage(frameOf(context, csrf), view),
  errorView: (context, error, errorId) => (
    <CitizenLayout title={error.say(context.locale)} heading={false} narrow private>
      <ErrorPage
        title={error.say(context.locale)}
        id={error.reportable ? errorId.slice(-12) : undefined}
        actions={
          isRepeatable(context, error) ? (
            <SendAgain context={context} />
          ) : (
            <LinkButton href="/">{context.locale === 'id' ? 'Ke halaman depan' : 'To the start page'}</LinkButton>
          )
        }
      />
    </CitizenLayout>
  ),
}

/** A form that found no database comes back with everything in it but passwords and files. */
function isRepeatable({ request, form }: RouteContext, error: AppError): boolean {
  return error.code === 'unavailable' && request.method === 'POST' && form.names().length > 0
}

function SendAgain({ context }: { context: RouteContext }) {
  const entries = context.form.entries().filter(([name]) => name !== '_csrf' && !/password|sandi/i.test(name))
  return (
    <form method="post" action={context.request.url}>
      <CsrfField />
      {entries.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <Button>{context.locale === 'id' ? 'Kirim lagi' : 'Send again'}</Button>
    </form>
  )
}

/** What surrounds every page. The form token is made only when something on the page asks for it. */
export function frameOf(context: RouteContext, csrf: () => string): PageFrame {
  const { tenant, actor, session } = context
  const { css, js, fonts } = readAssets()
  const theme = context.request.cookies?.['theme']
  const frame = {
    locale: context.locale,
    region: { name: tenant.profile.shortName, motto: tenant.profile.motto, shortName: tenant.profile.shortName },
    assets: { css: [...css, '/region.css'], js, fonts },
    path: context.request.url,
    demo: tenant.profile.isDemo,
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    account: session && {
      name: actor.name,
      kind: actor.kind === 'staff' ? ('staff' as const) : ('citizen' as const),
      unread: session.unread,
      position: actor.position?.title,
      workplaces: actor.kind === 'staff' ? workplacesOf(context) : undefined,
    },
    links: linksFor(context),
  }
  return Object.defineProperty(frame, 'csrf', { get: csrf, enumerable: true }) as PageFrame
}

/** The desks of somebody, and the administration where he has a page there. */
function workplacesOf({ actor, locale, tenant }: RouteContext): FrameNavItem[] {
  const desks = listLandings(actor.grants, tenant).map(({ label, path }) => ({ label: label[locale], href: path }))
  const [administration] = adminNavFor(actor, locale)
  if (!administration || desks.some(({ href }) => href.startsWith('/admin'))) return desks
  return [...desks, { label: locale === 'id' ? 'Pengelolaan' : 'Administration', href: administration.href }]
}

function linksFor({ actor, tenant }: RouteContext): PageFrame['links'] {
  const desk = findLanding(actor.grants, tenant) ?? '/akun'
  return { desk, positions: '/akun/jabatan', account: actor.kind === 'citizen' ? '/berkas-saya' : '/akun' }
}
