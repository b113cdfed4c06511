import type { HttpContext } from '@adonisjs/core/http'
import { openapiDocument } from './openapi_document.js'
import { apiReference, referenceStyle } from './api_reference.js'
import { answerHtml } from './html_page.js'

export default class ApiReferenceController {
  /** The API for people to read, made from openapi.yaml. */
  async show(ctx: HttpContext) {
    const document = await openapiDocument()
    return answerHtml(ctx, {
      title: document.info.title,
      language: 'en',
      style: referenceStyle,
      mayBeFramed: false,
      isIndexed: true,
      body: apiReference(document),
    })
  }
}
