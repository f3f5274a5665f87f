package dev.upswell.server.integrate.trello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upswell.server.integrate.Carried;
import dev.upswell.server.integrate.Issue.Standing;
import dev.upswell.server.integrate.IssueOrder;
import dev.upswell.server.integrate.Tracker;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.network.GuardedRequests;
import dev.upswell.server.network.StandIn;
import dev.upswell.server.network.StandIn.Asked;
import dev.upswell.server.network.StandIn.Said;
import dev.upswell.server.notify.NotBrought;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cards in a web server in this process that answers as Trello does.
class TrelloTrackerTest {

    private static final String CARD = "5abbe4b7ddc1b351ef961414";
    private static final String LIST = "5abbe4b7ddc1b351ef961413";
    private static final String DONE = "5abbe4b7ddc1b351ef961499";

    private final List<String> cards = new ArrayList<>();
    private StandIn trello;

    @BeforeEach
    void start() throws IOException {
        trello = new StandIn(this::answer);
    }

    @AfterEach
    void stop() {
        trello.close();
    }

    private Tracker tracker() {
        return new TrelloTracker(Carried.trello(trello.at("")),
                new GuardedRequests(AddressGuard.of("127.0.0.1"), Duration.ofSeconds(5)), () -> Carried.START);
    }

    private Said answer(Asked asked) {
        return switch (asked.path()) {
            case "/1/cards" -> {
                cards.add(card(LIST, false, false, JsonMapper.shared().readTree(asked.body()).path("desc").asString()));
                yield Said.json(200, cards.getLast());
            }
            case "/1/lists/" + LIST -> Said.json(200,
                    "{\"id\": \"" + LIST + "\", \"name\": \"To do\", \"closed\": false, \"idBoard\": \"" + DONE
                            + "\"}");
            case "/1/boards/" + DONE + "/cards/all" -> Said.json(200, "[" + String.join(",", cards) + "]");
            default -> Said.text(404, "model not found");
        };
    }

    private static String card(String list, boolean closed, boolean complete, String text) {
        return JsonMapper.shared().createObjectNode().put("id", CARD).put("shortUrl", "https://trello.com/c/H0TZyzbK")
                .put("desc", text).put("idList", list).put("closed", closed).put("dueComplete", complete).toString();
    }

    @Test
    void aCardIsCreatedWithItsLabelAndKeysStandInNoAddress() throws Exception {
        var issue = tracker().create(Carried.ORDER);

        assertThat(issue.key()).isEqualTo(CARD);
        assertThat(issue.link()).hasToString("https://trello.com/c/H0TZyzbK");
        Asked asked = trello.taken();
        assertThat(asked.address().toString()).isEqualTo("/1/cards");
        assertThat(asked.headers()).containsEntry("authorization",
                "OAuth oauth_consumer_key=\"keykeykey1\", oauth_token=\"s3crettoken\"");
        JsonNode card = JsonMapper.shared().readTree(asked.body());
        assertThat(card.path("idList").asString()).isEqualTo(LIST);
        assertThat(card.path("name").asString()).isEqualTo("Recut the beginning of v1");
        assertThat(card.path("desc").asString()).endsWith("Steps: recut.\n\nupswell-" + Carried.SUBJECT);
        assertThat(card.path("due").asString()).isEqualTo("2026-01-06T23:59:00.000Z");
    }

    @Test
    void aLongTextKeepsItsLabel() throws Exception {
        tracker().create(new IssueOrder(Carried.SUBJECT, "Long", List.of("x".repeat(40_000)), null));

        String text = JsonMapper.shared().readTree(trello.taken().body()).path("desc").asString();
        assertThat(text).hasSizeLessThan(16_384).endsWith(Carried.ORDER.label());
        assertThat(tracker().find(Carried.ORDER.label())).isPresent();
    }

    @Test
    void whatWasCreatedIsFoundByItsLabelOnTheWholeBoard() throws Exception {
        assertThat(tracker().find(Carried.ORDER.label())).isEmpty();
        tracker().create(Carried.ORDER);

        assertThat(tracker().find(Carried.ORDER.label()).orElseThrow().key()).isEqualTo(CARD);
    }

    @ParameterizedTest
    @CsvSource({LIST + ",false,false,OPEN", "5abbe4b7ddc1b351ef961400,false,false,STARTED", DONE + ",false,false,DONE",
            LIST + ",false,true,DONE", LIST + ",true,true,DONE", LIST + ",true,false,DROPPED"})
    void listMarkAndArchiveSayHowACardStands(String list, boolean closed, boolean complete, Standing standing)
            throws Exception {
        trello.answers(_ -> Said.json(200, card(list, closed, complete, "")));

        assertThat(tracker().read(CARD).orElseThrow().standing()).isEqualTo(standing);
    }

    @Test
    void aCardThatIsNotThereIsNoFailure() throws Exception {
        assertThat(tracker().read(CARD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400,invalid value for idList", "401,invalid token", "404,model not found"})
    void refusalsInPlainTextAreToldAndNotTriedAgain(int status, String said) {
        trello.answers(_ -> Said.text(status, said));

        NotBrought failure = catchThrowableOfType(NotBrought.class, () -> tracker().create(Carried.ORDER));
        assertThat(failure).returns(true, NotBrought::isForGood);
        assertThat(failure.why()).startsWith("Trello answered " + status).doesNotContain("s3cret", "keykey");
    }

    @ParameterizedTest
    @CsvSource({"10,PT10S", "'Mon, 05 Jan 2026 10:05:00 GMT',PT5M"})
    void tooManyRequestsAreLeftAsLongAsTrelloAsks(String after, Duration wait) {
        trello.answers(_ -> Said.tooMany(after, """
            {"error": "API_TOKEN_LIMIT_EXCEEDED", "message": "Rate limit exceeded"}"""));

        assertThat(catchThrowableOfType(NotBrought.class, () -> tracker().create(Carried.ORDER)))
                .returns(false, NotBrought::isForGood).returns(wait, NotBrought::leastWait);
    }

    @Test
    void brokenAnswersAndFailuresAreTriedAgain() {
        for (Said said : List.of(Said.text(500, "oops"), Said.text(200, "{\"id\": "), Said.json(200, "{}"),
                Said.json(200, card(LIST, false, false, "").replace("https://trello.com/c/", "javascript:")))) {
            trello.answers(_ -> said);
            assertThat(catchThrowableOfType(NotBrought.class, () -> tracker().create(Carried.ORDER)))
                    .as(said.body()).returns(false, NotBrought::isForGood);
        }
    }

    @Test
    void theTestNamesTheList() throws Exception {
        assertThat(tracker().greeting()).isEqualTo("list “To do”");

        trello.answers(_ -> Said.json(200, "{\"name\": \"To do\", \"closed\": true}"));
        assertThatThrownBy(() -> tracker().greeting()).isInstanceOf(NotBrought.class)
                .hasMessage("the list “To do” is archived");
    }
}
