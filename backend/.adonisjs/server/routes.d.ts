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
    'agencies.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'users.index': { paramsTuple?: []; params?: {} }
    'users.store': { paramsTuple?: []; params?: {} }
    'users.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'users.reset_password': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'topics.index': { paramsTuple?: []; params?: {} }
    'topics.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'laws.index': { paramsTuple?: []; params?: {} }
    'laws.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'site.show': { paramsTuple?: []; params?: {} }
    'site.update': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'tokens.store': { paramsTuple?: []; params?: {} }
    'sessions.store': { paramsTuple?: []; params?: {} }
    'agencies.store': { paramsTuple?: []; params?: {} }
    'users.store': { paramsTuple?: []; params?: {} }
    'users.reset_password': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  DELETE: {
    'tokens.destroy_current': { paramsTuple?: []; params?: {} }
    'sessions.destroy': { paramsTuple?: []; params?: {} }
  }
  GET: {
    'sessions.show': { paramsTuple?: []; params?: {} }
    'agencies.index': { paramsTuple?: []; params?: {} }
    'agencies.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'users.index': { paramsTuple?: []; params?: {} }
    'topics.index': { paramsTuple?: []; params?: {} }
    'topics.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'laws.index': { paramsTuple?: []; params?: {} }
    'laws.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'site.show': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'sessions.show': { paramsTuple?: []; params?: {} }
    'agencies.index': { paramsTuple?: []; params?: {} }
    'agencies.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'users.index': { paramsTuple?: []; params?: {} }
    'topics.index': { paramsTuple?: []; params?: {} }
    'topics.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'laws.index': { paramsTuple?: []; params?: {} }
    'laws.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'site.show': { paramsTuple?: []; params?: {} }
  }
  PUT: {
    'sessions.change_password': { paramsTuple?: []; params?: {} }
  }
  PATCH: {
    'agencies.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'users.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'site.update': { paramsTuple?: []; params?: {} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}