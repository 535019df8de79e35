import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { bodyPath, PREAMBLE, setPages } from './compile.ts'
import { getTypecase } from './compiler.ts'

/**
 * Everything beside the data that decides what a page looks like: the Typst files, the fonts and the version of the
 * compiler. Kept with the documents, so that an old one can be set again as it was.
 */
export interface Toolkit {
  /** SHA-256 over compiler and files, hexadecimal. */
  readonly digest: string
  /** Package and version: `@myriaddreamin/typst-ts-node-compiler@0.7.0`. */
  readonly compiler: string
  /** Path below the templates folder to SHA-256. */
  readonly files: Readonly<Record<string, string>>
}

const compilerPackage = '@myriaddreamin/typst-ts-node-compiler'
let current: Promise<Toolkit> | undefined

/** The toolkit of this program. @param keep is given every file once, the first time in this process */
export function currentToolkit(): Promise<Toolkit> {
  current ??= readToolkit()
  return current
}

async function readToolkit(): Promise<Toolkit> {
  const { workspace } = await getTypecase()
  const files: Record<string, string> = {}
  for (const path of await toolkitPaths(workspace)) {
    files[path] = createHash('sha256')
      .update(await readFile(join(workspace, path)))
      .digest('hex')
  }
  const { version } = createRequire(import.meta.url)(`${compilerPackage}/package.json`) as { version: string }
  const compiler = `${compilerPackage}@${version}`
  const digest = createHash('sha256')
    .update(JSON.stringify([compiler, files]))
    .digest('hex')
  return { digest, compiler, files }
}

/** The bytes of each file of the current toolkit. */
export async function* toolkitFiles(): AsyncGenerator<Uint8Array> {
  const { workspace } = await getTypecase()
  for (const path of Object.keys((await currentToolkit()).files)) yield readFile(join(workspace, path))
}

async function toolkitPaths(workspace: string): Promise<string[]> {
  const entries = await readdir(workspace, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(typ|ttf)$/.test(entry.name))
    .map((entry) => relative(workspace, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** What an archived document is set from again. */
export interface Setting {
  readonly template: string
  /** As `pageFile` made it at issue. */
  readonly page: string
  /** The body that staff wrote, of an official letter. */
  readonly source: string | undefined
  /** The moment in the file's metadata. */
  readonly now: Date
}

/**
 * Sets a document again with the files it was first set with, whatever the program's own templates have become. Its body was
 * judged and set before, so it needs no process of its own.
 * @param read gives a file of the toolkit by its hash
 * @throws Error when the compiler refuses, or a file of the toolkit is gone
 */
export async function setAgain(
  toolkit: Toolkit,
  setting: Setting,
  read: (hash: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'balai-set-'))
  try {
    const fontBlobs: Buffer[] = []
    for (const [path, hash] of Object.entries(toolkit.files)) {
      const bytes = Buffer.from(await read(hash))
      if (path.endsWith('.ttf')) fontBlobs.push(bytes)
      else await place(folder, path, bytes)
    }
    if (setting.source !== undefined) await place(folder, bodyPath(setting.source), PREAMBLE + setting.source)
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] })
    const document = setPages({ compiler, workspace: folder }, setting.template, setting.page).result
    if (!document) throw new Error(`${setting.template} could not be set again`)
    const creationTimestamp = Math.floor(setting.now.getTime() / 1000)
    return compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function place(folder: string, path: string, bytes: Uint8Array | string): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
}
