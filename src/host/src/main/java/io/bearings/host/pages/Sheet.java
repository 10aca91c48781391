package io.bearings.host.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one page puts into the frame that all pages share. A value: every method returns a changed
 * copy.
 *
 * @param title the page's title, without the site's name
 * @param section the entry of the site's navigation that is current; empty for none
 * @param meta what scripts may ask about the page, by name without {@code ajs-}
 * @param contexts the web-resource contexts that the page needs
 * @param head what else belongs into the head
 * @param sidebar the navigation beside the content; {@link Html#NONE} for none
 * @param content the page itself
 */
record Sheet(
    String title,
    String section,
    Map<String, String> meta,
    List<String> contexts,
    Html head,
    Html sidebar,
    Html content) {

  Sheet {
    meta = Map.copyOf(meta);
    contexts = List.copyOf(contexts);
  }

  /** A page without sidebar and without special needs. */
  static Sheet of(String title, Html content) {
    return new Sheet(title, "", Map.of(), List.of(), Html.NONE, Html.NONE, content);
  }

  /** With the current entry of the site's navigation. */
  Sheet in(String other) {
    return new Sheet(title, other, meta, contexts, head, sidebar, content);
  }

  /** With something that scripts may ask about the page. */
  Sheet telling(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(meta);
    all.put(name, value);
    return new Sheet(title, section, all, contexts, head, sidebar, content);
  }

  /** With the web resources of a context. */
  Sheet needing(String context) {
    List<String> all = new ArrayList<>(contexts);
    all.add(context);
    return new Sheet(title, section, meta, all, head, sidebar, content);
  }

  /** With more in the head. */
  Sheet heading(Html more) {
    return new Sheet(title, section, meta, contexts, more, sidebar, content);
  }

  /** With navigation beside the content. */
  Sheet beside(Html navigation) {
    return new Sheet(title, section, meta, contexts, head, navigation, content);
  }
}
