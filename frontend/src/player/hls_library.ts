/** A module of our own, by which the server finds the file that the library is in and lets it be fetched with the page. */
export { default } from 'hls.js'
