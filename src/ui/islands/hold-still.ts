/** A finger gives its click a little after it has left the glass. */
const clickFollowsMs = 350
const pressable = 'a, button, label, summary, input, select, textarea, [role=button], [tabindex]'

const waiting = new Set<() => void>()
let isPressed = false
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Changes the page when nothing on it is being pressed: at once, or right after the click. What moves from under a finger
 * between press and click loses the click. Asked twice with one function, it changes once.
 */
export function whenStill(change: () => void): void {
  if (isPressed) waiting.add(change)
  else change()
}

function release(): void {
  clearTimeout(timer)
  isPressed = false
  const changes = [...waiting]
  waiting.clear()
  for (const change of changes) change()
}

function releaseAfter(delay: number): void {
  if (!isPressed) return
  clearTimeout(timer)
  timer = setTimeout(release, delay)
}

if (typeof document !== 'undefined') {
  const look = { capture: true, passive: true }
  addEventListener(
    'pointerdown',
    (event) => {
      if (!(event.target as Element).closest?.(pressable)) return
      clearTimeout(timer)
      isPressed = true
    },
    look,
  )
  // The click comes behind "up"; letting go there would move the page between the two.
  addEventListener('pointerup', () => releaseAfter(clickFollowsMs), look)
  addEventListener('click', () => releaseAfter(0), look)
  // Scrolled, dragged, or gone elsewhere: no click will come.
  addEventListener('pointercancel', () => releaseAfter(0), look)
  addEventListener('blur', (event) => event.target === window && releaseAfter(0), look)
}
