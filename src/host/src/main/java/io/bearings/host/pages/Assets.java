package io.bearings.host.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scripts, styles and fonts of the host's own pages. Their addresses hold the version, so that
 * a browser may keep them.
 */
final class Assets extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Where they are served. */
  static final String PATH = "/static";

  private static final String FOLDER = "/host-assets/";
  private static final Pattern ADDRESS =
      Pattern.compile("/[A-Za-z0-9.]+/((?:[a-z0-9-]+/)*[a-z0-9-]+\\.([a-z0-9]+))");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "svg", "image/svg+xml",
          "woff", "font/woff");

  private final String version;

  Assets(String version) {
    this.version = version;
  }

  /** Where the files are, below the context path. */
  String folder() {
    return PATH + "/" + version;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    Matcher address = ADDRESS.matcher(path);
    if (!address.matches() || !TYPES.containsKey(address.group(2))) {
      response.sendError(404, "There is no file " + path + ".");
      return;
    }
    try (InputStream file = Assets.class.getResourceAsStream(FOLDER + address.group(1))) {
      if (file == null) {
        response.sendError(404, "There is no file " + path + ".");
        return;
      }
      response.setContentType(TYPES.get(address.group(2)));
      response.setHeader("Cache-Control", "public, max-age=86400");
      file.transferTo(response.getOutputStream());
    }
  }
}
