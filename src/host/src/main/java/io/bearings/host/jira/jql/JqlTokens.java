package io.bearings.host.jira.jql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a JQL text into tokens that know where they stand. */
final class JqlTokens {
  private static final String SYMBOL_CHARACTERS = "()=!~<>&|,";
  private static final List<String> SYMBOLS =
      List.of("!=", "!~", ">=", "<=", "&&", "||", "(", ")", "=", "!", "~", "<", ">", "&", "|", ",");

  /** What a token is. */
  enum Type {
    WORD,
    QUOTED,
    SYMBOL,
    END
  }

  /** A piece of the text: for a quoted one, what stands between the quotes. */
  record Token(Type type, String text, int line, int character) {
    boolean isWord(String word) {
      return type == Type.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
      return type == Type.SYMBOL && text.equals(symbol);
    }

    JqlSyntaxError error(String message) {
      return new JqlSyntaxError(message, line, character);
    }

    /** How the token is called in a message. */
    String shown() {
      return type == Type.END ? "the end of the query" : "'" + text + "'";
    }
  }

  private final String text;
  private int at;
  private int line = 1;
  private int character = 1;

  private JqlTokens(String text) {
    this.text = text;
  }

  /** All tokens of a text; the last one is its end. */
  static List<Token> of(String text) {
    JqlTokens tokens = new JqlTokens(text);
    List<Token> result = new ArrayList<>();
    do {
      result.add(tokens.next());
    } while (result.get(result.size() - 1).type() != Type.END);
    return result;
  }

  private Token next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      step();
    }
    if (at == text.length()) {
      return new Token(Type.END, "", line, character);
    }
    char first = text.charAt(at);
    if (first == '"' || first == '\'') {
      return quoted(first);
    }
    if (SYMBOL_CHARACTERS.indexOf(first) >= 0) {
      return symbol();
    }
    return word();
  }

  private void step() {
    if (text.charAt(at) == '\n') {
      line++;
      character = 1;
    } else {
      character++;
    }
    at++;
  }

  private Token quoted(char quote) {
    int startLine = line;
    int startCharacter = character;
    StringBuilder value = new StringBuilder();
    step();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        step();
      }
      value.append(text.charAt(at));
      step();
    }
    if (at == text.length()) {
      throw new JqlSyntaxError(
          "The quoted string '" + value + "' has not been completed.", startLine, startCharacter);
    }
    step();
    return new Token(Type.QUOTED, value.toString(), startLine, startCharacter);
  }

  private Token symbol() {
    String symbol = SYMBOLS.stream().filter(s -> text.startsWith(s, at)).findFirst().orElseThrow();
    Token token = new Token(Type.SYMBOL, symbol, line, character);
    for (int i = 0; i < symbol.length(); i++) {
      step();
    }
    return token;
  }

  private Token word() {
    int start = at;
    int startCharacter = character;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && SYMBOL_CHARACTERS.indexOf(text.charAt(at)) < 0
        && text.charAt(at) != '"'
        && text.charAt(at) != '\'') {
      step();
    }
    return new Token(Type.WORD, text.substring(start, at), line, startCharacter);
  }
}
