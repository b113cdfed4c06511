import router from '@adonisjs/core/services/router'
import accountsRoutes from '#app/accounts/accounts_routes'
import siteRoutes from '#app/site/site_routes'

router
  .group(() => {
    accountsRoutes()
    siteRoutes()
  })
  .prefix('/api/v1')
