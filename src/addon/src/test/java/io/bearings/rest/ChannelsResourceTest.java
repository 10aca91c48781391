package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static io.bearings.rest.Site.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.connect.acts.Network;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.OutgoingSettings;
import io.bearings.connect.acts.Seal;
import io.bearings.connect.reminders.Bulletins;
import io.bearings.connect.reminders.ChatCalls;
import io.bearings.connect.reminders.ChatChannel;
import io.bearings.connect.reminders.ChatChannels;
import io.bearings.connect.reminders.ChatKind;
import io.bearings.connect.reminders.ChatOwner;
import io.bearings.connect.reminders.OwnChats;
import io.bearings.connect.reminders.Posts;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

/** Channels of chat services, whose addresses come in and never go out. */
public class ChannelsResourceTest {
  private static final String ADDRESS = "https://hooks.slack.com/services/T0/B0/tOpSeCrEt";
  private static final ChatOwner OF_ANNA = new ChatOwner.OfPerson("anna");
  private static final ChatOwner OF_TEAM = new ChatOwner.OfUnit(3);

  private final Site site = new Site();
  private final ChatChannels channels = mock(ChatChannels.class);
  private final Posts posts = mock(Posts.class);
  private final Network network = mock(Network.class);
  private final Seal seal = mock(Seal.class);
  private final OutgoingSettings settings = mock(OutgoingSettings.class);
  private final OwnChats chats =
      new OwnChats(
          channels,
          posts,
          new ChatCalls(network, seal, settings),
          new Bulletins((person, message) -> message.key(), (unit, keyResult) -> "", site.people),
          seal,
          settings,
          site.standpoints,
          site.people);
  private final ChannelsResource resource =
      new ChannelsResource(site.answers, site.writes, chats, site.people);

  @Before
  public void channels() {
    when(settings.current()).thenReturn(new Outgoing(Set.of("chat.intern"), false));
    when(seal.seal(any())).thenReturn("sealed");
    when(seal.open("sealed")).thenReturn(ADDRESS);
    when(channels.sealedAddress(anyLong())).thenReturn(Optional.of("sealed"));
    kept(5, OF_ANNA);
    kept(6, OF_TEAM);
    kept(7, new ChatOwner.OfPerson("bert"));
    kept(8, new ChatOwner.OfUnit(5));
    kept(9, new ChatOwner.OfUnit(99));
    when(channels.add(any())).thenReturn(5L);
    when(channels.change(any(), any())).thenReturn(true);
    when(channels.remove(anyLong(), anyInt())).thenReturn(true);
  }

  private ChatChannel kept(long id, ChatOwner owner) {
    ChatChannel channel =
        new ChatChannel(id, owner, ChatKind.SLACK, "Ours", true, Optional.empty(), "bert", 2);
    when(channels.channel(id)).thenReturn(Optional.of(channel));
    return channel;
  }

  private Response add(String body) {
    return said(resource.add(request(), body.replace('\'', '"')));
  }

  private Response change(String id, String body) {
    return said(resource.change(request(), id, body.replace('\'', '"')));
  }

  /** No answer says anything of an address. */
  private static Response said(Response response) {
    if (response.hasEntity()) {
      assertThat(json(response).toString()).doesNotContain("tOpSeCrEt").doesNotContain("sealed");
    }
    return response;
  }

  @Test
  public void listsOnesOwnAndThoseOfAUnitThatOneLeads() {
    ChatChannel mine = kept(5, OF_ANNA);
    ChatChannel ofTeam = kept(6, OF_TEAM);
    when(channels.of(OF_ANNA)).thenReturn(List.of(mine));
    when(channels.of(OF_TEAM)).thenReturn(List.of(ofTeam));
    assertThat(json(said(resource.channels(null))))
        .isEqualTo(
            json(
                "{'channels':[{'id':5,'unitId':null,'kind':'SLACK','name':'Ours','on':true,"
                    + "'deadSince':null,'madeBy':'Name bert','version':2}]}"));
    assertThat(json(resource.channels("3")).path("channels").get(0).path("unitId").asInt())
        .isEqualTo(3);
    assertThat(resource.channels("5").getStatus()).as("may only see it").isEqualTo(403);
    assertThat(resource.channels("99").getStatus()).isEqualTo(404);
    assertThat(resource.channels("x").getStatus()).isEqualTo(400);
  }

  @Test
  public void addsAChannelWithItsAddressSealed() {
    Response added = add("{'kind':'SLACK','name':' Ours ','address':'" + ADDRESS + "'}");
    assertThat(added.getStatus()).isEqualTo(201);
    verify(seal).seal(ADDRESS);
    verify(channels)
        .add(new ChatChannels.NewChannel(OF_ANNA, ChatKind.SLACK, "Ours", true, "sealed", "anna"));
    add("{'unitId':3,'kind':'TEAMS','name':'T','on':false,'address':'" + ADDRESS + "'}");
    verify(channels)
        .add(new ChatChannels.NewChannel(OF_TEAM, ChatKind.TEAMS, "T", false, "sealed", "anna"));
    String other = "{'unitId':%d,'kind':'TEAMS','name':'T','address':'" + ADDRESS + "'}";
    assertThat(add(other.formatted(5)).getStatus()).isEqualTo(403);
    assertThat(add(other.formatted(99)).getStatus()).isEqualTo(404);
  }

