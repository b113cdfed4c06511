import hash from '@adonisjs/core/services/hash'
import Agency from '#app/accounts/agency'
import User, { type Role } from '#app/accounts/user'
import { newId } from '#app/core/ids'

export const password = 'mật khẩu đủ dài'

let hashed: Promise<string> | undefined

export function givenAgency(name = `Đơn vị ${newId()}`) {
  return Agency.create({ name, slug: `don-vi-${newId()}` })
}

/** Somebody whose password is `password`; it is hashed once for all, for hashing is slow on purpose. */
export async function givenUser(role: Role, fields: Partial<User> = {}) {
  const digest = await (hashed ??= hash.make(password))
  const id = newId()
  // Quietly: the hook would hash the digest
  return User.createQuietly({
    id,
    email: `${id}@example.test`,
    fullName: 'Nguyễn Thị Thử',
    role,
    agencyId: null,
    disabledAt: null,
    ...fields,
    password: digest,
  } as Partial<User>)
}

/** One of each role, none of whom has to do with anything. */
export async function givenEverybody() {
  const [producer, editor, administrator] = await Promise.all([
    givenUser('producer'),
    givenUser('editor'),
    givenUser('administrator'),
  ])
  return { nobody: null, producer, editor, administrator }
}
