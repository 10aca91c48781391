// Behaviour that every page has.
(function () {
  'use strict';
  // Wide tables scroll inside their frame, which then must be reachable with the keyboard.
  document.querySelectorAll('.host-wide').forEach(function (frame) {
    if (frame.scrollWidth > frame.clientWidth) {
      frame.tabIndex = 0;
    }
  });
})();
