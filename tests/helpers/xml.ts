import { DOMParser, type Document, onErrorStopParsing } from '@xmldom/xmldom'

/** The document, or an exception at the first thing that is not well-formed. */
export const readXml = (text: string): Document =>
  new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml')

/** The texts of all elements of that (prefixed) name. */
export const textsOf = (document: Document, name: string): string[] =>
  [...document.getElementsByTagName(name)].map((element) => element.textContent ?? '')
