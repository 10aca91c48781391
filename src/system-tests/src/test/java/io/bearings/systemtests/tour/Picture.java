package io.bearings.systemtests.tour;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture of a screen, and how far it is from another one. */
final class Picture {
  /** Kept pictures have eight shades of each colour: a fourth of the bytes, and as plain. */
  private static final int STEP = 36;

  /** Of 255 shades: what is lost by keeping eight, and room for the edges of letters. */
  private static final int SAME_SHADE = 40;

  private static final int MOST_COLOURS = 256;
  private static final int WHITE = 0xFFFFFF;
  private static final int RED = 0xD0021B;

  private final BufferedImage image;

  private Picture(BufferedImage image) {
    this.image = image;
  }

  /**
   * How two pictures differ.
   *
   * @param pixels how many differ
   * @param words what differs, for people
   * @param shown the first picture, pale, with what differs in red
   */
  record Difference(long pixels, String words, Picture shown) {}

  static Picture of(byte[] png) {
    try {
      return new Picture(ImageIO.read(new ByteArrayInputStream(png)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With eight shades of each colour, as it is kept. */
  Picture reduced() {
    BufferedImage reduced =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        reduced.setRGB(x, y, reduced(image.getRGB(x, y)));
      }
    }
    return new Picture(reduced);
  }

  private static int reduced(int colour) {
    int reduced = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int shade = colour >> shift & 0xFF;
      reduced |= Math.min(255, (shade + STEP / 2) / STEP * STEP) << shift;
    }
    return reduced;
  }

  /**
   * What differs between this picture and the accepted one; empty when nobody would see it.
   *
   * @param mostPixels how many pixels may differ
   */
  Optional<Difference> from(Picture accepted, long mostPixels) {
    int width = Math.max(image.getWidth(), accepted.image.getWidth());
    int height = Math.max(image.getHeight(), accepted.image.getHeight());
    BufferedImage shown = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    long pixels = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean same = inside(x, y) && accepted.inside(x, y) && alike(x, y, accepted);
        shown.setRGB(x, y, same ? pale(image.getRGB(x, y)) : RED);
        pixels += same ? 0 : 1;
      }
    }
    boolean sameSize = size().equals(accepted.size());
    if (sameSize && pixels <= mostPixels) {
      return Optional.empty();
    }
    String words =
        sameSize
            ? pixels + " pixels of " + size() + " differ"
            : size() + " instead of " + accepted.size();
    return Optional.of(new Difference(pixels, words, new Picture(shown)));
  }

  private boolean inside(int x, int y) {
    return x < image.getWidth() && y < image.getHeight();
  }

  private boolean alike(int x, int y, Picture other) {
    int one = image.getRGB(x, y);
    int two = other.image.getRGB(x, y);
    for (int shift = 16; shift >= 0; shift -= 8) {
      if (Math.abs((one >> shift & 0xFF) - (two >> shift & 0xFF)) > SAME_SHADE) {
        return false;
      }
    }
    return true;
  }

  private static int pale(int colour) {
    int pale = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      pale |= 192 + (colour >> shift & 0xFF) / 4 << shift;
    }
    return pale;
  }

  /** Such as {@code 1280 x 860}. */
  String size() {
    return image.getWidth() + " x " + image.getHeight();
  }

  /** As PNG, with a palette where there are few colours, and packed as tightly as it goes. */
  byte[] png() {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam tight = writer.getDefaultWriteParam();
    tight.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    tight.setCompressionQuality(0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(withPalette(), null, null), tight);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private BufferedImage withPalette() {
    Map<Integer, Integer> colours = new LinkedHashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.putIfAbsent(image.getRGB(x, y) & WHITE, colours.size());
        if (colours.size() > MOST_COLOURS) {
          return image;
        }
      }
    }
    int[] palette = colours.keySet().stream().mapToInt(Integer::intValue).toArray();
    IndexColorModel model =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage indexed =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        indexed.getRaster().setSample(x, y, 0, colours.get(image.getRGB(x, y) & WHITE));
      }
    }
    return indexed;
  }
}
