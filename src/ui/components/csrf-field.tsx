import { useFrame } from '../layouts/frame.ts'

/** The token of the frame; nothing when the frame has none. */
export function CsrfField() {
  const { csrf } = useFrame()
  return csrf ? <input type="hidden" name="_csrf" value={csrf} /> : null
}
