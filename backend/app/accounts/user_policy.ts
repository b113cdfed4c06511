import { BasePolicy } from '@adonisjs/bouncer'
import type User from './user.js'

export default class UserPolicy extends BasePolicy {
  /** Accounts, agencies, the site's settings and the state of the queue are the administrators' business. */
  administer(actor: User) {
    return actor.isAdministrator
  }
}
