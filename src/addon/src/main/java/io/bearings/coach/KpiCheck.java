package io.bearings.coach;

import io.bearings.okr.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What is to be said about the sheet of one KPI. */
final class KpiCheck {
  private static final Set<String> JOINING = Set.of("&", "+", ",");
  private static final Set<String> DIVIDING = Set.of("/", "\u00f7", "%");

  private final KpiText kpi;
  private final Statement name;

  private KpiCheck(KpiText kpi, Statement name) {
    this.kpi = kpi;
    this.name = name;
  }

  static List<Finding> check(KpiText kpi, Statement name) {
    KpiCheck check = new KpiCheck(kpi, name);
    List<Finding> findings = new ArrayList<>();
    if (!kpi.name().isBlank()) {
      check.twoMeasures().or(check::vanity).ifPresent(findings::add);
    }
    check.owner().ifPresent(findings::add);
    check.missing(findings, KpiText.Part.SOURCE, Rule.KPI_NO_SOURCE, "bearings.coach.kpi.noSource");
    if (kpi.frequency().isEmpty()) {
      findings.add(Finding.of(Rule.KPI_NO_FREQUENCY, Message.of("bearings.coach.kpi.noFrequency")));
    }
    check.missing(
        findings, KpiText.Part.THRESHOLD, Rule.KPI_NO_THRESHOLD, "bearings.coach.kpi.noThreshold");
    if (!kpi.has(KpiText.Part.ACTION)) {
      findings.add(
          Finding.of(Rule.KPI_NO_ACTION, Message.of("bearings.coach.kpi.noAction"))
              .better(Wording.pattern(Message.of("bearings.coach.kpi.noAction.better"))));
    }
    if (!kpi.has(KpiText.Part.GROUNDS)) {
      check.missing(findings, KpiText.Part.OBJECTIVE, Rule.KPI_UNTIED, "bearings.coach.kpi.untied");
    }
    return findings;
  }

  private void missing(List<Finding> findings, KpiText.Part part, Rule rule, String reason) {
    if (!kpi.has(part)) {
      findings.add(Finding.of(rule, Message.of(reason)));
    }
  }

  private Optional<Finding> owner() {
    if (kpi.owner().isEmpty()) {
      return Optional.of(Finding.of(Rule.KPI_NO_OWNER, Message.of("bearings.coach.kpi.noOwner")));
    }
    return kpi.owner()
        .filter(this::isShared)
        .map(
            owner ->
                Finding.of(
                    Rule.KPI_NO_OWNER,
                    Message.of("bearings.coach.kpi.noOwner.shared", owner.strip())));
  }

  /** "The team", "Support team", "Equipo de soporte". */
  private boolean isShared(String owner) {
    Statement text = name.reworded(Statement.bounded(owner));
    int end = text.tokens().size();
    int start = text.lengthAt(WordList.ARTICLE, 0);
    return IntStream.range(0, end)
        .anyMatch(
            index -> {
              int length = text.lengthAt(WordList.COLLECTIVE, index);
              return length > 0 && (index <= start || index + length == end);
            });
  }

  private Optional<Finding> twoMeasures() {
    List<Statement> parts = parts();
    List<Statement> known = parts.stream().filter(KpiCheck::isKnown).toList();
    List<Statement> longer = parts.stream().filter(KpiCheck::isLongName).toList();
    List<Statement> both = known.size() > 1 ? known : longer;
    if (both.size() < 2) {
      return Optional.empty();
    }
    String one = both.get(0).text();
    String other = both.get(1).text();
    return Optional.of(
        Finding.of(Rule.TWO_MEASURES, Message.of("bearings.coach.kpi.twoMeasures", one, other))
            .better(
                Wording.pattern(Message.of("bearings.coach.kpi.twoMeasures.better", one, other))));
  }

