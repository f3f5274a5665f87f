package dev.upswell.server.live.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import dev.upswell.server.sandbox.Fate;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import dev.upswell.server.sandbox.Shares;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.SimulatedWorld.Passing;
import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every source must do, tried on the sandbox that speaks its contract.
abstract class SourceContract {

    static final Instant NOON = Instant.parse("2026-02-01T12:20:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOON);
    static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration IMPATIENT = Duration.ofMillis(700);
    /// A world of two days.
    private static final SandboxSettings SETTINGS = SandboxSettings.usual(7, NOON.plus(Duration.ofDays(5)));
    private static final List<Shown> TRUTH = truth();
    private static final Pattern ID = Pattern.compile("\"(?:aweme_)?id\":\"?(7\\d{18})[\",}]");

    private final Sandbox sandbox = Sandbox.start(SETTINGS.withQuotas(9, 9), CLOCK, 0).orElseThrow();

    /// The source at this sandbox.
    ///
    /// @param let whether with the right key
    abstract Source source(Sandbox at, boolean let, Duration toAnswer);

    /// What the sandbox counted against the quota.
    abstract long counted(Sandbox at);

    /// What must not be seen in any answer.
    abstract String secret();

    private static List<Shown> truth() {
        Passing passing = SimulatedWorld.of(SETTINGS.world()).passing();
        while (!passing.now().plus(SETTINGS.world().cadence()).isAfter(NOON)) {
            passing.advance();
        }
        return passing.videos();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static String most(Function<Shown, List<String>> names) {
        return TRUTH.stream().flatMap(video -> names.apply(video).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow().getKey();
    }

    /// The busiest subject of each feed.
    private static Map<Feed, Subject> subjects() {
        Map<Feed, Subject> subjects = new EnumMap<>(Feed.class);
        String hashtag = most(video -> video.hashtags().stream().map(Passing.Tally::id).toList());
        for (Feed feed : Feed.values()) {
            subjects.put(feed, new Subject(feed, switch (feed) {
                case HASHTAG -> hashtag;
                case CREATOR -> most(video -> List.of(video.creator().handle()));
                case SOUND -> most(video -> List.of(video.sound().id()));
                case KEYWORD -> "the";
                case VIDEO -> TRUTH.getFirst().id();
            }));
        }
        return subjects;
    }

    private static List<String> ids(Predicate<Shown> wanted) {
        return TRUTH.stream().filter(wanted).map(Shown::id).sorted().toList();
    }

    private static List<String> truth(Subject subject) {
        String target = subject.target();
        return switch (subject.feed()) {
            case HASHTAG -> ids(video -> video.hashtags().stream().anyMatch(tag -> tag.id().equals(target)));
            case CREATOR -> ids(video -> video.creator().handle().equals(target));
            case SOUND -> ids(video -> video.sound().id().equals(target));
            case KEYWORD -> ids(video -> video.caption().toLowerCase(Locale.ROOT).contains(target));
            case VIDEO -> List.of(target);
        };
    }

    private static Answer ask(Source source, Subject subject, @Nullable String cursor) {
        return source.ask(new Ask(subject, NOON, cursor));
    }

    private Answer ask(Duration toAnswer) {
        return ask(source(sandbox, true, toAnswer), new Subject(Feed.HASHTAG, "x"), null);
    }

    /// The ids of all pages, in the order in which they came.
    private static List<String> all(Source source, Subject subject) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Answer answer = ask(source, subject, cursor);
            assertThat(answer).isInstanceOf(Answer.Page.class);
            Answer.Page page = (Answer.Page) answer;
            assertThat(page.simulated()).isTrue();
            Matcher found = ID.matcher(page.body());
            List<String> onPage = new ArrayList<>();
            while (found.find()) {
                onPage.add(found.group(1));
            }
            ids.addAll(onPage.stream().distinct().toList());
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private Sandbox roomy(Shares shares) {
        return Sandbox.start(SETTINGS.with(shares), CLOCK, 0).orElseThrow();
    }

    @Test
    void pagesOfEachFeedHoldWhatThereIsOnceEach() {
        try (Sandbox roomy = roomy(Shares.NONE)) {
            Source source = source(roomy, true, PATIENT);
            Map<Feed, Subject> subjects = subjects();

            assertThat(source.feeds()).isNotEmpty();
            assertThat(truth(subjects.get(Feed.HASHTAG))).hasSizeGreaterThan(20);
            assertThat(truth(subjects.get(Feed.KEYWORD))).as("several pages anywhere").hasSizeGreaterThan(200);
            for (Feed feed : source.feeds()) {
                assertThat(all(source, subjects.get(feed)).stream().sorted().toList()).as(feed.label())
                        .isEqualTo(truth(subjects.get(feed)));
            }
        }
    }

    @Test
    void pagesSentTwiceLoseNothing() {
        try (Sandbox roomy = roomy(new Shares(Map.of(Fate.REPEATED, 0.5), Duration.ZERO))) {
            Subject hashtag = subjects().get(Feed.HASHTAG);

            assertThat(new TreeSet<>(all(source(roomy, true, PATIENT), hashtag)))
                    .containsExactlyElementsOf(truth(hashtag));
        }
    }

    @Test
    void whatIsAskedForIsCountedAndNeverCostsMoreThanItMay() {
        Source source = source(sandbox, true, PATIENT);
        Ask ask = new Ask(new Subject(Feed.HASHTAG, "x"), NOON, null);

        for (int i = 1; i <= 3; i++) {
            Integer charged = source.ask(ask).receipt().charged();
            assertThat(charged == null ? source.worstCost(ask) : charged).isEqualTo(source.worstCost(ask));
            assertThat(counted(sandbox)).isEqualTo(i * (long) source.worstCost(ask));
        }
    }

    @Test
    void aUsedUpQuotaComesBackAtMidnight() {
        Source source = source(sandbox, true, PATIENT);
        Subject subject = new Subject(Feed.HASHTAG, "x");
        for (int i = 0; i < 9; i++) {
            assertThat(ask(source, subject, null)).isInstanceOf(Answer.Page.class);
        }

        assertThat(ask(source, subject, null)).isInstanceOfSatisfying(Answer.QuotaExhausted.class,
                used -> assertThat(used.until()).isEqualTo(Instant.parse("2026-02-02T00:00:00Z")));
    }

    @Test
    void aWrongKeyIsNotLetIn() {
        assertThat(ask(source(sandbox, false, PATIENT), new Subject(Feed.HASHTAG, "x"), null))
                .isInstanceOf(Answer.Forbidden.class);
    }

    @Test
    void throttlingAndFailuresAreWorthAnotherTry() {
        ask(PATIENT);
        sandbox.order(Fate.THROTTLED, Fate.FAILING);

        assertThat(ask(PATIENT)).isInstanceOf(Answer.RetryLater.class);
        assertThat(ask(PATIENT)).isInstanceOf(Answer.RetryLater.class);
        assertThat(ask(PATIENT)).isInstanceOf(Answer.Page.class);
    }

    @Test
    void silenceAndLatenessEndInTime() {
        sandbox.order(Fate.SILENT);

        assertThat(ask(IMPATIENT)).isInstanceOfSatisfying(Answer.RetryLater.class,
                later -> assertThat(later.receipt()).isEqualTo(Answer.Receipt.NONE));
    }

    @Test
    void halfAnAnswerIsMalformedAndKept() {
        Source source = source(sandbox, true, PATIENT);
        ask(source, new Subject(Feed.HASHTAG, "x"), null);
        sandbox.order(Fate.MALFORMED);

        assertThat(ask(source, new Subject(Feed.HASHTAG, "x"), null)).isInstanceOfSatisfying(Answer.Malformed.class,
                bad -> assertThat(bad.body()).startsWith("{"));
    }

    @Test
    void nobodyIsNotFoundOrHasNothing() {
        Answer answer = ask(source(sandbox, true, PATIENT), new Subject(Feed.CREATOR, "nobody.at.all"), null);

        switch (answer) {
            case Answer.Page page -> assertThat(ID.matcher(page.body()).find()).isFalse();
            case Answer.NotFound _ -> assertThat(answer.receipt().status()).isNotNull();
            case Answer.RetryLater _,Answer.Unreached _,Answer.QuotaExhausted _,Answer.Malformed _,Answer.Forbidden _,Answer.Unfit _ ->
                throw new AssertionError(answer);
        }
    }

    @Test
    void noAnswerShowsAKey() {
        Source let = source(sandbox, true, PATIENT);
        sandbox.order(Fate.ANSWERED, Fate.ANSWERED, Fate.FAILING, Fate.MALFORMED);
        for (int i = 0; i < 3; i++) {
            assertThat(ask(let, new Subject(Feed.KEYWORD, secret()), null).toString()).doesNotContain(secret());
        }
        assertThat(let.keyPrint()).matches("[0-9a-f]{12}");
        assertThat(let.toString()).doesNotContain(secret());
    }
}
