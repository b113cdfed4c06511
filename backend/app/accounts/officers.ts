import { invalid } from '#app/core/hub_error'
import type Agency from './agency.js'
import User from './user.js'

export interface Officer {
  id: string
  fullName: string
  /** False where the account has been locked or may no longer review: somebody else has to be named. */
  isAble: boolean
}

export interface Officers {
  officer: Officer | null
  deputy: Officer | null
}

/** Who answers for the submissions of these agencies, by agency, in one query. */
export async function officersOf(agencies: Agency[]): Promise<(agency: Agency) => Officers> {
  const users = await User.query().whereIn('id', [
    ...new Set(agencies.flatMap(({ officerIds }) => officerIds)),
  ])
  const named = (id: string | null) => {
    const user = users.find((one) => one.id === id)
    return user ? { id: user.id, fullName: user.fullName, isAble: isAble(user) } : null
  }
  return ({ officerId, deputyId }) => ({ officer: named(officerId), deputy: named(deputyId) })
}

/** @throws E_OFFICER_UNKNOWN unless these are open accounts of editors, E_OFFICER_TWICE where both are one */
export async function checkOfficers(fields: { officerId?: string | null; deputyId?: string | null }) {
  for (const field of ['officerId', 'deputyId'] as const) {
    const id = fields[field]
    if (!id) continue
    const user = await User.find(id)
    if (!user || !isAble(user)) throw invalid('E_OFFICER_UNKNOWN', field)
  }
  if (fields.officerId && fields.officerId === fields.deputyId) throw invalid('E_OFFICER_TWICE', 'deputyId')
}

const isAble = (user: User) => user.isEditor && !user.disabledAt
