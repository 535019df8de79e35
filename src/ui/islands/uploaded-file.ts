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

/** The same row that `FileUpload` draws on the server. */
export function fileRow(file: UploadedFile, field: string, removeText: string): HTMLLIElement {
  const row = document.createElement('li')
  row.className = 'file'
  const name = document.createElement('span')
  name.className = 'file-name'
  const title = document.createElement(file.href ? 'a' : 'span')
  if (file.href) title.setAttribute('href', file.href)
  title.textContent = file.name
  const size = document.createElement('span')
  size.className = 'hint'
  size.textContent = ` ${formatBytes(file.size)}`
  name.append(title, size)
  const remove = document.createElement('button')
  remove.className = 'btn btn-quiet btn-small'
  remove.type = 'submit'
  remove.name = 'remove-file'
  remove.value = `${field}:${file.id}`
  remove.formNoValidate = true
  const whose = document.createElement('span')
  whose.className = 'sr-only'
  whose.textContent = ` ${file.name}`
  remove.append(removeText, whose)
  row.append(name, remove)
  return row
}
