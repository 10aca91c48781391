package io.bearings.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Every picture that README and guides show is one that the tour of all screens takes, so that none
 * grows old by itself, and lies where they say; and no picture lies there that nobody shows.
 */
public class PicturesTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path TAKEN =
      ROOT.resolve("src/system-tests/src/test/java/io/bearings/systemtests/tour/Screens.java");
  private static final Pattern SHOWN =
      Pattern.compile("!\\[[^\\]]*]\\(([^)\\s]+)|<img[^>]*src=\"([^\"]+)");
  private static final Pattern TAKES = Pattern.compile("\\.illustrates\\(\"([a-z-]+)\"\\)");

  @Test
  public void everyPictureThatAPageShowsIsTakenByTheTour() throws IOException {
    assertThat(shown()).isNotEmpty().isEqualTo(taken());
  }

  @Test
  public void everyPictureThatAPageShowsIsThereAndNoOther() throws IOException {
    assertThat(stored()).isEqualTo(shown());
  }

  @Test
  public void everyPictureIsSaidInWordsAsWell() throws IOException {
    for (Path page : pages()) {
      assertThat(Files.readString(page)).as(page.toString()).doesNotContain("![](");
    }
  }

  private static Set<Path> shown() throws IOException {
    Set<Path> shown = new TreeSet<>();
    for (Path page : pages()) {
      Matcher picture = SHOWN.matcher(Files.readString(page));
      while (picture.find()) {
        String address = picture.group(1) == null ? picture.group(2) : picture.group(1);
        shown.add(page.resolveSibling(address).normalize());
      }
    }
    return shown;
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> below = Files.walk(ROOT.resolve("docs"));
        Stream<Path> beside = Files.list(ROOT)) {
      return Stream.concat(beside, below).filter(each -> each.toString().endsWith(".md")).toList();
    }
  }

  private static Set<Path> taken() throws IOException {
    Set<Path> taken = new TreeSet<>();
    Matcher picture = TAKES.matcher(Files.readString(TAKEN));
    while (picture.find()) {
      taken.add(ROOT.resolve("docs/images").resolve(picture.group(1) + ".png").normalize());
    }
    return taken;
  }

  private static Set<Path> stored() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/images"))) {
      return new TreeSet<>(files.map(Path::normalize).toList());
    }
  }
}
