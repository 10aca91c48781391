package io.bearings.coach;

/** What the lists are about. */
enum WordList {
  /** Small words by which a language is recognised. */
  STOP("stop"),
  /** What may stand before a statement without being part of it. */
  LEAD("lead"),
  ARTICLE("article"),
  TASK("task"),
  TASK_NOUN("task.noun"),
  MAKE("make"),
  LAUNCH("launch"),
  DO("do"),
  MEET("meet"),
  ACTIVITY("activity"),
  OUTPUT("output"),
  FINISHED("finished"),
  /** Finished as only activities are. */
  HELD("held"),
  THING("thing"),
  VERB_MODIFIER("verb.modifier"),
  AUDIENCE("audience"),
  PLACE("place"),
  ABSTRACT("abstract"),
  RESULT("result"),
  PURPOSE("purpose"),
  FEELING("feeling"),
  FLAT("flat"),
  /** What everybody would say of themselves. */
  VAGUE("vague"),
  /** "Make" as in "make it better". */
  TURN("turn"),
  MORE("more"),
  BECOME("become"),
  CHANGE("change"),
  GAIN("gain"),
  MULTIPLY("multiply"),
  /** "By half". */
  PART("part"),
  MEASURE("measure"),
  KPI("kpi"),
  /** Words with which the name of a measure ends. */
  KPI_END("kpi.end"),
  /** Words with which the name of a measure begins. */
  KPI_BEGIN("kpi.begin"),
  PAY("pay"),
  PAY_WORD("pay.word"),
  PAY_SELF("pay.self"),
  PAY_OTHER("pay.other"),
  BUZZ("buzz"),
  KEEP("keep"),
  FROM("from"),
  FROM_PAIR("from.pair"),
  TO("to"),
  BY("by"),
  NOW("now"),
  BEFORE("before"),
  DETERMINER("determiner"),
  PARTICLE("particle"),
  /** What stands before a number without being a deed. */
  ABOUT("about"),
  /** What looks like a deed and is none. */
  WISH_NOT("wish.not"),
  AND("and"),
  RATIO("ratio"),
  PER("per"),
  TIMES("times"),
  PERCENT("percent"),
  MONTH("month"),
  VERSION("version"),
  UP("up"),
  DOWN("down"),
  VOLUME("volume"),
  PLACEHOLDER("placeholder");

  private final String key;

  WordList(String key) {
    this.key = key;
  }

  /** The name of the list in the file. */
  String key() {
    return key;
  }
}
