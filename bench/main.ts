import { Stage } from './stage.ts'
export async function main(args: readonly string[]) {
  const stage = new Stage(console.log)
  const n = Number(args[0] ?? 5000)
  await stage.region('x', { people: 20000, cases: n })
  console.log(process.memoryUsage().rss / 1e6)
  await stage.close()
  return 0
}
