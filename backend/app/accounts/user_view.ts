import Agency from './agency.js'
import type User from './user.js'

/** An account as its owner and administrators see it. */
export async function userView(user: User) {
  const agency = user.agencyId ? await Agency.find(user.agencyId) : null
  return describe(user, agency)
}

/** The same for many, with one query for all their agencies. */
export async function userViews(users: User[]) {
  const agencies = await Agency.query().whereIn('id', [...new Set(users.map((user) => user.agencyId ?? ''))])
  return users.map((user) => describe(user, agencies.find((agency) => agency.id === user.agencyId) ?? null))
}

function describe(user: User, agency: Agency | null) {
  return {
    id: user.id,
    email: user.email,
    fullName: user.fullName,
    role: user.role,
    agency: agency && { id: agency.id, slug: agency.slug, name: agency.name },
    disabled: user.disabledAt !== null,
    createdAt: user.createdAt.toISO(),
  }
}
