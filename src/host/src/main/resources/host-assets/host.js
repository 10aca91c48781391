// Behaviour that every page has.
(function () {
  'use strict';
  // Wide tables scroll inside their frame, which then must be reachable with the keyboard.
  document.querySelectorAll('.host-wide').forEach(function (frame) {
    if (frame.scrollWidth > frame.clientWidth) {
      frame.tabIndex = 0;
    }
  });
  // As in Jira: Enter searches, Shift and Enter begin a new line.
  const query = document.getElementById('advanced-search');
  if (query) {
    query.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        query.form.requestSubmit();
      }
    });
  }
})();
