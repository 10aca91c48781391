package io.bearings.host.web;

import io.bearings.host.descriptor.Module;
import io.bearings.host.descriptor.Module.WebResource;
import io.bearings.host.descriptor.PluginDescriptor;
import io.bearings.host.i18n.Translations;
import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.runtime.AddOnFailure;
import io.bearings.host.runtime.AddOnRuntime.PageResources;
import io.bearings.host.runtime.HostSite;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The add-on's scripts, styles and images: which a page needs, and their content. */
public final class WebResources {
  private static final Logger LOG = LoggerFactory.getLogger(WebResources.class);
  private static final String JS_I18N = "jsI18n";

  /** Plugins of Jira whose web resources the host's own pages load everywhere. */
  private static final Set<String> ON_EVERY_PAGE =
      Set.of(
          "com.atlassian.auiplugin",
          "jira.webresources",
          "com.atlassian.plugins.jquery",
          "com.atlassian.plugins.atlassian-plugins-webresource-rest");

  private final PluginDescriptor descriptor;
  private final AddOnBundle bundle;
  private final Translations translations;
  private final HostSite site;
  private final Map<String, WebResource> byKey = new LinkedHashMap<>();
  private final Map<String, Served> served = new ConcurrentHashMap<>();

  /**
   * Checks every web resource of the descriptor.
   *
   * @throws AddOnFailure naming the module whose file or dependency is missing
   */
  public WebResources(
      PluginDescriptor descriptor, AddOnBundle bundle, Translations translations, HostSite site) {
    this.descriptor = descriptor;
    this.bundle = bundle;
    this.translations = translations;
    this.site = site;
    descriptor
        .modules(WebResource.class)
        .forEach(module -> byKey.put(descriptor.completeKey(module), module));
    byKey.forEach(this::check);
  }

  private void check(String completeKey, WebResource module) {
    for (WebResource.Download download : module.downloads()) {
      boolean there =
          download.location().endsWith("/")
              ? !bundle.filesIn(download.location()).isEmpty()
              : bundle.file(download.location()).isPresent();
      if (!there) {
        throw new AddOnFailure(
            "The web-resource "
                + completeKey
                + " names the file "
                + download.location()
                + ", which is missing");
      }
    }
    for (String dependency : module.dependencies()) {
      if (!isKnown(dependency)) {
        throw new AddOnFailure(
            "The web-resource " + completeKey + " depends on the unknown " + dependency);
      }
    }
    module
        .transformersByExtension()
        .forEach(
            (extension, keys) -> {
              if (!extension.equals("js") || !keys.equals(List.of(JS_I18N))) {
                throw new AddOnFailure(
                    "The web-resource "
                        + completeKey
                        + " transforms ."
                        + extension
                        + " by "
                        + keys
                        + "; the host knows jsI18n for js");
              }
            });
  }

  private boolean isKnown(String completeKey) {
    return byKey.containsKey(completeKey) || isOnEveryPage(completeKey);
  }

  private static boolean isOnEveryPage(String completeKey) {
    int colon = completeKey.indexOf(':');
    return colon > 0 && ON_EVERY_PAGE.contains(completeKey.substring(0, colon));
  }

  /**
   * Collects what one page requires.
   *
   * @param locale the language of the page's reader, asked when the tags are written
   */
  public PageResources forPage(Supplier<Locale> locale) {
    return new Required(locale);
  }

  /**
   * The addresses of what a web resource brings along with all that it depends on, in the order in
   * which a page loads them, for scripts that ask for it after the page is there; empty when there
   * is no such web resource.
   */
  Optional<List<String>> addresses(String completeKey, Locale locale) {
    if (!byKey.containsKey(completeKey)) {
      return Optional.empty();
    }
    Required required = new Required(() -> locale);
    required.requireResource(completeKey);
    return Optional.of(required.addresses());
  }

  private final class Required implements PageResources {
    private final Supplier<Locale> locale;
    private final Set<String> required = new LinkedHashSet<>();
    private final Set<String> begun = new LinkedHashSet<>();

    Required(Supplier<Locale> locale) {
      this.locale = locale;
    }

    @Override
    public void requireResource(String completeKey) {
      WebResource module = byKey.get(completeKey);
      if (module == null) {
        if (!isOnEveryPage(completeKey)) {
          LOG.error("A page requires the unknown web resource {}", completeKey);
        }
        return;
      }
      if (!begun.add(completeKey)) {
        return;
      }
      module.dependencies().forEach(this::requireResource);
      required.add(completeKey);
    }

