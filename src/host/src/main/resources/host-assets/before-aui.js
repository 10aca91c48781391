// What AUI expects to find when it is loaded.
(function () {
  'use strict';
  var meta = document.querySelector('meta[name="ajs-context-path"]');
  var contextPath = meta ? meta.content : '';
  window.WRM = window.WRM || {};
  window.WRM.contextPath = function () {
    return contextPath;
  };
})();
