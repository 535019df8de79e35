import { randomUUID } from 'node:crypto'

export type FormEntries = Readonly<Record<string, string | readonly string[] | undefined>>

export interface TestFile {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** A form as a browser sends it: multipart when it carries files. */
export function writeForm(form: FormEntries, files: readonly TestFile[]): { type: string; payload: Buffer } {
  const entries = Object.entries(form).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one as string]),
  )
  if (files.length === 0) {
    return { type: 'application/x-www-form-urlencoded', payload: Buffer.from(new URLSearchParams(entries).toString()) }
  }
  const boundary = `balai-${randomUUID()}`
  const parts = [
    ...entries.map(([name, value]) => Buffer.from(`${head(boundary, `name="${name}"`)}\r\n${value}\r\n`)),
    ...files.map((file) =>
      Buffer.concat([
        Buffer.from(
          `${head(boundary, `name="${file.field}"; filename="${file.name}"`)}content-type: ${file.type}\r\n\r\n`,
        ),
        file.bytes,
        Buffer.from('\r\n'),
      ]),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]
  return { type: `multipart/form-data; boundary=${boundary}`, payload: Buffer.concat(parts) }
}

function head(boundary: string, disposition: string): string {
  return `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n`
}
