/** The region's shield: kawung flower on deep ground in a kunyit rim. */
export function Crest(props: { size?: number | undefined; label?: string | undefined }) {
  const size = props.size ?? 40
  return (
    <svg
      role={props.label ? 'img' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : 'true'}
      class="crest"
      width={Math.round(size * 0.8)}
      height={size}
      viewBox="0 0 32 40"
    >
      <path class="crest-rim" d="M16 0 32 5v17c0 9-7 15-16 18C7 37 0 31 0 22V5z" />
      <path
        class="crest-field"
        d="M16 3.9 28.3 7.8V22c0 6.800-5.300 11.400-12.300 14C9 33.400 3.700 28.800 3.700 22V7.800z"
      />
      <g class="crest-flower" fill="none" stroke-width="1.7" stroke-linejoin="round">
        <path d="M16 19.500c-4.800-.4-8-3.600-6.400-6.200s5.600-.4 6.400 6.200c.8-6.600 4.800-8.800 6.400-6.200s-1.600 5.800-6.400 6.200c4.800.4 8 3.600 6.400 6.200s-5.600.4-6.400-6.200c-.8 6.600-4.800 8.800-6.400 6.200s1.600-5.800 6.400-6.200z" />
      </g>
    </svg>
  )
}
