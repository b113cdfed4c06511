import { type AccessToken, DbAccessTokensProvider } from '@adonisjs/auth/access_tokens'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { compose } from '@adonisjs/core/helpers'
import hash from '@adonisjs/core/services/hash'
import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { instant } from '#app/core/columns'
import { newId } from '#app/core/ids'

export const roles = ['producer', 'editor', 'administrator'] as const
export type Role = (typeof roles)[number]

const WithCredentials = withAuthFinder(() => hash.use(), { uids: ['email'], passwordColumnName: 'password' })

export default class User extends compose(BaseModel, WithCredentials) {
  static selfAssignPrimaryKey = true
  static accessTokens = DbAccessTokensProvider.forModel(User, { expiresIn: '365 days', prefix: 'hub_' })

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare email: string

  @column()
  declare fullName: string

  @column({ serializeAs: null })
  declare password: string

  @column()
  declare role: Role

  @column()
  declare agencyId: string | null

  @instant()
  declare disabledAt: DateTime | null

  @instant({ autoCreate: true })
  declare createdAt: DateTime

  @instant({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  declare currentAccessToken?: AccessToken

  @beforeCreate()
  static giveId(user: User) {
    user.id ||= newId()
  }

  get isEditor() {
    return this.role === 'editor' || this.role === 'administrator'
  }

  get isAdministrator() {
    return this.role === 'administrator'
  }
}
