package dev.upswell.server.live.provider;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Answer.Receipt;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Apify: a run of a scraping program is started, watched until it ends, and its items are fetched page by page.
///
/// A run is paid, so it must neither be started twice nor be lost. Its id becomes the visit's cursor before anything else is asked.
/// A kill, or silence, between the starting and the keeping of the id leaves a visit without cursor: therefore each beginning first
/// looks whether a run with the very same input was started since the visit began, and takes that. Cursors read `run ID` and
/// `items DATASET OFFSET STATUS`.
///
/// TikTok cannot sort hashtags and searches by date, so thrice as many items are asked for as are wanted, and what was posted
/// long ago is left out here.
///
/// **units** US cents; the most that a run may charge is told to Apify with its start.
public final class Apify implements Source {

    /// Under which its readings are kept.
    public static final String NAME = "apify";

    private static final int OVER_COLLECTED = 3;
    /// Feeds of hashtags end at about as many, whatever is asked for.
    private static final int MOST_OF_A_FEED = 800;
    private static final int A_PAGE = 200;
    private static final int RUNS_LOOKED_AT = 50;
    private static final int REQUESTS_A_SECOND = 60;
    private static final Duration POLL_EVERY = Duration.ofSeconds(15);
    /// By how much Apify's clock may be behind.
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Set<String> WORKING = Set.of("READY", "RUNNING", "TIMING-OUT", "ABORTING");
    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "TIMED-OUT", "ABORTED");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,40}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final URI address;
    private final Secret token;
    private final List<Secret> secrets;
    private final Terms terms;
    private final Transport transport;
    private final InstantSource clock;

    /// What is asked for and what it may cost.
    ///
    /// @param actor such as `clockworks~tiktok-scraper`
    /// @param wanted items of a visit
    /// @param days how long ago they were posted at most
    /// @param centsPerRun that a run may charge at most
    public record Terms(String actor, int wanted, int days, int centsPerRun, long centsPerDay) {
    }

    Apify(URI address, Secret token, Terms terms, Transport transport, InstantSource clock) {
        this.address = address;
        this.token = token;
        this.secrets = List.of(token);
        this.terms = terms;
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String keyPrint() {
        return token.print();
    }

    @Override
    public Set<Feed> feeds() {
        return EnumSet.of(Feed.HASHTAG, Feed.CREATOR, Feed.KEYWORD, Feed.VIDEO);
    }

    @Override
    public List<Budget> budgets() {
        return List.of(new Budget("cents", Budget.Counts.UNITS, terms.centsPerDay(), new Budget.Span.Day()),
                new Budget("pace", Budget.Counts.REQUESTS, REQUESTS_A_SECOND,
                        new Budget.Span.Sliding(Duration.ofSeconds(1))));
    }

    @Override
    public int worstCost(Ask ask) {
        return ask.cursor() == null ? terms.centsPerRun() : 0;
    }

    @Override
    public int pageSize(Feed feed) {
        return Math.min(A_PAGE, asked(feed));
    }

    private int asked(Feed feed) {
        return switch (feed) {
            case HASHTAG, KEYWORD -> Math.min(terms.wanted() * OVER_COLLECTED, MOST_OF_A_FEED);
            case VIDEO, ADS, RESULTS, ORDERS -> 1;
            case CREATOR, SOUND -> terms.wanted();
        };
    }

    @Override
    public Answer ask(Ask ask) {
        String cursor = ask.cursor();
        if (cursor == null) {
            return begin(ask);
        }
        String[] place = cursor.split(" ", -1);
        return place[0].equals("run") ? watch(cursor, place[1]) : items(ask, place);
    }

    /// What came of an exchange: a tree that is of the contract, or the answer that ends the asking.
    private sealed interface Came {

        record Tree(Reply.Received reply, JsonNode tree) implements Came {
        }

        record Ended(Answer answer) implements Came {
        }
    }

    private Came exchange(String path, @Nullable String body, @Nullable Integer charged) {
        Call call = new Call(URI.create(address + path),
                Map.of("Authorization", "Bearer " + token.value(), "Content-Type", "application/json"), body);
        return switch (transport.send(call)) {
            case Reply.Unreached unreached -> new Came.Ended(new Answer.Unreached(unreached.why()));
            case Reply.Silence silence ->
                new Came.Ended(new Answer.RetryLater(new Receipt(null, charged), null, silence.why()));
            case Reply.Received reply -> {
                Optional<JsonNode> tree = Wire.object(reply.body()).or(() -> Wire.array(reply.body()));
                yield reply.status() / 100 == 2 && tree.isPresent()
                        ? new Came.Tree(reply, tree.get())
                        : new Came.Ended(refused(reply, tree, charged));
            }
        };
    }

    private Answer refused(Reply.Received reply, Optional<JsonNode> tree, @Nullable Integer charged) {
        int status = reply.status();
        Receipt receipt = new Receipt(status, charged);
        String type = tree.map(body -> body.at("/error/type").asString("")).orElse("");
        String detail = "HTTP " + status + " " + type + ": "
                + Wire.shown(tree.map(body -> body.at("/error/message").asString("")).orElse(reply.body()), secrets);
        if (status == 408 || status == 429 || status >= 500) {
            return new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), detail);
        }
        return switch (status) {
            case 401, 403 -> new Answer.Forbidden(receipt, detail);
            case 402 -> new Answer.QuotaExhausted(receipt,
                    budgets().getFirst().freeAgain(clock.instant()), detail);
            case 404 -> type.isEmpty()
                    ? new Answer.Malformed(receipt, Wire.struck(reply.body(), secrets),
                            "by somebody else; is apify.url right? " + detail)
                    : new Answer.NotFound(receipt, detail);
            default -> status < 400 || type.isEmpty()
                    ? new Answer.Malformed(receipt, Wire.struck(reply.body(), secrets), "no answer: " + detail)
                    : new Answer.Unfit(receipt, detail);
        };
    }

    private Answer malformed(Reply.Received reply, @Nullable Integer charged, String why) {
        return new Answer.Malformed(new Receipt(reply.status(), charged), Wire.struck(reply.body(), secrets), why);
    }

    // Beginning

    private Answer begin(Ask ask) {
        JsonNode input = input(ask);
        return switch (exchange("/actors/" + terms.actor() + "/runs?desc=1&limit=" + RUNS_LOOKED_AT, null, 0)) {
            case Came.Ended(Answer answer) -> answer;
            case Came.Tree(Reply.Received reply, JsonNode tree) -> {
                if (!tree.at("/data/items").isArray()) {
                    yield malformed(reply, 0, "the list of runs is not where the contract has it");
                }
                for (JsonNode run : tree.at("/data/items")) {
                    Optional<Answer> own = own(run, input, ask.begunAt());
                    if (own.isPresent()) {
                        yield own.get();
                    }
                }
                yield start(input);
            }
        };
    }

    /// That the run goes on, when it is the one that this very question began; empty when it is another.
    private Optional<Answer> own(JsonNode run, JsonNode input, Instant begunAt) {
        Optional<Instant> started = time(run.path("startedAt").asString(""));
        String store = run.path("defaultKeyValueStoreId").asString("");
        String id = run.path("id").asString("");
        if (started.isEmpty() || started.get().isBefore(begunAt.minus(SKEW)) || !ID.matcher(store).matches()
                || !ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return switch (exchange("/key-value-stores/" + store + "/records/INPUT", null, 0)) {
            case Came.Ended(Answer.NotFound _) -> Optional.empty();
            // Not to know whose run it is is no reason to start another.
            case Came.Ended(Answer answer) -> Optional.of(answer);
            case Came.Tree(Reply.Received reply, JsonNode theirs) -> holds(theirs, input)
                    ? Optional.of(begun(reply, id, "the run was begun before"))
                    : Optional.empty();
        };
    }

    /// Whether an input has everything of ours; Apify adds defaults.
    private static boolean holds(JsonNode theirs, JsonNode ours) {
        return ours.properties().stream().allMatch(field -> field.getValue().equals(theirs.path(field.getKey())));
    }

    private Answer start(JsonNode input) {
        String most = BigDecimal.valueOf(terms.centsPerRun(), 2).toPlainString();
        String path = "/actors/" + terms.actor() + "/runs?maxItems=" + input.path("resultsPerPage").asInt(1)
                + "&maxTotalChargeUsd=" + most;
        return switch (exchange(path, Wire.write(input), null)) {
            case Came.Ended(Answer answer) -> answer;
            case Came.Tree(Reply.Received reply, JsonNode tree) -> {
                String id = tree.at("/data/id").asString("");
                yield ID.matcher(id).matches()
                        ? begun(reply, id, "the run was started")
                        : malformed(reply, null, "the run has no id");
            }
        };
    }

    private static Answer begun(Reply.Received reply, String run, String detail) {
        return new Answer.Underway(new Receipt(reply.status(), null), "run " + run, POLL_EVERY, null, detail);
    }

    private JsonNode input(Ask ask) {
        String target = ask.subject().target();
        Feed feed = ask.subject().feed();
        var input = JSON.objectNode();
        switch (feed) {
            case HASHTAG -> input.putArray("hashtags").add(target);
            case CREATOR -> input.putArray("profiles").add(target);
            case KEYWORD -> {
                input.putArray("searchQueries").add(target);
                input.put("searchSection", "/video");
            }
            // The handle in an address is not looked at; the number is.
            case VIDEO -> input.putArray("postURLs").add("https://www.tiktok.com/@tiktok/video/" + target);
            case SOUND, ADS, RESULTS, ORDERS -> throw feed.notOf(NAME);
        }
        return input.put("resultsPerPage", asked(feed));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    // Watching

    private Answer watch(String cursor, String run) {
        return switch (exchange("/actor-runs/" + run, null, 0)) {
            case Came.Ended(Answer answer) -> answer;
            case Came.Tree(Reply.Received reply, JsonNode tree) -> {
                JsonNode data = tree.path("data");
                String status = data.path("status").asString("");
                String dataset = data.path("defaultDatasetId").asString("");
                Receipt receipt = new Receipt(reply.status(), 0);
                if (WORKING.contains(status)) {
                    yield new Answer.Underway(receipt, cursor, POLL_EVERY, null, "the run is " + status);
                }
                yield ENDED.contains(status) && ID.matcher(dataset).matches()
                        ? new Answer.Underway(receipt, "items " + dataset + " 0 " + status, Duration.ZERO,
                                cents(data.path("usageTotalUsd")), "the run is " + status)
                        : malformed(reply, 0, "the run has no status or dataset of the contract");
            }
        };
    }

    /// What a run cost, rounded up; null when Apify does not say, or says what cannot be.
    private static @Nullable Integer cents(JsonNode usd) {
        if (!usd.isNumber() || !(usd.asDouble() >= 0 && usd.asDouble() < 1_000_000)) {
            return null;
        }
        return usd.decimalValue().movePointRight(2).setScale(0, RoundingMode.CEILING).intValue();
    }

    // Fetching

    private Answer items(Ask ask, String[] place) {
        int offset = Integer.parseInt(place[2]);
        String path = "/datasets/" + place[1] + "/items?format=json&clean=true&offset=" + offset + "&limit=" + A_PAGE;
        return switch (exchange(path, null, 0)) {
            case Came.Ended(Answer answer) -> answer;
            case Came.Tree(Reply.Received reply, JsonNode tree) -> {
                if (!tree.isArray()) {
                    yield malformed(reply, 0, "the items are no array");
                }
                Receipt receipt = new Receipt(reply.status(), 0);
                if (offset == 0 && tree.isEmpty() && !place[3].equals("SUCCEEDED")) {
                    yield new Answer.Unfit(receipt, "the run ended " + place[3] + " without an item");
                }
                // A page may be short, because empty items are left out of it.
                boolean more = reply.number("x-apify-pagination-total").map(total -> offset + A_PAGE < total)
                        .orElse(!tree.isEmpty());
                String next = more ? "items " + place[1] + " " + (offset + A_PAGE) + " " + place[3] : null;
                yield new Answer.Page(receipt, FileFormat.APIFY_ITEMS,
                        Wire.struck(recent(reply.body(), tree, ask.begunAt()), secrets), next, reply.simulated());
            }
        };
    }

    /// The items that were posted within the days asked about; those that do not say are kept.
    private String recent(String body, JsonNode items, Instant begunAt) {
        Instant since = begunAt.minus(Duration.ofDays(terms.days()));
        ArrayNode kept = JSON.arrayNode();
        items.valueStream().filter(item -> !postedAt(item).map(time -> time.isBefore(since)).orElse(false))
                .forEach(kept::add);
        return kept.size() == items.size() ? body : Wire.write(kept);
    }

    private static Optional<Instant> postedAt(JsonNode item) {
        JsonNode seconds = item.path("createTime");
        Optional<Instant> written = time(item.path("createTimeISO").asString(""));
        boolean plain = seconds.isIntegralNumber() && seconds.canConvertToLong() && seconds.asLong() > 0
                && seconds.asLong() < Integer.MAX_VALUE * 8L;
        return written.isPresent() || !plain ? written : Optional.of(Instant.ofEpochSecond(seconds.asLong()));
    }
}
