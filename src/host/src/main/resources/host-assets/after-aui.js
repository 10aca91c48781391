// The globals that Jira's pages offer to scripts, and the AMD modules that wrap them.
(function () {
  'use strict';
  var AJS = window.AJS;
  var $ = window.jQuery;

  // Jira's pages keep what scripts may ask in <meta name="ajs-…">; both ways to ask are in use.
  function metaOf(name) {
    var element = document.querySelector('meta[name="ajs-' + CSS.escape(name) + '"]');
    return element ? element.content : undefined;
  }
  document.querySelectorAll('meta[name^="ajs-"]').forEach(function (element) {
    var camel = element.name.slice(4).replace(/-([a-z])/g, function (match, letter) {
      return letter.toUpperCase();
    });
    AJS.params[camel] = element.content;
  });
  AJS.params.baseURL = AJS.contextPath();
  AJS.Meta = {
    get: function (name) {
      var value = metaOf(name);
      return value === 'true' ? true : value === 'false' ? false : value;
    },
    getBoolean: function (name) {
      return metaOf(name) === 'true';
    },
    getNumber: function (name) {
      return Number(metaOf(name));
    },
  };

  var define = window.define;
  define('jquery', [], function () {
    return $;
  });
  define('ajs', [], function () {
    return AJS;
  });
  define('aui/flag', [], function () {
    return AJS.flag;
  });
  define('aui/dialog2', [], function () {
    return AJS.dialog2;
  });
  define('wrm/context-path', [], function () {
    return AJS.contextPath;
  });
})();
