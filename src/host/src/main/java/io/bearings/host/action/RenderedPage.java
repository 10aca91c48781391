package io.bearings.host.action;

import io.bearings.host.runtime.PageDecorator.Page;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a rendered template apart, as SiteMesh does. */
final class RenderedPage {
  private static final Pattern HEAD = element("head");
  private static final Pattern BODY = element("body");
  private static final Pattern TITLE = element("title");
  private static final Pattern META = Pattern.compile("<meta\\b([^>]*)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = attribute("name");
  private static final Pattern CONTENT = attribute("content");

  private RenderedPage() {}

  private static Pattern element(String name) {
    return Pattern.compile(
        "<" + name + "\\b[^>]*>(.*)</" + name + ">", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  private static Pattern attribute(String name) {
    return Pattern.compile("\\b" + name + "\\s*=\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
  }

  static Page parse(String html) {
    String head = first(HEAD, html).orElse("");
    String body = first(BODY, html).orElseGet(() -> HEAD.matcher(html).replaceFirst(""));
    return new Page(
        meta(head, "decorator"),
        meta(head, "admin.active.section"),
        meta(head, "admin.active.tab"),
        plain(first(TITLE, head).orElse("").trim()),
        META.matcher(TITLE.matcher(head).replaceAll("")).replaceAll("").trim(),
        body);
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String meta(String head, String name) {
    Matcher metas = META.matcher(head);
    while (metas.find()) {
      if (first(NAME, metas.group(1)).filter(name::equals).isPresent()) {
        return plain(first(CONTENT, metas.group(1)).orElse(""));
      }
    }
    return "";
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
