package io.bearings.okr;

import java.io.Serializable;
import java.util.List;

/**
 * A text for a person, not yet translated.
 *
 * @param key the key of the text in the add-on's properties files
 * @param args what stands for {@code {0}}, {@code {1}} … in it; one that is a message itself is
 *     translated as well
 */
public record Message(String key, List<Serializable> args) implements Serializable {
  public Message {
    args = List.copyOf(args);
  }

  /** The text of a key with what it names. */
  public static Message of(String key, Serializable... args) {
    return new Message(key, List.of(args));
  }

  /** Texts in one language, by their keys. */
  @FunctionalInterface
  public interface Texts {
    String of(String key, Serializable... args);
  }

  /** This text, and every message in it, in one language. */
  public String in(Texts texts) {
    return texts.of(
        key,
        args.stream()
            .map(each -> each instanceof Message message ? message.in(texts) : each)
            .toArray(Serializable[]::new));
  }
}
