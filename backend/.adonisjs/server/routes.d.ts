import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'tokens.store': { paramsTuple?: []; params?: {} }
    'tokens.destroy_current': { paramsTuple?: []; params?: {} }
    'sessions.store': { paramsTuple?: []; params?: {} }
    'sessions.destroy': { paramsTuple?: []; params?: {} }
    'sessions.show': { paramsTuple?: []; params?: {} }
    'sessions.change_password': { paramsTuple?: []; params?: {} }
    'agencies.index': { paramsTuple?: []; params?: {} }
    'agencies.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'agencies.store': { paramsTuple?: []; params?: {} }
    'agencies.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'users.index': { paramsTuple?: []; params?: {} }
    'users.store': { paramsTuple?: []; params?: {} }
    'users.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'users.reset_password': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'caption_tracks.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'captions.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'captions.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'captions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'captions.read': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'recognitions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'recognitions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'waveforms.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'listed_videos.index': { paramsTuple?: []; params?: {} }
    'videos.store': { paramsTuple?: []; params?: {} }
    'videos.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'videos.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'videos.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'videos.replace_topics': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'desks.studio': { paramsTuple?: []; params?: {} }
    'desks.review': { paramsTuple?: []; params?: {} }
    'topics.index': { paramsTuple?: []; params?: {} }
    'topics.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'laws.index': { paramsTuple?: []; params?: {} }
    'laws.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'search.index': { paramsTuple?: []; params?: {} }
    'suggestions.index': { paramsTuple?: []; params?: {} }
    'coverage.show': { paramsTuple?: []; params?: {} }
    'consent_forms.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'personId': ParamValue} }
    'consent_forms.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'personId': ParamValue} }
    'consent_forms.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'personId': ParamValue} }
    'consent_withdrawals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'personId': ParamValue} }
    'register.index': { paramsTuple?: []; params?: {} }
    'form_tokens.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'law_records.index': { paramsTuple?: []; params?: {} }
    'law_records.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'law_changes.index': { paramsTuple?: []; params?: {} }
    'law_changes.store': { paramsTuple?: []; params?: {} }
    'law_changes.preview': { paramsTuple?: []; params?: {} }
    'law_changes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'law_changes.undo': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'citations.parse': { paramsTuple?: []; params?: {} }
    'notices.index': { paramsTuple?: []; params?: {} }
    'notices.mark_read': { paramsTuple?: []; params?: {} }
    'media.show_private': { paramsTuple: [ParamValue,ParamValue,...ParamValue[]]; params: {'id': ParamValue,'revision': ParamValue,'*': ParamValue[]} }
    'questions.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'questions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'questions.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'question_desk.index': { paramsTuple?: []; params?: {} }
    'question_desk.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'question_desk.redact': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'question_desk.answer': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'question_desk.step': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reports.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reports.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'report_desk.index': { paramsTuple?: []; params?: {} }
    'report_desk.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'report_desk.step': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'consents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'consents.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.owed': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.publish': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.unpublish': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.request_changes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.record': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'records.index': { paramsTuple?: []; params?: {} }
    'site.show': { paramsTuple?: []; params?: {} }
    'site.update': { paramsTuple?: []; params?: {} }
    'views.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'viewings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'video_statistics.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'statistics.index': { paramsTuple?: []; params?: {} }
    'statistics.report': { paramsTuple?: []; params?: {} }
    'statistics.hosts': { paramsTuple?: []; params?: {} }
    'statistics.searches': { paramsTuple?: []; params?: {} }
    'tags.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tags.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tag_suggestions.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tags.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tags.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'transcodes.retry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'transcodes.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'poster.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'queue.show': { paramsTuple?: []; params?: {} }
    'uploads.create': { paramsTuple?: []; params?: {} }
    'uploads.resume': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tasks.index': { paramsTuple?: []; params?: {} }
    'tasks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tasks.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tasks.undo': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tasks.decide_several': { paramsTuple?: []; params?: {} }
    'tasks.upcoming': { paramsTuple?: []; params?: {} }
    'clock.show': { paramsTuple?: []; params?: {} }
    'clock.update': { paramsTuple?: []; params?: {} }
    'media.show_public': { paramsTuple: [ParamValue,ParamValue,...ParamValue[]]; params: {'id': ParamValue,'revision': ParamValue,'*': ParamValue[]} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'health.metrics': { paramsTuple?: []; params?: {} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'feeds.rss': { paramsTuple?: []; params?: {} }
    'feeds.json': { paramsTuple?: []; params?: {} }
    'feeds.rss_of': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'slug': ParamValue} }
    'feeds.json_of': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'slug': ParamValue} }
    'sitemaps.index': { paramsTuple?: []; params?: {} }
    'sitemaps.pages': { paramsTuple?: []; params?: {} }
    'sitemaps.videos': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'list_embeds.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'slug': ParamValue} }
    'api_reference.show': { paramsTuple?: []; params?: {} }
    'oembed.show': { paramsTuple?: []; params?: {} }
    'site_files.robots': { paramsTuple?: []; params?: {} }
    'site_files.manifest': { paramsTuple?: []; params?: {} }
    'api.unknown': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'pages.home': { paramsTuple?: []; params?: {} }
    'pages.any': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
  }
  POST: {
    'tokens.store': { paramsTuple?: []; params?: {} }
    'sessions.store': { paramsTuple?: []; params?: {} }
    'agencies.store': { paramsTuple?: []; params?: {} }
    'users.store': { paramsTuple?: []; params?: {} }
    'users.reset_password': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'captions.read': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'recognitions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'videos.store': { paramsTuple?: []; params?: {} }
    'consent_withdrawals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'personId': ParamValue} }
    'law_changes.store': { paramsTuple?: []; params?: {} }
    'law_changes.preview': { paramsTuple?: []; params?: {} }
    'law_changes.undo': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'citations.parse': { paramsTuple?: []; params?: {} }
    'notices.mark_read': { paramsTuple?: []; params?: {} }
    'questions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'question_desk.step': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reports.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'report_desk.step': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.publish': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.request_changes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'views.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'viewings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tags.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'transcodes.retry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'uploads.create': { paramsTuple?: []; params?: {} }
    'tasks.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tasks.decide_several': { paramsTuple?: []; params?: {} }
    'api.unknown': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
  }
  DELETE: {
    'tokens.destroy_current': { paramsTuple?: []; params?: {} }
    'sessions.destroy': { paramsTuple?: []; params?: {} }
    'captions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'recognitions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'videos.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'consent_forms.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'personId': ParamValue} }
    'review.unpublish': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tags.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'transcodes.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'uploads.resume': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tasks.undo': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.unknown': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
  }
  GET: {
    'sessions.show': { paramsTuple?: []; params?: {} }
    'agencies.index': { paramsTuple?: []; params?: {} }
    'agencies.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'users.index': { paramsTuple?: []; params?: {} }
    'caption_tracks.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'captions.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'waveforms.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'listed_videos.index': { paramsTuple?: []; params?: {} }
    'videos.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'desks.studio': { paramsTuple?: []; params?: {} }
    'desks.review': { paramsTuple?: []; params?: {} }
    'topics.index': { paramsTuple?: []; params?: {} }
    'topics.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'laws.index': { paramsTuple?: []; params?: {} }
    'laws.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'search.index': { paramsTuple?: []; params?: {} }
    'suggestions.index': { paramsTuple?: []; params?: {} }
    'coverage.show': { paramsTuple?: []; params?: {} }
    'consent_forms.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'personId': ParamValue} }
    'register.index': { paramsTuple?: []; params?: {} }
    'form_tokens.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'law_records.index': { paramsTuple?: []; params?: {} }
    'law_records.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'law_changes.index': { paramsTuple?: []; params?: {} }
    'law_changes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notices.index': { paramsTuple?: []; params?: {} }
    'media.show_private': { paramsTuple: [ParamValue,ParamValue,...ParamValue[]]; params: {'id': ParamValue,'revision': ParamValue,'*': ParamValue[]} }
    'questions.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'questions.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'question_desk.index': { paramsTuple?: []; params?: {} }
    'question_desk.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reports.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'report_desk.index': { paramsTuple?: []; params?: {} }
    'report_desk.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'consents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.owed': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.record': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'records.index': { paramsTuple?: []; params?: {} }
    'site.show': { paramsTuple?: []; params?: {} }
    'video_statistics.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'statistics.index': { paramsTuple?: []; params?: {} }
    'statistics.report': { paramsTuple?: []; params?: {} }
    'statistics.hosts': { paramsTuple?: []; params?: {} }
    'statistics.searches': { paramsTuple?: []; params?: {} }
    'tags.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tag_suggestions.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'queue.show': { paramsTuple?: []; params?: {} }
    'tasks.index': { paramsTuple?: []; params?: {} }
    'tasks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tasks.upcoming': { paramsTuple?: []; params?: {} }
    'clock.show': { paramsTuple?: []; params?: {} }
    'media.show_public': { paramsTuple: [ParamValue,ParamValue,...ParamValue[]]; params: {'id': ParamValue,'revision': ParamValue,'*': ParamValue[]} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'health.metrics': { paramsTuple?: []; params?: {} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'feeds.rss': { paramsTuple?: []; params?: {} }
    'feeds.json': { paramsTuple?: []; params?: {} }
    'feeds.rss_of': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'slug': ParamValue} }
    'feeds.json_of': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'slug': ParamValue} }
    'sitemaps.index': { paramsTuple?: []; params?: {} }
    'sitemaps.pages': { paramsTuple?: []; params?: {} }
    'sitemaps.videos': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'list_embeds.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'slug': ParamValue} }
    'api_reference.show': { paramsTuple?: []; params?: {} }
    'oembed.show': { paramsTuple?: []; params?: {} }
    'site_files.robots': { paramsTuple?: []; params?: {} }
    'site_files.manifest': { paramsTuple?: []; params?: {} }
    'api.unknown': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'pages.home': { paramsTuple?: []; params?: {} }
    'pages.any': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
  }
  HEAD: {
    'sessions.show': { paramsTuple?: []; params?: {} }
    'agencies.index': { paramsTuple?: []; params?: {} }
    'agencies.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'users.index': { paramsTuple?: []; params?: {} }
    'caption_tracks.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'captions.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'waveforms.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'listed_videos.index': { paramsTuple?: []; params?: {} }
    'videos.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'desks.studio': { paramsTuple?: []; params?: {} }
    'desks.review': { paramsTuple?: []; params?: {} }
    'topics.index': { paramsTuple?: []; params?: {} }
    'topics.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'laws.index': { paramsTuple?: []; params?: {} }
    'laws.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'search.index': { paramsTuple?: []; params?: {} }
    'suggestions.index': { paramsTuple?: []; params?: {} }
    'coverage.show': { paramsTuple?: []; params?: {} }
    'consent_forms.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'personId': ParamValue} }
    'register.index': { paramsTuple?: []; params?: {} }
    'form_tokens.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'law_records.index': { paramsTuple?: []; params?: {} }
    'law_records.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'law_changes.index': { paramsTuple?: []; params?: {} }
    'law_changes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notices.index': { paramsTuple?: []; params?: {} }
    'media.show_private': { paramsTuple: [ParamValue,ParamValue,...ParamValue[]]; params: {'id': ParamValue,'revision': ParamValue,'*': ParamValue[]} }
    'questions.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'questions.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'question_desk.index': { paramsTuple?: []; params?: {} }
    'question_desk.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reports.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'report_desk.index': { paramsTuple?: []; params?: {} }
    'report_desk.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'consents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.owed': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'review.record': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'records.index': { paramsTuple?: []; params?: {} }
    'site.show': { paramsTuple?: []; params?: {} }
    'video_statistics.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'statistics.index': { paramsTuple?: []; params?: {} }
    'statistics.report': { paramsTuple?: []; params?: {} }
    'statistics.hosts': { paramsTuple?: []; params?: {} }
    'statistics.searches': { paramsTuple?: []; params?: {} }
    'tags.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tag_suggestions.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'queue.show': { paramsTuple?: []; params?: {} }
    'uploads.resume': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tasks.index': { paramsTuple?: []; params?: {} }
    'tasks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'tasks.upcoming': { paramsTuple?: []; params?: {} }
    'clock.show': { paramsTuple?: []; params?: {} }
    'media.show_public': { paramsTuple: [ParamValue,ParamValue,...ParamValue[]]; params: {'id': ParamValue,'revision': ParamValue,'*': ParamValue[]} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'health.metrics': { paramsTuple?: []; params?: {} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'feeds.rss': { paramsTuple?: []; params?: {} }
    'feeds.json': { paramsTuple?: []; params?: {} }
    'feeds.rss_of': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'slug': ParamValue} }
    'feeds.json_of': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'slug': ParamValue} }
    'sitemaps.index': { paramsTuple?: []; params?: {} }
    'sitemaps.pages': { paramsTuple?: []; params?: {} }
    'sitemaps.videos': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'list_embeds.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'slug': ParamValue} }
    'api_reference.show': { paramsTuple?: []; params?: {} }
    'oembed.show': { paramsTuple?: []; params?: {} }
    'site_files.robots': { paramsTuple?: []; params?: {} }
    'site_files.manifest': { paramsTuple?: []; params?: {} }
    'api.unknown': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'pages.home': { paramsTuple?: []; params?: {} }
    'pages.any': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
  }
  PUT: {
    'sessions.change_password': { paramsTuple?: []; params?: {} }
    'captions.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lang': ParamValue} }
    'videos.replace_topics': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'consent_forms.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'personId': ParamValue} }
    'question_desk.answer': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'consents.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'poster.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'clock.update': { paramsTuple?: []; params?: {} }
    'api.unknown': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
  }
  PATCH: {
    'agencies.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'users.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'videos.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'question_desk.redact': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'site.update': { paramsTuple?: []; params?: {} }
    'tags.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'uploads.resume': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.unknown': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
  }
  OPTIONS: {
    'uploads.create': { paramsTuple?: []; params?: {} }
    'uploads.resume': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.unknown': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}