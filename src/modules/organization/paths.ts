/** Addresses of organization's pages. */
export const organizationPaths = {
  offices: '/kantor',
  tree: '/admin/organisasi',
  newUnit: (parentId?: string) => `/admin/organisasi/baru${parentId ? `?induk=${parentId}` : ''}`,
  unit: (unitId: string) => `/admin/organisasi/unit/${unitId}`,
  editUnit: (unitId: string) => `/admin/organisasi/unit/${unitId}/ubah`,
  closeUnit: (unitId: string) => `/admin/organisasi/unit/${unitId}/tutup`,
  newPosition: (unitId: string) => `/admin/organisasi/unit/${unitId}/jabatan`,
  position: (positionId: string) => `/admin/organisasi/jabatan/${positionId}`,
  editPosition: (positionId: string) => `/admin/organisasi/jabatan/${positionId}/ubah`,
  closePosition: (positionId: string) => `/admin/organisasi/jabatan/${positionId}/tutup`,
  assign: (positionId: string) => `/admin/organisasi/jabatan/${positionId}/tugaskan`,
  endAssignment: (assignmentId: string) => `/admin/organisasi/penugasan/${assignmentId}/akhiri`,
  roles: '/admin/peran',
  newRole: '/admin/peran/baru',
  role: (key: string) => `/admin/peran/${key}`,
} as const
