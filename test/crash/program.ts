import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/kernel/paths.ts'

/** The real program, started as an operator starts it, with fsync on. */
export class Program {
  private constructor(
    readonly url: string,
    readonly process: ChildProcess,
    private readonly dataDir: string,
    private readonly said: () => string,
  ) {}

  /** @param sign what it says when it has come far enough */
  static async start(dataDir: string, port: number, sign = 'Balai is open at'): Promise<Program> {
    const child = spawn(process.execPath, ['bin/balai.mjs', 'serve', '--demo', '--people', '600'], {
      cwd: projectRoot,
      env: environment(dataDir, port),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const open = new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes(sign)) resolve()
      }
      child.stdout.on('data', listen)
      child.stderr.on('data', listen)
      child.once('exit', (code) => reject(new Error(`balai serve ended with ${code}:\n${said}`)))
    })
    const program = new Program(`http://localhost:${port}`, child, dataDir, () => said)
    await open
    return program
  }

  /** Everything it wrote on the terminal. */
  get output(): string {
    return this.said()
  }

  /** Folder of the database cluster: beside the data, or where its server's user can reach it. */
  get cluster(): string {
    const marker = join(this.dataDir, 'database-place')
    return join(existsSync(marker) ? readFileSync(marker, 'utf8').trim() : join(this.dataDir, 'database'), 'postgres')
  }

  get databasePid(): number {
    return Number(readFileSync(join(this.cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  }

  /** Processes of its database server, whoever started them. */
  get databaseProcesses(): string[] {
    const all = spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).stdout.split('\n')
    return all.filter((line) => line.includes(this.cluster))
  }

  killDatabase(): void {
    process.kill(this.databasePid, 'SIGKILL')
  }

  get isRunning(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null
  }

  async kill(): Promise<void> {
    if (!this.isRunning) throw new Error(`it had died by itself:\n${this.output.slice(-3000)}`)
    const gone = once(this.process, 'exit')
    this.process.kill('SIGKILL')
    await gone
  }

  /** Ctrl-C. @returns its exit code, and how long it took to end */
  async interrupt(): Promise<{ code: number | null; seconds: number }> {
    const start = performance.now()
    const gone = once(this.process, 'exit')
    this.process.kill('SIGINT')
    const [code] = await gone
    return { code, seconds: (performance.now() - start) / 1000 }
  }

  async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/readyz`).catch(() => undefined)
    return answer?.status === 200
  }
}

/** Runs another verb beside it. */
export function runVerb(dataDir: string, ...args: string[]): { status: number | null; output: string } {
  const done = spawnSync(process.execPath, ['bin/balai.mjs', ...args], {
    cwd: projectRoot,
    env: environment(dataDir, 0),
    encoding: 'utf8',
  })
  return { status: done.status, output: done.stdout + done.stderr }
}

/** Only what an operator would set; nothing of the test runner. */
function environment(dataDir: string, port: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    BALAI_DATA: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    REQUESTS_PER_MINUTE: '1000000',
    TRUST_PROXY: '1',
  }
}

export async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 30): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${seconds} s went by and still not: ${what}`)
}
