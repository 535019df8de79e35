export const peoplePaths = {
  register: '/register',
  person: (personId: string) => `/register/orang/${personId}`,
  unmask: (personId: string) => `/register/orang/${personId}/buka`,
  family: (familyId: string) => `/register/keluarga/${familyId}`,
}
