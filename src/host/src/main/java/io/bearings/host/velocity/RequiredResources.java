package io.bearings.host.velocity;

import io.bearings.host.runtime.AddOnRuntime.PageResources;

/** The {@code $webResourceManager} of templates. */
public final class RequiredResources {
  private final PageResources page;

  /** Requires for one page. */
  public RequiredResources(PageResources page) {
    this.page = page;
  }

  /** Requires a web resource by its complete key; prints nothing. */
  public void requireResource(String completeKey) {
    page.requireResource(completeKey);
  }

  /** Requires every web resource of a context; prints nothing. */
  public void requireResourcesForContext(String context) {
    page.requireContext(context);
  }
}
