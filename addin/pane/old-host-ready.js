/* Tells Office that the page has come up, so that it does not lay its own message over it. */
if (window.Office) window.Office.initialize = function () {}
