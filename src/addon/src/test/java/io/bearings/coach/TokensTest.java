package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.coach.Token.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.Test;

public class TokensTest {

  @Test
  public void splitsWordsAtApostrophesAndHyphens() {
    assertThat(norms("L'expérience on-time — Größe!"))
        .containsExactly("l", "experience", "on", "time", "\u2014", "grosse", "!");
    assertThat(norms("cœur naïve ÀÉ")).containsExactly("coeur", "naive", "ae");
  }

  @Test
  public void keepsWordsWithDigitsWhole() {
    for (String word :
        List.of("Q3", "B2B", "v2.0", "24/7", "1st", "2FA", "OAuth2", "v1.2.3", "A/B")) {
      assertThat(Tokens.of(word)).as(word).hasSize(1);
      assertThat(Tokens.of(word).get(0).kind()).as(word).isEqualTo(Kind.WORD);
      assertThat(Tokens.of(word).get(0).text()).isEqualTo(word);
    }
  }

  @Test
  public void readsTheTalkOfTwoAsAWord() {
    assertThat(norms("1:1s with")).containsExactly("1:1s", "with");
    assertThat(norms("1:1")).containsExactly("1:1");
    assertThat(norms("1:15")).containsExactly("1", ":", "15");
    assertThat(norms("1.1:1")).containsExactly("1.1", ":", "1");
    assertThat(norms("11:1")).containsExactly("11", ":", "1");
  }

  @Test
  public void readsAnAngleBehindANumberAsAnArrow() {
    assertThat(Tokens.of("2.1% > 3%").get(1).isArrow()).isTrue();
    assertThat(Tokens.of("NPS > 50").get(1).isArrow()).isFalse();
    assertThat(Tokens.of("> 50").get(0).isArrow()).isFalse();
  }

  @Test
  public void joinsOnlySingleLetters() {
    assertThat(norms("A/B tests")).containsExactly("a/b", "tests");
    assertThat(norms("A/BC")).containsExactly("a", "/", "bc");
    assertThat(norms("AB/C")).containsExactly("ab", "/", "c");
    assertThat(norms("A/1")).containsExactly("a", "/", "1");
    assertThat(norms("A/")).containsExactly("a", "/");
  }

  @Test
  public void readsNumbersInAnybodysNotation() {
    assertThat(value("20,000")).isEqualByComparingTo("20000");
    assertThat(value("20.000")).isEqualByComparingTo("20000");
    assertThat(value("10 000")).isEqualByComparingTo("10000");
    assertThat(value("1 234 567")).isEqualByComparingTo("1234567");
    assertThat(value("1.234.567")).isEqualByComparingTo("1234567");
    assertThat(value("1.234,5")).isEqualByComparingTo("1234.5");
    assertThat(value("1,234.5")).isEqualByComparingTo("1234.5");
    assertThat(value("99,9")).isEqualByComparingTo("99.9");
    assertThat(value("0.125")).isEqualByComparingTo("0.125");
    assertThat(value("1234.567")).isEqualByComparingTo("1234.567");
    assertThat(value("1'000")).isEqualByComparingTo("1000");
    assertThat(value("15k")).isEqualByComparingTo("15000");
    assertThat(value("\u20ac2m")).isEqualByComparingTo("2000000");
    assertThat(value("3bn")).isEqualByComparingTo("3000000000");
    assertThat(value("200ms")).isEqualByComparingTo("200");
    assertThat(value("\u0663")).isEqualByComparingTo("3");
  }

  @Test
  public void joinsGroupsOfThreeDigitsOnly() {
    assertThat(norms("12 34")).containsExactly("12", "34");
    assertThat(norms("12 3456")).containsExactly("12", "3456");
    assertThat(norms("5, 6")).containsExactly("5", ",", "6");
    assertThat(norms("5.")).containsExactly("5", ".");
  }

  @Test
  public void seesPercentSigns() {
    for (String text : List.of("5%", "5 %", "5\u00a0%", "4.2 %")) {
      assertThat(Tokens.of(text)).as(text).hasSize(1);
      assertThat(Tokens.of(text).get(0).percent()).as(text).isTrue();
      assertThat(Tokens.of(text).get(0).end()).as(text).isEqualTo(text.length());
    }
    assertThat(Tokens.of("5 x").get(0).percent()).isFalse();
    assertThat(Tokens.of("5   %").get(0).percent()).isFalse();
  }

  @Test
  public void takesANumberBeforeAHyphenForAWord() {
    assertThat(Tokens.of("24-hour").get(0).kind()).isEqualTo(Kind.WORD);
    assertThat(norms("24-hour")).containsExactly("24", "hour");
    assertThat(Tokens.of("5-10"))
        .extracting(Token::kind)
        .containsExactly(Kind.NUMBER, Kind.MARK, Kind.NUMBER);
    assertThat(Tokens.hyphenated("two-factor", 3)).isTrue();
    assertThat(Tokens.hyphenated("two factor", 3)).isFalse();
    assertThat(Tokens.hyphenated("two-", 3)).isFalse();
  }

  @Test
  public void readsEveryArrow() {
    for (String arrow : List.of("\u2192", "->", "=>", "\u2013>", "\u21d2")) {
      List<Token> tokens = Tokens.of("4 s " + arrow + " 1.5 s");
      assertThat(tokens.get(2).isArrow()).as(arrow).isTrue();
      assertThat(tokens).as(arrow).hasSize(5);
    }
    assertThat(Tokens.of("a - b").get(1).isArrow()).isFalse();
  }

  @Test
  public void knowsWhereEachPartStands() {
    Token token = Tokens.of("  Double  revenue").get(1);
    assertThat(token.start()).isEqualTo(10);
    assertThat(token.end()).isEqualTo(17);
    assertThat(token.text()).isEqualTo("revenue");
  }

  @Test
  public void readsWhatIsNoText() {
    assertThat(Tokens.of("")).isEmpty();
    assertThat(Tokens.of(" \t\n'\u00a0")).isEmpty();
    assertThat(Tokens.of("\ud83d\ude80 \u05e9\u05dc\u05d5\u05dd")).isNotEmpty();
  }

  private static List<String> norms(String text) {
    return Tokens.of(text).stream().map(Token::norm).toList();
  }

  private static BigDecimal value(String text) {
    List<Token> tokens = Tokens.of(text);
    assertThat(tokens).as(text).hasSize(1);
    return tokens.get(0).number().orElseThrow();
  }
}
