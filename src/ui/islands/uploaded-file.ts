import { formatBytes } from '../components/file-size.ts'

export type UploadedFile = { id: string; name: string; size: number; href?: string }

export function sizeOk(file: File, maxBytes: string | undefined): boolean {
  return !maxBytes || file.size <= Number(maxBytes)
}

/** As the browser reads `accept`: MIME types, `image/*`, or endings. */
export function typeOk(file: { name: string; type: string }, accept: string | undefined): boolean {
  if (!accept) return true
  const name = file.name.toLowerCase()
  return accept
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .some((one) => {
      if (one.startsWith('.')) return name.endsWith(one)
      return one.endsWith('/*') ? file.type.startsWith(one.slice(0, -1)) : file.type === one
    })
}

/** A row made from the server's own template. */
export function fileRow(template: HTMLTemplateElement, file: UploadedFile, field: string): Node {
  const row = template.content.cloneNode(true) as DocumentFragment
  for (const name of row.querySelectorAll('[data-file-name]')) name.textContent = ` ${file.name}`
  const link = row.querySelector('a')
  if (link && file.href) link.href = file.href
  else link?.removeAttribute('href')
  const size = row.querySelector('[data-file-size]')
  if (size) size.textContent = formatBytes(file.size)
  const remove = row.querySelector('button')
  if (remove) remove.value = `${field}:${file.id}`
  return row
}
