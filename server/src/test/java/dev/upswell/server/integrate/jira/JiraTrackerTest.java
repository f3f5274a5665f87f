package dev.upswell.server.integrate.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upswell.server.integrate.Carried;
import dev.upswell.server.integrate.Issue.Standing;
import dev.upswell.server.integrate.Tracker;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.network.GuardedRequests;
import dev.upswell.server.network.StandIn;
import dev.upswell.server.network.StandIn.Asked;
import dev.upswell.server.network.StandIn.Said;
import dev.upswell.server.notify.NotBrought;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Issues in a web server in this process that answers as Jira Cloud does.
class JiraTrackerTest {

    private static final String NO_JSON = "<html>";

    /// Labels of the issues that there are, by key.
    private final Map<String, String> issues = new LinkedHashMap<>();
    private StandIn jira;

    @BeforeEach
    void start() throws IOException {
        jira = new StandIn(this::answer);
    }

    @AfterEach
    void stop() {
        jira.close();
    }

    private Tracker tracker() {
        return tracker("127.0.0.1");
    }

    private Tracker tracker(String allowed) {
        return new JiraTracker(Carried.jira(jira.at("")),
                new GuardedRequests(AddressGuard.of(allowed), Duration.ofSeconds(5)), () -> Carried.START);
    }

    private Said answer(Asked asked) {
        return switch (asked.path()) {
            case "/rest/api/3/issue" -> created(JsonMapper.shared().readTree(asked.body()).path("fields"));
            case "/rest/api/3/search/jql" -> Said.json(200, "{\"issues\": [" + issues.entrySet().stream()
                    .filter(one -> asked.address().getQuery().contains("labels = \"" + one.getValue() + "\""))
                    .map(one -> issue(one.getKey(), "new")).collect(Collectors.joining(",")) + "], \"isLast\": true}");
            case "/rest/api/3/issue/createmeta/CRE/issuetypes" -> Said.json(200, """
                {"startAt": 0, "total": 2, "issueTypes": [{"id": "1", "name": "Bug"}, {"id": "2", "name": "Task"}]}""");
            default -> Said.json(404, """
                {"errorMessages": ["Issue does not exist or you do not have permission to see it."], "errors": {}}""");
        };
    }

    private Said created(JsonNode fields) {
        if (!fields.path("description").path("type").asString("").equals("doc")) {
            return Said.json(400, "{\"errorMessages\": [], \"errors\": {\"description\": \"not a document\"}}");
        }
        String key = "CRE-" + (24 + issues.size());
        issues.put(key, fields.path("labels").get(1).asString());
        return Said.json(201, "{\"id\": \"10000\", \"key\": \"" + key + "\", \"self\": \"https://x/issue/10000\"}");
    }

    private static String issue(String key, String category) {
        return """
            {"id": "10000", "key": "%s", "fields": {"status": {"name": "Status of %s", "statusCategory": {"key": "%s"}}}}"""
                .formatted(key, category, category);
    }

    private NotBrought failure(Said said) {
        jira.answers(_ -> said);
        NotBrought failure = catchThrowableOfType(NotBrought.class, () -> tracker().create(Carried.ORDER));
        assertThat(failure.why()).doesNotContain("s3cret", "anna@");
        return failure;
    }

