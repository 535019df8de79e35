import type { ComponentChildren } from 'preact'
import type { Crumb } from '../components/breadcrumb.tsx'
import { classNames } from '../components/class-names.ts'
import { Crest } from '../components/crest.tsx'
import { type KeyHint, KeyHints } from '../components/key-hints.tsx'
import { LanguageSwitch } from '../components/language-switch.tsx'
import { Notice } from '../components/notice.tsx'
import { PageHead } from '../components/page-head.tsx'
import { SearchBox, type SearchBoxProps } from '../components/search-box.tsx'
import { ThemeSwitch } from '../components/theme-switch.tsx'
import { useTexts } from '../texts.ts'
import { AccountMenu } from './account-menu.tsx'
import { Document } from './document.tsx'
import { currentHref, useFrame, useFrameLinks } from './frame.ts'

export type StaffLayoutProps = {
  title: string
  heading?: string | false | undefined
  lead?: ComponentChildren
  breadcrumb?: readonly Crumb[] | undefined
  actions?: ComponentChildren
  /** In the header: "Meja verifikasi", and the office. */
  desk: string
  unit?: string | undefined
  search?: SearchBoxProps | undefined
  /** Sections of the desk, in a line under the header. */
  nav?: readonly { readonly label: string; readonly href: string; readonly count?: number | undefined }[] | undefined
  /** Left and right columns; with either of them the page is a desk that fills the window. */
  queue?: ComponentChildren
  decision?: ComponentChildren
  /** What was just done, told once after a redirect. */
  notice?: string | undefined
  keys?: readonly KeyHint[] | undefined
  allKeys?: readonly KeyHint[] | undefined
  children?: ComponentChildren
}

function StaffHeader(props: StaffLayoutProps) {
  const { account } = useFrame()
  const links = useFrameLinks()
  return (
    <header class="staff-head">
      <a class="staff-brand" href={links.desk}>
        <Crest size={28} />
        <b>{props.desk}</b>
      </a>
      {props.unit && <span class="staff-unit">{props.unit}</span>}
      {props.search && <SearchBox look="desk" {...props.search} />}
      {account && <AccountMenu account={account} />}
    </header>
  )
}

export function StaffLayout(props: StaffLayoutProps) {
  const t = useTexts()
  const { path } = useFrame()
  const columns = Boolean(props.queue || props.decision)
  const current = currentHref(path, props.nav?.map((item) => item.href) ?? [])
  const heading = props.heading ?? props.title
  return (
    <Document
      title={props.title}
      private
      bodyClass={classNames('staff', columns && 'staff-desk')}
      island={props.keys ? 'desk-keys' : undefined}
    >
      <StaffHeader {...props} />
      {props.nav && (
        <nav class="staff-nav" aria-label={t('nav-desk')}>
          {props.nav.map((item) => (
            <a key={item.href} href={item.href} aria-current={item.href === current ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && <span class="badge">{item.count}</span>}
            </a>
          ))}
        </nav>
      )}
      <div class={classNames('desk', Boolean(props.queue) && 'desk-queue', Boolean(props.decision) && 'desk-decision')}>
        {props.queue && <div class="desk-left">{props.queue}</div>}
        <main id="isi" class="desk-main" tabindex={-1}>
          {heading !== false && (
            <PageHead title={heading} lead={props.lead} breadcrumb={props.breadcrumb} actions={props.actions} />
          )}
          {props.notice && (
            <Notice tone="good" announce>
              {props.notice}
            </Notice>
          )}
          {props.children}
        </main>
        {props.decision && (
          <aside class="desk-right" aria-label={t('decision')}>
            {props.decision}
          </aside>
        )}
      </div>
      <footer class="staff-foot">
        {props.keys && <KeyHints hints={props.keys} all={props.allKeys} />}
        <div class="footer-end">
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
      </footer>
    </Document>
  )
}
