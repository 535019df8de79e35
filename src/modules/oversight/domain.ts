/** A count or place as it stands in an address; undefined for anything else, also for what is too large to count. */
export function readCount(text: string | undefined): number | undefined {
  if (!text || !/^(0|[1-9]\d{0,15})$/.test(text)) return undefined
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : undefined
}

/** Which tile an address of C2SP tlog-tiles names. */
export interface TileName {
  /** `entries`: the records themselves. */
  readonly level: number | 'entries'
  readonly index: number
  /** 256 unless it is the last one of a size that was signed. */
  readonly width: number
}

const fullWidth = 256
/** Above it a single hash would stand for more leaves than can be counted. */
const highestLevel = 5

/** `0/x001/234.p/5` is tile 1234 of level 0, of which five hashes are wanted. */
export function readTileName(path: string): TileName | undefined {
  const [, level, index, width] =
    /^(0|[1-9]\d?|entries)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? []
  if (level === undefined || index === undefined) return undefined
  if (level !== 'entries' && Number(level) > highestLevel) return undefined
  if (index.startsWith('x000/')) return undefined
  const wide = width === undefined ? fullWidth : Number(width)
  if (width !== undefined && wide >= fullWidth) return undefined
  return {
    level: level === 'entries' ? 'entries' : Number(level),
    index: Number(index.replaceAll(/[x/]/g, '')),
    width: wide,
  }
}

/** When a record was made, as its id (UUID version 7) carries it. */
export function momentOfId(id: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
}
