package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.SeeingToActs;
import java.util.List;

/**
 * A part of the log of calls, newest first.
 *
 * @param next where it goes on; null at its end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DeliveriesView(
    @JsonProperty("deliveries") List<DeliveryView> deliveries, @JsonProperty("next") String next) {

  static DeliveriesView of(List<Deliveries.Entry> entries) {
    return new DeliveriesView(
        entries.stream().map(DeliveryView::of).toList(),
        entries.size() < SeeingToActs.PAGE
            ? null
            : String.valueOf(entries.get(entries.size() - 1).id()));
  }

  /**
   * A try to call.
   *
   * @param kpiId the KPI whose breach it tells of
   * @param delivery the number that the called system was given, the same at each try
   * @param happening OPENED, CLOSED, REOPENED, WITHDRAWN or ESCALATED
   * @param millis how long it took
   * @param status of HTTP; null when nobody answered
   * @param note why there is no status; else empty
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DeliveryView(
      @JsonProperty("id") long id,
      @JsonProperty("kpiId") long kpiId,
      @JsonProperty("delivery") long delivery,
      @JsonProperty("happening") String happening,
      @JsonProperty("url") String url,
      @JsonProperty("at") String at,
      @JsonProperty("millis") long millis,
      @JsonProperty("status") Integer status,
      @JsonProperty("note") String note) {

    static DeliveryView of(Deliveries.Entry entry) {
      Deliveries.Delivery delivery = entry.delivery();
      return new DeliveryView(
          entry.id(),
          delivery.kpiId(),
          delivery.actId(),
          delivery.happening().name(),
          delivery.url(),
          delivery.begun().toString(),
          delivery.millis(),
          delivery.answer().status().orElse(null),
          delivery.answer().note());
    }
  }
}