    @Override
    public void requireContext(String context) {
      byKey.forEach(
          (key, module) -> {
            if (module.contexts().contains(context)) {
              requireResource(key);
            }
          });
    }

    @Override
    public String tags() {
      StringBuilder styles = new StringBuilder();
      StringBuilder scripts = new StringBuilder();
      for (String address : addresses()) {
        String escaped = address.replace("&", "&amp;");
        if (isStyle(address)) {
          styles.append("<link rel=\"stylesheet\" href=\"").append(escaped).append("\">\n");
        } else {
          scripts.append("<script src=\"").append(escaped).append("\"></script>\n");
        }
      }
      return styles.append(scripts).toString();
    }

    List<String> addresses() {
      List<String> addresses = new ArrayList<>();
      for (String key : required) {
        for (WebResource.Download download : byKey.get(key).downloads()) {
          String name = download.name();
          if (name.endsWith(".css") || name.endsWith(".js")) {
            addresses.add(url(key, name));
          }
        }
      }
      return addresses;
    }

    private static boolean isStyle(String address) {
      return address.substring(0, address.indexOf('?')).endsWith(".css");
    }

    private String url(String key, String name) {
      Locale reader = locale.get();
      String version = find(key, name, reader).map(Served::tag).orElse("missing");
      return site.contextPath()
          + "/download/resources/"
          + key
          + "/"
          + name
          + "?locale="
          + reader.toLanguageTag()
          + "&v="
          + version;
    }
  }

  /**
   * A file as a browser gets it.
   *
   * @param tag changes with the content
   */
  record Served(byte[] content, String type, String tag) {}

  /**
   * The file of a web resource under the name that the descriptor gives it; empty when there is
   * none.
   */
  Optional<Served> find(String completeKey, String name, Locale locale) {
    WebResource module = byKey.get(completeKey);
    if (module == null || List.of(name.split("/")).contains("..")) {
      return Optional.empty();
    }
    for (WebResource.Download download : module.downloads()) {
      Optional<String> location = locate(download, name);
      if (location.isPresent()) {
        return serve(module, location.get(), locale);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> locate(WebResource.Download download, String name) {
    if (download.name().equals(name)) {
      return Optional.of(download.location());
    }
    if (download.name().endsWith("/")
        && name.startsWith(download.name())
        && name.length() > download.name().length()) {
      return Optional.of(download.location() + name.substring(download.name().length()));
    }
    return Optional.empty();
  }

  private Optional<Served> serve(Module.WebResource module, String location, Locale locale) {
    boolean translated =
        location.endsWith(".js") && module.transformersByExtension().containsKey("js");
    String key = translated ? location + "|" + locale : location;
    Served known = served.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Served> made =
        content(location)
            .map(bytes -> translated ? translate(bytes, locale) : bytes)
            .map(bytes -> new Served(bytes, ContentTypes.of(location), ContentTypes.tag(bytes)));
    made.ifPresent(s -> served.put(key, s));
    return made;
  }

  private Optional<byte[]> content(String location) {
    Optional<byte[]> small = Optional.empty();
    if (!site.unminified()) {
      small = smallName(location).flatMap(bundle::bytes);
    }
    return small.or(() -> bundle.bytes(location));
  }

  private static Optional<String> smallName(String location) {
    for (String extension : List.of(".js", ".css")) {
      if (location.endsWith(extension)) {
        String base = location.substring(0, location.length() - extension.length());
        return Optional.of(base + "-min" + extension);
      }
    }
    return Optional.empty();
  }

  private byte[] translate(byte[] script, Locale locale) {
    String text = new String(script, StandardCharsets.UTF_8);
    return new ScriptTexts(translations, locale).translate(text).getBytes(StandardCharsets.UTF_8);
  }

  /** The keys of the texts that the add-on's scripts ask for and nobody has. */
  public List<String> missingTexts() {
    List<String> missing = new ArrayList<>();
    for (WebResource module : byKey.values()) {
      if (module.transformersByExtension().containsKey("js")) {
        for (WebResource.Download download : module.downloads()) {
          content(download.location())
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
              .filter(text -> download.name().endsWith(".js"))
              .ifPresent(
                  text -> missing.addAll(new ScriptTexts(translations, Locale.ROOT).missing(text)));
        }
      }
    }
    return missing;
  }

  /** The descriptor's key, for addresses. */
  String pluginKey() {
    return descriptor.key();
  }
}
