package io.bearings.okr;

/** From where people look at the organisation. */
public interface Standpoints {

  /**
   * What a person may see and do, in one statement however many units there are.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  Standpoint of(Person who);
}
