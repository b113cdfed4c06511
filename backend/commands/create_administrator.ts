import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class CreateAdministrator extends BaseCommand {
  static commandName = 'administrator:create'
  static description = 'Make an account that may administer the site; its password is made and shown once'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'E-mail address' })
  declare email: string

  @args.string({ description: 'Full name' })
  declare fullName: string

  async run() {
    const { default: User } = await import('#app/accounts/user')
    const { newUserValidator } = await import('#app/accounts/accounts_validators')
    const { temporaryPassword } = await import('#app/accounts/temporary_password')
    const fields = await newUserValidator.validate({
      email: this.email,
      fullName: this.fullName,
      role: 'administrator',
    })
    if (await User.findBy('email', fields.email)) {
      this.logger.error(`There is an account for ${fields.email} already.`)
      this.exitCode = 1
      return
    }
    const password = temporaryPassword()
    await User.create({ ...fields, password })
    this.logger.success(`${fields.email} may now sign in with the password ${password}`)
  }
}
