import { useFrame, useFrameLinks } from '../layouts/frame.ts'

/** A link to the same page in the other language, named in that language. */
export function LanguageSwitch() {
  const { locale, path } = useFrame()
  const other = locale === 'id' ? 'en' : 'id'
  const href = useFrameLinks().language.replace('{locale}', other).replace('{path}', encodeURIComponent(path))
  return (
    <a href={href} lang={other} hreflang={other} rel="nofollow">
      {other === 'en' ? 'English' : 'Bahasa Indonesia'}
    </a>
  )
}
