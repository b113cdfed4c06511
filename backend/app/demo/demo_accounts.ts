import Agency from '#app/accounts/agency'
import User, { type Role } from '#app/accounts/user'
import { readSiteSettings, changeSiteSettings } from '#app/site/site_settings'

export const demoPassword = 'demo-2026'
const domain = '@demo.test'

const people: { role: Role; name: string; fullName: string }[] = [
  { role: 'producer', name: 'producer', fullName: 'Trần Thị Bình (dùng thử)' },
  { role: 'producer', name: 'skits', fullName: 'Tổ tiểu phẩm (dùng thử)' },
  { role: 'editor', name: 'editor', fullName: 'Lê Văn Cường (dùng thử)' },
  { role: 'administrator', name: 'admin', fullName: 'Nguyễn Thị An (dùng thử)' },
]

/** The accounts that a newcomer tries the hub with, their agency, and a footer that says it is a trial. Idempotent. */
export async function makeDemoAccounts(): Promise<void> {
  const agency = await Agency.firstOrCreate(
    { slug: 'so-tu-phap-dung-thu' },
    {
      name: 'Sở Tư pháp (dùng thử)',
      responsibleName: 'Nguyễn Thị An',
      responsiblePhone: '0234 000 0000',
      responsibleEmail: `admin${domain}`,
    }
  )
  for (const { role, name, fullName } of people) {
    const email = name + domain
    if (await User.findBy('email', email)) continue
    await User.create({ email, role, fullName, password: demoPassword, agencyId: agency.id })
  }
  const site = await readSiteSettings()
  if (site.managingBody) return
  await changeSiteSettings({
    managingBody: 'Sở Tư pháp (bản dùng thử)',
    responsiblePerson: 'Nguyễn Thị An, Trưởng phòng Phổ biến, giáo dục pháp luật',
    contactPhone: '0234 000 0000',
    contactEmail: `admin${domain}`,
  })
}

/** Locks the demo accounts and ends their sessions; what they made stays, for the office to keep or delete. */
export async function lockDemoAccounts(): Promise<number> {
  const { DateTime } = await import('luxon')
  const { endSessions } = await import('#app/accounts/end_sessions')
  const users = await User.query().where('email', 'like', `%${domain}`).whereNull('disabledAt')
  for (const user of users) {
    await user.merge({ disabledAt: DateTime.utc() }).save()
    await endSessions(user)
  }
  return users.length
}
