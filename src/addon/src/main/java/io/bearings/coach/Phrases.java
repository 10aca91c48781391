package io.bearings.coach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of words and phrases. A word that ends with an asterisk stands for all words that begin
 * like it; a single word that begins with one, for all longer words that end like it.
 */
final class Phrases {
  private static final int HEAD = 3;

  private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();
  private final Map<String, List<List<String>>> byHead = new HashMap<>();
  private final Map<String, List<String>> byTail = new HashMap<>();

  /**
   * @param entries each a phrase as people write it
   * @throws IllegalArgumentException for a stem or an ending of less than three letters
   */
  Phrases(Collection<String> entries) {
    entries.forEach(this::add);
  }

  private void add(String entry) {
    List<String> words =
        Arrays.stream(entry.strip().split("[ '\u2019-]+")).map(Tokens::norm).toList();
    String first = words.get(0);
    if (first.startsWith("*")) {
      String ending = first.substring(1);
      if (ending.length() < HEAD) {
        throw new IllegalArgumentException(entry);
      }
      byTail.computeIfAbsent(tail(ending), tail -> new ArrayList<>()).add(ending);
    } else if (!first.endsWith("*")) {
      byFirstWord.computeIfAbsent(first, word -> new ArrayList<>()).add(words);
    } else if (first.length() > HEAD) {
      byHead.computeIfAbsent(first.substring(0, HEAD), head -> new ArrayList<>()).add(words);
    } else {
      throw new IllegalArgumentException(entry);
    }
  }

  /** How many tokens from this one on are the longest phrase of the list; 0 when none is. */
  int lengthAt(List<Token> tokens, int index) {
    Token first = tokens.get(index);
    if (first.isMark()) {
      return 0;
    }
    int exact = longest(byFirstWord.get(first.norm()), tokens, index);
    int stem =
        byHead.isEmpty() || first.norm().length() < HEAD
            ? 0
            : longest(byHead.get(first.norm().substring(0, HEAD)), tokens, index);
    return Math.max(Math.max(exact, stem), ending(first.norm()));
  }

  /** The same without the words of which the list only knows how they begin or end. */
  int wholeAt(List<Token> tokens, int index) {
    Token first = tokens.get(index);
    return first.isMark() ? 0 : longest(byFirstWord.get(first.norm()), tokens, index);
  }

  /** Whether the list knows the ending of a word. */
  boolean endsAt(List<Token> tokens, int index) {
    return !tokens.get(index).isMark() && ending(tokens.get(index).norm()) > 0;
  }

  private static String tail(String word) {
    return word.substring(word.length() - HEAD);
  }

  private int ending(String norm) {
    return !byTail.isEmpty()
            && norm.length() > HEAD
            && byTail.getOrDefault(tail(norm), List.of()).stream()
                .anyMatch(ending -> norm.length() > ending.length() && norm.endsWith(ending))
        ? 1
        : 0;
  }

  private static int longest(List<List<String>> candidates, List<Token> tokens, int index) {
    int longest = 0;
    if (candidates != null) {
      for (List<String> phrase : candidates) {
        if (phrase.size() > longest && matches(phrase, tokens, index)) {
          longest = phrase.size();
        }
      }
    }
    return longest;
  }

  private static boolean matches(List<String> phrase, List<Token> tokens, int index) {
    if (index + phrase.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      Token token = tokens.get(index + i);
      if (token.isMark() || !matches(phrase.get(i), token.norm())) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String word, String norm) {
    return word.endsWith("*")
        ? norm.startsWith(word.substring(0, word.length() - 1))
        : norm.equals(word);
  }
}
