package dev.upswell.server.live.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.comply.Terms;
import dev.upswell.server.comply.Verdict;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import java.util.stream.Stream;
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

    /// Somebody that there is not.
    Subject nobody() {
        return new Subject(Feed.CREATOR, "nobody.at.all");
    }

    /// What the id of an item looks like in a page.
    Pattern id() {
        return ID;
    }

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
    Map<Feed, Subject> subjects() {
        Map<Feed, Subject> subjects = new EnumMap<>(Feed.class);
        String hashtag = most(video -> video.hashtags().stream().map(Passing.Tally::id).toList());
        for (Feed feed : Feed.values()) {
            subjects.put(feed, new Subject(feed, switch (feed) {
                case HASHTAG -> hashtag;
                case CREATOR -> most(video -> List.of(video.creator().handle()));
                case SOUND -> most(video -> List.of(video.sound().id()));
                case KEYWORD -> "the";
                case VIDEO -> TRUTH.getFirst().id();
                case ADS -> "the";
                case RESULTS -> SandboxSettings.ADVERTISER;
                case ORDERS -> SandboxSettings.SHOP;
            }));
        }
        return subjects;
    }

    private static List<String> ids(Predicate<Shown> wanted) {
        return TRUTH.stream().filter(wanted).map(Shown::id).sorted().toList();
    }

    private static Stream<Shown> ads(Predicate<Shown> wanted) {
        return TRUTH.stream().filter(video -> Long.parseLong(video.id()) % 5 == 0).filter(wanted);
    }

    private static String ad(Shown video) {
        return "18" + video.id().substring(3);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /// Whether its quota is of a day; else too many requests are merely too many.
    boolean hasDailyQuota() {
        return true;
    }

    /// The ids of what there is of a subject, in alphabetical order.
    List<String> truth(Subject subject) {
        String target = subject.target();
        return switch (subject.feed()) {
            case HASHTAG -> ids(video -> video.hashtags().stream().anyMatch(tag -> tag.id().equals(target)));
            case CREATOR -> ids(video -> video.creator().handle().equals(target));
            case SOUND -> ids(video -> video.sound().id().equals(target));
            case KEYWORD -> ids(video -> video.caption().toLowerCase(Locale.ROOT).contains(target));
            case VIDEO -> List.of(target);
            case ADS -> ads(video -> video.caption().toLowerCase(Locale.ROOT).contains(target)).map(SourceContract::ad)
                    .sorted().toList();
            case RESULTS -> ads(video -> true).flatMap(video -> day(video.createdAt())
                    .datesUntil(day(NOON).plusDays(1)).map(on -> ad(video) + "\",\"stat_time_day\":\"" + on))
                    .sorted().toList();
            case ORDERS -> TRUTH.stream().filter(video -> Long.parseLong(video.id()) % 7 == 0)
                    .filter(video -> video.createdAt().isBefore(NOON)).map(video -> "57" + video.id().substring(3))
                    .sorted().toList();
        };
    }

    /// A subject that there is, of the first feed.
    private Subject subject(Source source) {
        return subjects().get(source.feeds().stream().sorted().findFirst().orElseThrow());
    }

    /// One that costs little.
    private Subject cheap(Source source) {
        return source.feeds().contains(Feed.VIDEO) ? subjects().get(Feed.VIDEO) : subject(source);
    }

    private Answer ask(Source source) {
        return source.ask(new Ask(cheap(source), NOON, null));
    }

    private Answer ask(Duration toAnswer) {
        return ask(source(sandbox, true, toAnswer));
    }

    /// The ids of all pages, in the order in which they came.
    private List<String> all(Source source, Subject subject) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Answer answer = source.ask(new Ask(subject, NOON, cursor));
            if (answer instanceof Answer.Underway underway) {
                cursor = underway.next();
                continue;
            }
            assertThat(answer).isInstanceOf(Answer.Page.class);
            Answer.Page page = (Answer.Page) answer;
            assertThat(page.simulated()).isTrue();
            Matcher found = id().matcher(page.body());
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

    /// What was set aside and spent while a question was asked until its first page, or until something else came.
    private record Followed(Answer last, long reserved, long spent) {
    }

    private static Followed followed(Source source, Subject subject, Instant begunAt) {
        long reserved = 0;
        long spent = 0;
        Ask ask = new Ask(subject, begunAt, null);
        for (int asked = 0; asked < 50; asked++) {
            Answer answer = source.ask(ask);
            Integer charged = answer.receipt().charged();
            assertThat(charged == null || charged <= source.worstCost(ask)).isTrue();
            reserved += source.worstCost(ask);
            spent += charged == null ? source.worstCost(ask) : charged;
            if (!(answer instanceof Answer.Underway underway)) {
                return new Followed(answer, reserved, spent);
            }
            spent = underway.total() == null ? spent : underway.total();
            ask = new Ask(subject, begunAt, underway.next());
        }
        throw new AssertionError("it never ends");
    }

    @Test
    void everythingItCanBeAskedForIsInItsTermsPolicy() {
        Source source = source(sandbox, true, PATIENT);
        Terms terms = Terms.known();

        assertThat(source.feeds()).allSatisfy(feed -> assertThat(terms.fetch(source.name(), feed.label()))
                .isInstanceOf(Verdict.Allowed.class));
        assertThat(terms.store(source.name())).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void pagesOfEachFeedHoldWhatThereIsOnceEach() {
        try (Sandbox roomy = roomy(Shares.NONE)) {
            Source source = source(roomy, true, PATIENT);
            Map<Feed, Subject> subjects = subjects();

            assertThat(source.feeds()).isNotEmpty();
            assertThat(truth(subject(source))).hasSizeGreaterThan(5);
            if (source.feeds().contains(Feed.KEYWORD)) {
                assertThat(truth(subjects.get(Feed.KEYWORD))).as("several pages anywhere").hasSizeGreaterThan(200);
            }
            for (Feed feed : source.feeds()) {
                assertThat(all(source, subjects.get(feed)).stream().sorted().toList()).as(feed.label())
                        .isEqualTo(truth(subjects.get(feed)));
            }
        }
    }

    @Test
    void pagesSentTwiceLoseNothing() {
        try (Sandbox roomy = roomy(new Shares(Map.of(Fate.REPEATED, 0.5), Duration.ZERO))) {
            Source source = source(roomy, true, PATIENT);
            Subject subject = subject(source);

            assertThat(new TreeSet<>(all(source, subject))).containsExactlyElementsOf(truth(subject));
        }
    }

    @Test
    void whatIsAskedForIsCountedAndNeverCostsMoreThanItMay() {
        try (Sandbox roomy = roomy(Shares.NONE)) {
            Source source = source(roomy, true, PATIENT);
            long spent = 0;
            for (int i = 1; i <= 3; i++) {
                Followed followed = followed(source, subject(source), NOON.plusSeconds(1_000L * i));

                assertThat(followed.last()).isInstanceOf(Answer.Page.class);
                assertThat(followed.spent()).isPositive().isLessThanOrEqualTo(followed.reserved());
                spent += followed.spent();
                assertThat(counted(roomy)).isEqualTo(spent);
            }
        }
    }

    @Test
    void aUsedUpQuotaComesBackAtMidnight() {
        Source source = source(sandbox, true, PATIENT);
        if (!hasDailyQuota()) {
            for (int i = 0; i < 9; i++) {
                assertThat(ask(source)).isInstanceOf(Answer.Page.class);
            }
            assertThat(ask(source)).isInstanceOf(Answer.RetryLater.class);
            return;
        }
        Answer last = null;
        for (int i = 0; i < 12 && !(last instanceof Answer.QuotaExhausted); i++) {
            last = followed(source, cheap(source), NOON.plusSeconds(1_000L * i)).last();
            assertThat(last).isInstanceOfAny(Answer.Page.class, Answer.QuotaExhausted.class);
            assertThat(counted(sandbox)).isLessThanOrEqualTo(9);
        }

        assertThat(last).isInstanceOfSatisfying(Answer.QuotaExhausted.class,
                used -> assertThat(used.until()).isEqualTo(Instant.parse("2026-02-02T00:00:00Z")));
    }

    @Test
    void aQuestionAskedTwiceBeginsNothingTwice() {
        try (Sandbox roomy = roomy(Shares.NONE)) {
            Source source = source(roomy, true, PATIENT);
            Ask ask = new Ask(subject(source), NOON, null);

            Answer first = source.ask(ask);
            Answer again = source(roomy, true, PATIENT).ask(ask);

            if (first instanceof Answer.Underway underway) {
                assertThat(again).isInstanceOfSatisfying(Answer.Underway.class,
                        same -> assertThat(same.next()).isEqualTo(underway.next()));
            } else {
                assertThat(again.label()).isEqualTo(first.label());
            }
        }
    }

    @Test
    void aWrongKeyIsNotLetIn() {
        assertThat(ask(source(sandbox, false, PATIENT))).isInstanceOf(Answer.Forbidden.class);
    }

    @Test
    void throttlingAndFailuresAreWorthAnotherTry() {
        ask(PATIENT);
        sandbox.order(Fate.THROTTLED, Fate.FAILING);

        assertThat(ask(PATIENT)).isInstanceOf(Answer.RetryLater.class);
        assertThat(ask(PATIENT)).isInstanceOf(Answer.RetryLater.class);
        assertThat(ask(PATIENT)).isInstanceOfAny(Answer.Page.class, Answer.Underway.class);
    }

    @Test
    void silenceAndLatenessEndInTime() {
        sandbox.order(Fate.SILENT);

        assertThat(ask(IMPATIENT)).isInstanceOfSatisfying(Answer.RetryLater.class,
                later -> assertThat(later.receipt().status()).isNull());
    }

    @Test
    void halfAnAnswerIsMalformedAndKept() {
        Source source = source(sandbox, true, PATIENT);
        ask(source);
        sandbox.order(Fate.MALFORMED);

        assertThat(ask(source)).isInstanceOfSatisfying(Answer.Malformed.class,
                bad -> assertThat(bad.body()).startsWith("{"));
    }

    @Test
    void nobodyIsNotFoundOrHasNothing() {
        Answer answer = followed(source(sandbox, true, PATIENT), nobody(), NOON).last();

        switch (answer) {
            case Answer.Page page -> assertThat(ID.matcher(page.body()).find()).isFalse();
            case Answer.NotFound _ -> assertThat(answer.receipt().status()).isNotNull();
            case Answer.Underway _,Answer.RetryLater _,Answer.Unreached _,Answer.QuotaExhausted _,Answer.Malformed _,Answer.Forbidden _,Answer.Unfit _ ->
                throw new AssertionError(answer);
        }
    }

    private Subject echoed(Source source) {
        return source.feeds().contains(Feed.KEYWORD) ? new Subject(Feed.KEYWORD, secret()) : subject(source);
    }

    @Test
    void noAnswerShowsAKey() {
        Source let = source(sandbox, true, PATIENT);
        sandbox.order(Fate.ANSWERED, Fate.ANSWERED, Fate.FAILING, Fate.MALFORMED);
        for (int i = 0; i < 3; i++) {
            assertThat(let.ask(new Ask(echoed(let), NOON, null)).toString()).doesNotContain(secret());
        }
        assertThat(let.keyPrint()).matches("[0-9a-f]{12}");
        assertThat(let.toString()).doesNotContain(secret());
    }
}
