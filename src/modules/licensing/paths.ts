import { withQuery } from '#ui/index.ts'

export const licensingPaths = {
  stalls: '/kios-pasar',
  stallsOf: (query: Readonly<Record<string, string | undefined>>) => withQuery('/kios-pasar', query),
}
