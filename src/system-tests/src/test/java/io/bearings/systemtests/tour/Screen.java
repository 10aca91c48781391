package io.bearings.systemtests.tour;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One screen: who opens what, and what has to be there before it is looked at. A value; every
 * method returns a changed copy.
 *
 * @param name of its pictures: letters and hyphens
 * @param user who looks at it
 * @param address below the context path
 * @param height of the window and of a picture for the guides, in CSS pixels
 * @param shown selectors of what has to be visible, in order
 * @param deeds what the person does then; by selectors, so that it works in every language
 * @param picture the picture in {@code docs/images} that this screen is for, at 1280 light
 */
public record Screen(
    String name,
    String user,
    String address,
    int height,
    List<String> shown,
    List<Consumer<Page>> deeds,
    Optional<String> picture) {
  private static final int USUAL_HEIGHT = 860;

  /** A screen that is there as soon as something is visible on it. */
  public static Screen of(String name, String user, String address, String... shown) {
    return new Screen(
        name, user, address, USUAL_HEIGHT, List.of(shown), List.of(), Optional.empty());
  }

  /** After the person did something there. */
  public Screen after(Consumer<Page> deed) {
    List<Consumer<Page>> all = Stream.concat(deeds.stream(), Stream.of(deed)).toList();
    return new Screen(name, user, address, height, shown, all, picture);
  }

  /** In a window of another height. */
  public Screen tall(int pixels) {
    return new Screen(name, user, address, pixels, shown, deeds, picture);
  }

  /** The guides show it. */
  public Screen illustrates(String image) {
    return new Screen(
        name, user, address, height, shown, deeds, Optional.of(Objects.requireNonNull(image)));
  }

  @Override
  public String toString() {
    return name;
  }
}
