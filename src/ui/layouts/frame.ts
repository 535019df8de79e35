import { type ComponentChildren, createContext, h, type JSX } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '#kernel/i18n/texts.ts'
import { LocaleProvider } from '../locale.ts'

export type FrameAccount = {
  readonly name: string
  readonly kind: 'citizen' | 'staff'
  readonly unread: number
  /** The position a staff member acts in at this moment, in words. */
  readonly position?: string | undefined
  /** The desks of a staff member, where he begins first. */
  readonly workplaces?: readonly { readonly label: string; readonly href: string }[] | undefined
}

/** Where the frame's own links lead. Override single ones through `PageFrame.links`. */
export type FrameLinks = {
  readonly home: string
  readonly services: string
  readonly track: string
  readonly verify: string
  readonly signIn: string
  readonly signOut: string
  readonly account: string
  readonly bills: string
  readonly taxes: string
  readonly mandates: string
  readonly cards: string
  readonly inbox: string
  readonly desk: string
  readonly positions: string
  /** `{locale}` and `{path}` are filled in. */
  readonly language: string
  readonly government: string
  readonly accessibility: string
  readonly accessRecord: string
  readonly proofs: string
  readonly suggestions: string
}

export type FrameNavItem = { readonly label: string; readonly href: string }

/** All that a page needs to know about the request and the region around its content. */
export type PageFrame = {
  readonly locale: Locale
  readonly region: { readonly name: string; readonly motto: string; readonly shortName: string }
  /** Addresses of built files; `fonts` are preloaded. */
  readonly assets: {
    readonly css: readonly string[]
    readonly js: readonly string[]
    readonly fonts?: readonly string[] | undefined
  }
  /** Path and query of this page, for "current" marks and for coming back after a language switch. */
  readonly path: string
  readonly account?: FrameAccount | undefined
  readonly csrf?: string | undefined
  /** True in the fictional region that a fresh clone serves. */
  readonly demo?: boolean | undefined
  /** Chosen by the person (cookie `theme`); left out, the device decides. */
  readonly theme?: 'light' | 'dark' | undefined
  readonly links?: Partial<FrameLinks> | undefined
  /** Replaces the citizen navigation (Layanan, Lacak berkas, Verifikasi). */
  readonly nav?: readonly FrameNavItem[] | undefined
  readonly icon?: string | undefined
}

const defaultLinks: FrameLinks = {
  home: '/',
  services: '/layanan',
  track: '/lacak',
  verify: '/verifikasi',
  signIn: '/masuk',
  signOut: '/keluar',
  account: '/akun',
  bills: '/tagihan-saya',
  taxes: '/pajak-saya',
  mandates: '/kuasa',
  cards: '/akun/kartu-digital',
  inbox: '/akun/pesan',
  desk: '/meja',
  positions: '/jabatan',
  language: '/bahasa/{locale}?kembali={path}',
  government: '/pemerintah',
  accessibility: '/aksesibilitas',
  accessRecord: '/siapa-melihat-data-saya',
  proofs: '/bukti',
  suggestions: '/layanan/saran',
}

const fallback: PageFrame = {
  locale: 'id',
  region: { name: 'Balai', motto: '', shortName: 'Balai' },
  assets: { css: [], js: [] },
  path: '/',
}

const FrameContext = createContext<PageFrame>(fallback)

export function FrameProvider(props: { frame: PageFrame; children?: ComponentChildren }): JSX.Element {
  const page = h(LocaleProvider, { value: props.frame.locale }, props.children)
  return h(FrameContext.Provider, { value: props.frame }, page)
}

export function useFrame(): PageFrame {
  return useContext(FrameContext)
}

export function useFrameLinks(): FrameLinks {
  return { ...defaultLinks, ...useFrame().links }
}

/** The one of `hrefs` that the page belongs to: itself, or the nearest page above it. */
export function currentHref(path: string, hrefs: readonly string[]): string | undefined {
  const here = path.split('?')[0] ?? ''
  return hrefs
    .filter((href) => here === href || (href !== '/' && here.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0]
}
