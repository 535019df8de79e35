import { type IconName, icons } from '../icons.ts'
import { classNames } from './class-names.ts'

export type IconProps = {
  name: IconName
  /** Pixels. */
  size?: number | undefined
  /** A name of its own; without it the icon is decoration and hidden from assistive technology. */
  label?: string | undefined
  class?: string | undefined
}

export function Icon({ name, size = 20, label, class: extra }: IconProps) {
  return (
    <svg
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
      class={classNames('icon', extra)}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      dangerouslySetInnerHTML={{ __html: icons[name] }}
    />
  )
}
