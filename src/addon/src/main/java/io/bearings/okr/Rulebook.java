package io.bearings.okr;

/** Where the rules of the site stand. */
public interface Rulebook {

  /** The rules in force; before the first save, the defaults. */
  SiteRules rules();
}
