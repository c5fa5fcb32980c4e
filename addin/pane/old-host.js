/* Runs first and in the language of 2009: engines that cannot run the pane get a page that says what to do. */
;(function () {
  var lacks =
    typeof Promise === 'undefined' ||
    typeof Map === 'undefined' ||
    typeof globalThis === 'undefined' ||
    !('noModule' in document.createElement('script')) ||
    !Array.prototype.findLast ||
    !Array.prototype.at ||
    !Object.hasOwn ||
    typeof structuredClone === 'undefined'
  if (lacks) window.location.replace('old-host.html')
})()
