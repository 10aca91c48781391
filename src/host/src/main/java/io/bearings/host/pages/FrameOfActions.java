package io.bearings.host.pages;

import io.bearings.host.runtime.PageDecorator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The frame of an add-on's actions. The add-on needs it before it starts, and the frame shows what
 * the add-on adds to menus; so it is filled in when both are there.
 */
public final class FrameOfActions implements PageDecorator {
  private final AtomicReference<PageDecorator> frame = new AtomicReference<>();

  void become(PageDecorator decorator) {
    frame.set(decorator);
  }

  @Override
  public void write(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PageDecorator decorator = frame.get();
    if (decorator == null) {
      throw new IllegalStateException("The pages are not served yet");
    }
    decorator.write(page, request, response);
  }
}
