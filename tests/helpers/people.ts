import Agency from '#app/accounts/agency'
import User, { type Role } from '#app/accounts/user'
import { newId } from '#app/core/ids'

export const password = 'mật khẩu đủ dài'

export function givenAgency(name = `Đơn vị ${newId()}`) {
  return Agency.create({ name, slug: `don-vi-${newId()}` })
}

export function givenUser(role: Role, fields: Partial<User> = {}) {
  return User.create({ email: `${newId()}@example.test`, fullName: 'Nguyễn Thị Thử', role, password, ...fields })
}
