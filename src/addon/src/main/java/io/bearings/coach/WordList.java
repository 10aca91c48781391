package io.bearings.coach;

/** What the lists are about. */
enum WordList {
  /** Small words by which a language is recognised. */
  STOP("stop"),
  /** What may stand before a statement without being part of it. */
  LEAD("lead"),
  /** With what begins that during or until which something is: "while the shops merge". */
  INTRODUCTION("introduction"),
  WE("we"),
  /** Those who speak, in the third person: "the team". */
  OURS("ours"),
  /** Parts of verbs that stand at the end of a clause: "führen … durch". */
  SEPARABLE("separable"),
  /** Before a number that is too small: "only 22 %". */
  ONLY("only"),
  /** Where what is done away with was: "off the desk". */
  CLEARED("cleared"),
  ARTICLE("article"),
  /** The article of one thing among many. */
  ONE("one"),
  TASK("task"),
  TASK_NOUN("task.noun"),
  /** Of these, what leaves a thing behind: "delivery of the report". */
  MAKE_NOUN("make.noun"),
  /** Verbs that are no nouns: "introduce time tracking". */
  VERB_ONLY("verb.only"),
  /** Verbs that say little, so that the thing behind them says what is done: "do the stocktake". */
  LIGHT("light"),
  /** What one gets once, on paper: "planning permission". */
  PAPER("paper"),
  /** With what one asks an office for something: "submit the application". */
  APPLY("apply"),
  /** Of verbs, those by which one gets a paper. */
  OBTAIN("obtain"),
  /** What everybody wants and nobody can finish: "excellence". */
  VIRTUE("virtue"),
  /** "Make the first day a good memory", where that begins with "make of the first day". */
  MADE_OF("made.of"),
  /** Subjects of a clause that has no word before it: "contracts people read to the end". */
  SUBJECT("subject"),
  /** What such a clause goes on with behind people: "a playground children will not leave". */
  CLAUSE("clause"),
  /** Before a number that says which ones: "older than 5 days". */
  QUALIFIER("qualifier"),
  /** What goes with an infinitive at the end of a clause, which is no wish then. */
  MODAL("modal"),
  /** "The museum has an audio guide". */
  HAS("has"),
  /** Verbs whose object is no thing: "offer better service". */
  OFFER("offer"),
  /** "In three languages": how many there are is no number of a measure. */
  KIND("kind"),
  /** "Target", before the number to reach. */
  AIM("aim"),
  /** Before a date that says when something was: "in March". */
  DATED("dated"),
  /** Behind a number and another clause: "and should rise". */
  WISHED("wished"),
  /** What one complains of, and so how things are: "too many". */
  TOO("too"),
  /** What looks like a clause that says what will be different: "in all that we do". */
  CLAUSE_NOT("clause.not"),
  /** "How we approve it". */
  QUESTION("question"),
  /** "No longer than": "no". */
  NOT("not"),
  /** "Get the kiln certified". */
  GET("get"),
  /** What is looked for: "hire a developer who" is done once, whatever follows. */
  SEEK("seek"),
  /** What begins like a task and is none: "finish every shift", "close the gap". */
  HABIT("habit"),
  /** Determiners of one certain thing. */
  DEFINITE("definite"),
  MAKE("make"),
  /** Of these, what is done once and makes nothing: "introduce time tracking". */
  BRING_IN("bring.in"),
  /** "Put … online". */
  PUT("put"),
  ONLINE("online"),
  LAUNCH("launch"),
  DO("do"),
  /** "All", before what was planned. */
  ALL("all"),
  /** "All planned stories": that something was laid out beforehand. */
  PLANNED("planned"),
  /** "Get the by-law through the council". */
  THROUGH("through"),
  /** "Run the drill four times": "times". */
  HOW_OFTEN("how.often"),
  /** "Within 72 hours", in the name of a measure. */
  WITHIN("within"),
  /** "Submit", of what somebody else decides about. */
  APPLIES("applies"),
  /** What is submitted to somebody who decides: "proposal". */
  APPLICATION("application"),
  /** "60 in all": the sum of something that comes round. */
  IN_ALL("in.all"),
  /** "Nobody", with which a statement says that there shall be none. */
  NOBODY("nobody"),
  /** Verbs that stand apart from their particle: "turn the old gateway off". */
  APART("apart"),
  /** That particle. */
  APART_PARTICLE("apart.particle"),
  /** What is decided or agreed once: "chosen", "appointed". */
  DECIDED("decided"),
  /** Between two numbers: "in the last batch", "last year's". */
  PAST("past"),
  /** Of the deeds, those that leave something behind whatever it is that is counted. */
  COMPLETE("complete"),
  MEET("meet"),
  ACTIVITY("activity"),
  OUTPUT("output"),
  /** What others do, or what one wants less of: counting it is measuring. */
  FOREIGN("foreign"),
  /** Of one's own people: "holds", "write". */
  DOES("does"),
  /** Parts of one's own house that do things: "the planning department". */
  CREW("crew"),
  /** What befalls somebody or belongs to them, and is no deed: "gets", "loses", "needs". */
  BEFALLS("befalls"),
  /** Participles of what others do or what only happens: "sold", "lost". */
  BEFALLEN("befallen"),
  /** Behind what is counted: that it is one's own people who do it. */
  OWN("own"),
  NUMBER_OF("number.of"),
  /** "Share of", with which a measure begins. */
  SHARE("share"),
  FINISHED("finished"),
  /** What is done with papers that are there: "submitted". */
  HANDED_IN("handed.in"),
  /** "A handbook exists". */
  EXISTS("exists"),
  /** Finished as only activities are. */
  HELD("held"),
  /** Making, whatever it is that is counted: "transcribe 60 interviews". */
  CRAFT("craft"),
  /** How often something is done: "weekly". */
  FREQUENT("frequent"),
  /** What comes round again beside the times of the calendar: "per sprint", "per branch". */
  PACE("pace"),
  /** Behind what is counted: "goes from 10 to 40". */
  GOES("goes"),
  /** "Have a roadmap". */
  HAVE("have"),
  THING("thing"),
  VERB_MODIFIER("verb.modifier"),
  AUDIENCE("audience"),
  FOR("for"),
  PLACE("place"),
  /** Prepositions that say where or about what a thing is. */
  ABOUT_THING("about.thing"),
  /** People of one's own house, to whom something is done: "equip 40 engineers". */
  STAFF("staff"),
  /** Those to whom something is brought. */
  PEOPLE("people"),
  TOWARDS("towards"),
  /** "Bring … to market". */
  TAKE("take"),
  ABSTRACT("abstract"),
  RESULT("result"),
  PURPOSE("purpose"),
  FEELING("feeling"),
  FLAT("flat"),
  /** The way in which something is done: "improve the way we handle complaints". */
  WAY("way"),
  /** What looks like a direction and is none: "raise a family". */
  FLAT_NOT("flat.not"),
  /** What everybody would say of themselves. */
  VAGUE("vague"),
  /** "To the next level", wherever that is. */
  NEXT_LEVEL("next.level"),
  /** "Make" as in "make it better". */
  TURN("turn"),
  MORE("more"),
  BECOME("become"),
  /** Whom everybody wants to beat: "better than the competition". */
  RIVAL("rival"),
  CHANGE("change"),
  GAIN("gain"),
  MULTIPLY("multiply"),
  /** "By half". */
  PART("part"),
  MEASURE("measure"),
  KPI("kpi"),
  /** Between a part and its whole: "seven patients out of ten". */
  WHOLE("whole"),
  /** Of times ahead: "the next two years". */
  COMING("coming"),
  /** "Reviews get quicker". */
  GROWS("grows"),
  /** Words with which the name of a measure ends. */
  KPI_END("kpi.end"),
  /** What is a noun in the name of a measure, though it looks like a verb: "order fill rate". */
  KPI_NOUN("kpi.noun"),
  /** Between a measure and that of which it is one: "response time of the fire brigade". */
  KPI_OF("kpi.of"),
  /** "Mean", where it follows what it is the mean of: "coste medio". */
  MEAN("mean"),
  /** Words with which the name of a measure begins. */
  KPI_BEGIN("kpi.begin"),
  /** Single words each of which is a measure: "speed". */
  KPI_WORD("kpi.word"),
  /** What grows by itself and says nothing of what comes of it: "page views". */
  VANITY("vanity"),
  /** What makes an outcome of it: "returning visitors". */
  VANITY_NOT("vanity.not"),
  /** Those of whom nobody answers by name: "the team". */
  COLLECTIVE("collective"),
  PAY("pay"),
  PAY_WORD("pay.word"),
  PAY_SELF("pay.self"),
  PAY_OTHER("pay.other"),
  /** "Be made", "step up to": what brings somebody into a post. */
  RISE("rise"),
  /** Posts to which people rise: "head of". */
  ROLE("role"),
  /** Behind a word for pay: something that one sells. */
  PAY_PRODUCT("pay.product"),
  BUZZ("buzz"),
  /** What no plain sentence says: "paradigm". */
  JARGON("jargon"),
  KEEP("keep"),
  FROM("from"),
  /** "From" as in "letters from 40 parents". */
  SOURCE("source"),
  FROM_PAIR("from.pair"),
  TO("to"),
  BY("by"),
  NOW("now"),
  /** Before "last year" in "more than last year". */
  THAN("than"),
  /** "À un seul": the word behind a number that is no thing. */
  SOLE("sole"),
  /** "Current" as in "80 % of current customers". */
  NOW_ADJECTIVE("now.adjective"),
  BEFORE("before"),
  DETERMINER("determiner"),
  PARTICLE("particle"),
  /** What stands before a number without being a deed. */
  ABOUT("about"),
  /** What looks like a deed and is none. */
  WISH_NOT("wish.not"),
  AND("and"),
  RATIO("ratio"),
  /** Between tens and ones: "treinta y cinco". */
  LINK("link"),
  /** Before "half", which is no number then. */
  ORDINAL("ordinal"),
  PER("per"),
  TIMES("times"),
  PERCENT("percent"),
  MONTH("month"),
  /** Times of the year or of the week, beside the months. */
  DATE("date"),
  TIME_UNIT("time.unit"),
  VERSION("version"),
  UP("up"),
  DOWN("down"),
  VOLUME("volume"),
  PLACEHOLDER("placeholder"),
  /** Words with which nothing is said about a reason. */
  EMPTY("empty");

  private final String key;

  WordList(String key) {
    this.key = key;
  }

  /** The name of the list in the file. */
  String key() {
    return key;
  }
}