  @Test
  public void namesWhatIsWrongWithoutSayingTheAddressAgain() {
    for (String wrong :
        List.of(
            "ftp://a/tOpSeCrEt",
            "http://hooks.slack.com/tOpSeCrEt",
            "https:///tOpSeCrEt",
            "https://u:tOpSeCrEt@a/",
            "https://a/#tOpSeCrEt",
            "tOpSeCrEt",
            "https://a/tOpSeCrEt b",
            "https://a/" + "tOpSeCrEt".repeat(200),
            " ")) {
      Response refused = add("{'kind':'SLACK','name':'N','address':'" + wrong + "'}");
      assertThat(refused.getStatus()).as(wrong).isEqualTo(400);
      assertThat(json(refused).path("errors").fieldNames()).toIterable().containsExactly("address");
    }
    assertThat(add("{'kind':'SLACK','name':'N','address':'http://chat.intern/x'}").getStatus())
        .as("an administrator allowed the host")
        .isEqualTo(201);
    assertThat(json(add("{'kind':'FAX','name':' '}")).path("errors").fieldNames())
        .toIterable()
        .containsExactly("kind");
    assertThat(json(add("{'kind':'SLACK','name':' '}")).path("errors").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("name", "address");
  }

  @Test
  public void nobodyHasMoreChannelsThanSome() {
    ChatChannel mine = kept(5, OF_ANNA);
    when(channels.of(OF_ANNA)).thenReturn(Collections.nCopies(ChatChannel.MOST, mine));
    assertThat(add("{'kind':'SLACK','name':'N','address':'" + ADDRESS + "'}").getStatus())
        .isEqualTo(400);
    verify(channels, never()).add(any());
  }

  @Test
  public void changesWhatNobodyChangedMeanwhile() {
    assertThat(change("5", "{'version':2,'name':'New','on':false}").getStatus()).isEqualTo(200);
    ArgumentCaptor<ChatChannel> changed = ArgumentCaptor.forClass(ChatChannel.class);
    verify(channels).change(changed.capture(), any());
    assertThat(changed.getValue().version()).isEqualTo(2);
    assertThat(changed.getValue().name()).isEqualTo("New");
    assertThat(changed.getValue().on()).isFalse();
    when(channels.change(any(), any())).thenReturn(false);
    assertThat(change("5", "{'version':1,'name':'New'}").getStatus()).isEqualTo(409);
    assertThat(change("5", "{'name':'New'}").getStatus()).isEqualTo(400);
    assertThat(change("5", "{'version':2,'name':'N','address':'tOpSeCrEt'}").getStatus())
        .isEqualTo(400);
  }

  @Test
  public void nobodyTouchesWhatIsNotTheirs() {
    String body = "{'version':2,'name':'New'}";
    assertThat(change("7", body).getStatus()).isEqualTo(404);
    assertThat(change("8", body).getStatus()).isEqualTo(403);
    assertThat(change("9", body).getStatus()).isEqualTo(404);
    assertThat(resource.one("7").getStatus()).isEqualTo(404);
    assertThat(resource.test("7").getStatus()).isEqualTo(404);
    assertThat(resource.test("8").getStatus()).isEqualTo(403);
    assertThat(resource.log("7", null).getStatus()).isEqualTo(404);
    assertThat(resource.remove(request(), "7", "2").getStatus()).isEqualTo(404);
    assertThat(resource.one("44").getStatus()).isEqualTo(404);
    verify(channels, never()).change(any(), any());
    verify(channels, never()).remove(anyLong(), anyInt());
    verify(network, never()).post(any());
  }

  @Test
  public void removesAChannel() {
    assertThat(resource.remove(request(), "6", "2").getStatus()).isEqualTo(204);
    verify(channels).remove(6, 2);
    when(channels.remove(6, 1)).thenReturn(false);
    assertThat(said(resource.remove(request(), "6", "1")).getStatus()).isEqualTo(409);
    assertThat(resource.remove(request(), "6", null).getStatus()).isEqualTo(400);
  }

  @Test
  public void aTestTellsWhatCameOfIt() {
    when(network.post(any())).thenReturn(new Network.Answer(Optional.of(200), ""));
    assertThat(json(said(resource.test("6")))).isEqualTo(json("{'taken':true,'note':'HTTP 200'}"));
    verify(channels).took(6);
    when(network.post(any()))
        .thenReturn(new Network.Answer(Optional.empty(), "no way to " + ADDRESS));
    assertThat(json(said(resource.test("5"))).path("taken").asBoolean()).isFalse();
    verify(channels, never()).took(5);
  }

  @Test
  public void tellsWhatWasPosted() {
    when(posts.log(5, Long.MAX_VALUE, OwnChats.PAGE))
        .thenReturn(
            List.of(
                new Posts.Post(
                    4,
                    LocalDate.of(2026, 3, 2),
                    Posts.State.WAITING,
                    2,
                    "HTTP 429",
                    Instant.EPOCH)));
    assertThat(json(said(resource.log("5", null))))
        .isEqualTo(
            json(
                "{'posts':[{'id':4,'slot':'2026-03-02','state':'WAITING','tries':2,"
                    + "'note':'HTTP 429','at':'1970-01-01T00:00:00Z'}],'next':null}"));
  }
}
