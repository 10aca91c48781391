package io.bearings.systemtests.tour;

import com.microsoft.playwright.Page;
import java.util.List;

/** What hostile texts did to a page. */
final class Harm {
  /**
   * Scripts would have set {@code hacked}; templates and messages would have computed; what is cut
   * has to be whole in what a reader of the screen or of a tooltip gets.
   */
  private static final String FINDINGS =
      """
      () => {
        const found = [];
        // What unfolds for whoever points at it or comes to it by keyboard is whole there.
        const whole = (element) => element.hasAttribute('tabindex')
          || ['title', 'aria-label'].some((name) => (element.closest('[' + name + ']')?.getAttribute(name) || '').includes(element.lastChild.textContent.trim()));
        if (window.hacked !== undefined) { found.push('somebody\\'s script ran'); }
        if (document.querySelector('img[src="x"], a[href^="javascript:window"]')) { found.push('somebody\\'s markup is in the page'); }
        const text = document.body.innerText;
        if (/[{$]\\{49\\}|\\{\\{49|> ?49 49 /.test(text)) { found.push('a template was computed'); }
        if (/&(amp|quot|#39);/.test(text)) { found.push('a text was escaped twice'); }
        const wide = document.documentElement.scrollWidth - window.innerWidth;
        if (wide > 0) { found.push('the page is ' + wide + ' pixels wider than the window'); }
        for (const element of document.querySelectorAll('[class*="bearings-"], [class*="bearings-"] *')) {
          const style = getComputedStyle(element);
          const cut = style.textOverflow === 'ellipsis' && style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
          const clamped = style.webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 1;
          if ((cut || clamped) && element.getClientRects().length && !whole(element) && !element.matches('select, input')) {
            found.push('cut, and nowhere whole: <' + element.tagName.toLowerCase() + ' class="' + element.className + '"> "' + element.textContent.trim().slice(0, 40) + '"');
          }
        }
        for (const picture of document.images) {
          if (picture.complete && picture.naturalWidth === 0) { found.push('a picture is missing: ' + picture.src); }
        }
        return found;
      }""";

  private Harm() {}

  /** What is wrong, in words; empty when every text is a text. */
  @SuppressWarnings("unchecked")
  static List<String> findings(Page page) {
    return (List<String>) page.evaluate(FINDINGS);
  }
}