  /** What stands between the words and marks that join, without those. */
  private List<Statement> parts() {
    List<Statement> parts = new ArrayList<>();
    List<Token> tokens = name.tokens();
    int from = name.first();
    int index = from;
    while (index < tokens.size()) {
      int joint = joint(index);
      if (joint > 0) {
        part(from, index).ifPresent(parts::add);
        from = index + joint;
      }
      index += Math.max(1, joint);
    }
    part(from, tokens.size()).ifPresent(parts::add);
    return parts;
  }

  private int joint(int index) {
    return JOINING.contains(name.tokens().get(index).norm())
        ? 1
        : name.lengthAt(WordList.AND, index);
  }

  /** A part without its article; absent when nothing else is there. */
  private Optional<Statement> part(int from, int to) {
    int start = Math.min(to, ObjectiveCheck.afterArticles(name, from));
    return start < to
        ? Optional.of(
            name.reworded(
                name.text()
                    .substring(name.tokens().get(start).start(), name.tokens().get(to - 1).end())))
        : Optional.empty();
  }

  /** The whole of it is a measure that everybody knows, or one word for something measured. */
  private static boolean isKnown(Statement part) {
    int size = part.tokens().size();
    return part.lengthAt(WordList.KPI, 0) == size
        || part.lengthAt(WordList.KPI_WORD, 0) == size
        || size == 1 && part.words().namesMeasure(part.tokens().get(0).norm());
  }

  /** "Error rate"; but what is "found and fixed" is one thing. */
  private static boolean isLongName(Statement part) {
    return part.size() > 1
        && part.lengthAt(WordList.FINISHED, 0) == 0
        && ObjectiveCheck.isNameOfMeasure(part);
  }

  private Optional<Finding> vanity() {
    return kpi.has(KpiText.Part.RATE) || name.has(WordList.VANITY_NOT) || isRate()
        ? Optional.empty()
        : volume()
            .map(
                match -> {
                  String what = name.text().substring(start(match), end(match));
                  return Finding.of(
                          Rule.VANITY, Message.of("bearings.coach.kpi.vanity", name.text().strip()))
                      .better(Wording.pattern(Message.of("bearings.coach.kpi.vanity.better", what)))
                      .at(name.span(match));
                });
  }

  private int start(Statement.Match match) {
    return name.tokens().get(match.index()).start();
  }

  private int end(Statement.Match match) {
    return name.tokens().get(match.end() - 1).end();
  }

  /** The name says "per" or "share", or what is measured is one number divided by another. */
  private boolean isRate() {
    Statement measures = name.reworded(Statement.bounded(kpi.measures()));
    return saysRate(name) || saysRate(measures);
  }

  private static boolean saysRate(Statement text) {
    return IntStream.range(0, text.tokens().size()).anyMatch(index -> isPerThing(text, index))
        || text.has(WordList.SHARE)
        || text.tokens().stream().anyMatch(token -> DIVIDING.contains(token.norm()));
  }

  /** "Per order"; how many there are per day is as bare as how many there are. */
  private static boolean isPerThing(Statement text, int index) {
    int per = text.lengthAt(WordList.PER, index);
    return per > 0 && text.lengthAt(WordList.TIME_UNIT, index + per) == 0;
  }

  /** A volume with which the name ends, or with which it begins to say only where or how often. */
  private Optional<Statement.Match> volume() {
    List<Token> tokens = name.tokens();
    return IntStream.range(0, tokens.size())
        .mapToObj(index -> new Statement.Match(index, name.lengthAt(WordList.VANITY, index)))
        .filter(match -> match.length() > 0)
        .filter(
            match ->
                match.end() == tokens.size()
                    || tokens.get(match.end()).norm().equals("(")
                    || match.index() == name.first() && saysWhere(match.end()))
        .findFirst();
  }

  private boolean saysWhere(int index) {
    return name.lengthAt(WordList.PER, index) > 0
        || name.lengthAt(WordList.ABOUT_THING, index) > 0
        || name.lengthAt(WordList.PLACE, index) > 0
        || name.lengthAt(WordList.KPI_OF, index) > 0;
  }
}
