import { createHash } from 'node:crypto'
import type { BiometricDevice, QualityCode } from './biometrics.ts'
import { partOf } from './biometrics.ts'

const faults: Readonly<Record<string, readonly QualityCode[]>> = {
  finger: ['too-dry', 'too-wet', 'too-faint', 'partial', 'wrong-finger'],
  face: ['eyes-closed', 'too-dark', 'off-centre', 'moved'],
  iris: ['eyes-closed', 'glasses', 'moved'],
  signature: ['partial'],
}

/**
 * A recording set that makes everything up, for demonstration and tests: the same person gives the same answers, about
 * every fifth first attempt is poor, and the attempts after it get better.
 */
export const simulatedDevice: BiometricDevice = {
  name: 'simulator',
  isSimulated: true,
  async take({ item, attempt, subject }) {
    const [draw = 0, spread = 0, which = 0] = createHash('sha256').update(`${subject}/${item}`).digest()
    const isPoor = draw % 5 === 0 && attempt === 1
    const possible = faults[partOf(item)] ?? []
    const code = possible[which % possible.length]
    return {
      kind: 'taken',
      quality: isPoor ? 15 + (spread % 20) : Math.min(100, 62 + (spread % 34) + attempt),
      codes: isPoor && code ? [code] : [],
      format: 'application/x-simulated',
      data: createHash('sha256').update(`${subject}/${item}/${attempt}`).digest(),
    }
  },
}
