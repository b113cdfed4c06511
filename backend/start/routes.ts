import router from '@adonisjs/core/services/router'
import accountsRoutes from '#app/accounts/accounts_routes'
import captionsRoutes from '#app/captions/captions_routes'
import catalogueRoutes from '#app/catalogue/catalogue_routes'
import coverageRoutes from '#app/coverage/coverage_routes'
import lawsRoutes from '#app/laws/laws_routes'
import consentsRoutes from '#app/consents/consents_routes'
import formsRoutes from '#app/forms/forms_routes'
import healthRoutes from '#app/health/health_routes'
import noticesRoutes from '#app/notices/notices_routes'
import pagesRoutes from '#app/pages/pages_routes'
import keepingRoutes from '#app/keeping/keeping_routes'
import playbackRoutes, { publicMediaRoutes } from '#app/playback/playback_routes'
import questionsRoutes from '#app/questions/questions_routes'
import reportsRoutes from '#app/reports/reports_routes'
import reviewRoutes from '#app/review/review_routes'
import siteRoutes from '#app/site/site_routes'
import statisticsRoutes from '#app/statistics/statistics_routes'
import syndicationRoutes from '#app/syndication/syndication_routes'
import tagsRoutes from '#app/tags/tags_routes'
import transcodingRoutes from '#app/transcoding/transcoding_routes'
import uploadsRoutes from '#app/uploads/uploads_routes'
import validityRoutes from '#app/validity/validity_routes'

router
  .group(() => {
    accountsRoutes()
    captionsRoutes()
    catalogueRoutes()
    coverageRoutes()
    consentsRoutes()
    formsRoutes()
    keepingRoutes()
    lawsRoutes()
    noticesRoutes()
    playbackRoutes()
    questionsRoutes()
    reportsRoutes()
    reviewRoutes()
    siteRoutes()
    statisticsRoutes()
    tagsRoutes()
    transcodingRoutes()
    uploadsRoutes()
    validityRoutes()
  })
  .prefix('/api/v1')

publicMediaRoutes()
healthRoutes()
syndicationRoutes()
pagesRoutes()
