import type { ComponentChildren } from 'preact'
import type { Crumb } from '../components/breadcrumb.tsx'
import { Crest } from '../components/crest.tsx'
import { KawungPattern } from '../components/kawung.tsx'
import { LanguageSwitch } from '../components/language-switch.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ThemeSwitch } from '../components/theme-switch.tsx'
import { useTexts } from '../texts.ts'
import { AccountMenu } from './account-menu.tsx'
import { Document } from './document.tsx'
import { currentHref, useFrame, useFrameLinks } from './frame.ts'

export type CitizenLayoutProps = {
  /** Title of the document and, unless `heading` says otherwise, the page's h1. */
  title: string
  /** Another h1, or `false` when the content brings its own. */
  heading?: string | false | undefined
  lead?: ComponentChildren
  breadcrumb?: readonly Crumb[] | undefined
  actions?: ComponentChildren
  description?: string | undefined
  private?: boolean | undefined
  /** On the dark masthead, under its line: the start page's question and search. It brings the h1. */
  hero?: ComponentChildren
  /** A reading column for forms and texts in place of the whole width. */
  narrow?: boolean | undefined
  children?: ComponentChildren
}

export function Masthead(props: { hero?: ComponentChildren; bare?: boolean | undefined }) {
  const t = useTexts()
  const frame = useFrame()
  const links = useFrameLinks()
  const nav = frame.nav ?? [
    { label: t('nav-services'), href: links.services },
    { label: t('nav-track'), href: links.track },
    { label: t('nav-verify'), href: links.verify },
  ]
  const current = currentHref(
    frame.path,
    nav.map((item) => item.href),
  )
  return (
    <header class="masthead">
      <KawungPattern />
      <div class="wrap masthead-line">
        <a class="brand" href={links.home}>
          <Crest size={40} />
          <span>
            <b>{frame.region.name}</b>
            <span>{frame.region.motto}</span>
          </span>
        </a>
        {!props.bare && (
          <nav class="main-nav" aria-label={t('nav-main')}>
            {nav.map((item) => (
              <a key={item.href} href={item.href} aria-current={item.href === current ? 'page' : undefined}>
                {item.label}
              </a>
            ))}
          </nav>
        )}
        {!props.bare && (
          <div class="masthead-account">
            {frame.account ? <AccountMenu account={frame.account} /> : <a href={links.signIn}>{t('nav-sign-in')}</a>}
          </div>
        )}
      </div>
      {props.hero && <div class="wrap hero">{props.hero}</div>}
    </header>
  )
}

export function Footer() {
  const t = useTexts()
  const { region } = useFrame()
  const links = useFrameLinks()
  return (
    <footer class="footer wrap">
      <nav aria-label={t('nav-footer')}>
        <a href={links.government}>{t('footer-government', { region: region.name })}</a>
        <a href={links.accessibility}>{t('footer-accessibility')}</a>
        <a href={links.accessRecord}>{t('footer-access-record')}</a>
        <a href={links.proofs}>{t('footer-proofs')}</a>
      </nav>
      <div class="footer-end">
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
    </footer>
  )
}

export function CitizenLayout(props: CitizenLayoutProps) {
  const heading = props.heading ?? (props.hero ? false : props.title)
  return (
    <Document title={props.title} description={props.description} private={props.private} bodyClass="citizen">
      <Masthead hero={props.hero} />
      <main id="isi" class={props.narrow ? 'wrap narrow' : 'wrap'} tabindex={-1}>
        {heading !== false && (
          <PageHead title={heading} lead={props.lead} breadcrumb={props.breadcrumb} actions={props.actions} />
        )}
        {props.children}
      </main>
      <Footer />
    </Document>
  )
}