    @Test
    void anIssueIsCreatedWithADocumentALabelAndADay() throws Exception {
        var issue = tracker().create(Carried.ORDER);

        assertThat(issue.key()).isEqualTo("CRE-24");
        assertThat(issue.link()).isEqualTo(jira.at("/browse/CRE-24"));
        Asked asked = jira.taken();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.headers()).containsEntry("content-type", "application/json")
                .containsEntry("accept", "application/json").containsEntry("authorization", "Basic "
                        + Base64.getEncoder().encodeToString(
                                "anna@example.org:s3cret-token".getBytes(StandardCharsets.UTF_8)));
        JsonNode fields = JsonMapper.shared().readTree(asked.body()).path("fields");
        assertThat(fields.at("/project/key").asString()).isEqualTo("CRE");
        assertThat(fields.at("/issuetype/name").asString()).isEqualTo("Task");
        assertThat(fields.path("summary").asString()).isEqualTo("Recut the beginning of v1");
        assertThat(fields.at("/description/version").asInt()).isEqualTo(1);
        assertThat(fields.at("/description/content/1/content/0/text").asString()).isEqualTo("Steps: recut.");
        assertThat(fields.at("/labels/1").asString()).isEqualTo("upswell-" + Carried.SUBJECT);
        assertThat(fields.path("duedate").asString()).isEqualTo("2026-01-06");
    }

    @Test
    void whatWasCreatedIsFoundByItsLabel() throws Exception {
        assertThat(tracker().find(Carried.ORDER.label())).isEmpty();
        tracker().create(Carried.ORDER);

        assertThat(tracker().find(Carried.ORDER.label()).orElseThrow().key()).isEqualTo("CRE-24");
        assertThat(jira.taken().address().getQuery()).contains("project = \"CRE\" AND labels = ");
    }

    /// The answer to the creating is lost, and the whole is done again by a process that knows nothing of it.
    @Test
    void anAnswerThatIsLostDoublesNothing() {
        Carried carried = new Carried(account -> new JiraTracker(account,
                new GuardedRequests(AddressGuard.of("127.0.0.1"), Duration.ofSeconds(5)), () -> Carried.START));
        carried.connections().add("board", Carried.jira(jira.at("")), "anna");
        carried.issues().order("board", Carried.ORDER);
        jira.answers(asked -> {
            Said said = answer(asked);
            return asked.method().equals("POST") ? Said.json(201, "{\"id\": \"100") : said;
        });
        assertThat(carried.issues().work().waiting()).isEqualTo(1);
        assertThat(carried.only().reason()).isEqualTo("Jira answered something that is no JSON");

        jira.answers(this::answer);
        carried.turn(Duration.ofMinutes(1));
        assertThat(carried.issues().work().linked()).isEqualTo(1);

        assertThat(issues).hasSize(1);
        assertThat(carried.only().key()).isEqualTo("CRE-24");
    }

    @ParameterizedTest
    @CsvSource({"new,OPEN", "indeterminate,STARTED", "done,DONE", "undefined,OPEN"})
    void theCategoryOfAStatusSaysHowAnIssueStands(String category, Standing standing) throws Exception {
        jira.answers(_ -> Said.json(200, issue("CRE-24", category)));

        assertThat(tracker().read("CRE-24").orElseThrow()).returns(standing, one -> one.standing())
                .returns("Status of " + category, one -> one.status());
        assertThat(jira.taken().address().toString()).isEqualTo("/rest/api/3/issue/CRE-24?fields=status");
    }

    @Test
    void anIssueThatIsNotThereIsNoFailure() throws Exception {
        assertThat(tracker().read("CRE-99")).isEmpty();
    }

    @Test
    void aProjectWithoutAFieldForTheDayGetsTheIssueWithoutIt() throws Exception {
        jira.answers(asked -> JsonMapper.shared().readTree(asked.body()).path("fields").has("duedate")
                ? Said.json(400, """
                    {"errorMessages": [], "errors": {"duedate": "Field 'duedate' cannot be set."}}""")
                : answer(asked));

        assertThat(tracker().create(Carried.ORDER).key()).isEqualTo("CRE-24");
    }

    @Test
    void aRefusedFieldIsToldAndNotTriedAgain() {
        assertThat(failure(Said.json(400, """
            {"errorMessages": [], "errors": {"issuetype": "Specify a valid issue type"}}""")))
                .returns(true, NotBrought::isForGood)
                .returns("Jira answered 400: issuetype: Specify a valid issue type", NotBrought::why);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 422})
    void whatTheAccountMayNotDoIsNotTriedAgain(int status) {
        assertThat(failure(Said.text(status, "<html>s3cret</html>"))).returns(true, NotBrought::isForGood)
                .satisfies(one -> assertThat(one.why()).startsWith("Jira answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 302})
    void whatIsWrongAtJiraIsTriedAgain(int status) {
        assertThat(failure(new Said(status, Map.of("Retry-After", "7"), ""))).returns(false, NotBrought::isForGood)
                .returns(Duration.ofSeconds(7), NotBrought::leastWait);
    }

    @Test
    void tooManyRequestsAreLeftAsLongAsJiraAsks() {
        assertThat(failure(Said.tooMany("120", "{}"))).returns(false, NotBrought::isForGood)
                .returns(Duration.ofMinutes(2), NotBrought::leastWait);
    }

    @Test
    void anAnswerWithoutWhatIsNeededIsTriedAgain() {
        for (String body : new String[]{NO_JSON, "{}", "{\"key\": \"../../x\"}", "[]", "null"}) {
            assertThat(failure(Said.json(201, body))).as(body).returns(false, NotBrought::isForGood);
        }
    }

    @Test
    void theTestSaysWhetherTheTypeIsThere() throws Exception {
        assertThat(tracker().greeting()).isEqualTo("project CRE, type Task");
        assertThat(jira.taken().method()).isEqualTo("GET");

        jira.answers(_ -> Said.json(200, "{\"issueTypes\": [{\"name\": \"Story\"}]}"));
        assertThatThrownBy(() -> tracker().greeting()).isInstanceOf(NotBrought.class)
                .hasMessage("the project CRE has no type of issues called Task; it has Story");
    }

    @Test
    void nothingLeadsInsideAPrivateNetwork() {
        assertThat(catchThrowableOfType(NotBrought.class, () -> tracker("").create(Carried.ORDER)).why())
                .contains("where no request is sent", "network.private-hosts");
        assertThat(jira.waiting()).isZero();
    }
}
