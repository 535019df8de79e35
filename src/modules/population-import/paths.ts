const root = '/impor-penduduk'

export const importPaths = {
  list: root,
  start: `${root}/baru`,
  show: (importId: string) => `${root}/${importId}`,
  part: (importId: string) => `${root}/${importId}/bagian`,
  columns: (importId: string) => `${root}/${importId}/kolom`,
  problems: (importId: string) => `${root}/${importId}/masalah`,
  rejected: (importId: string) => `${root}/${importId}/baris-ditolak`,
  act: (importId: string, verb: string) => `${root}/${importId}/${verb}`,
}
