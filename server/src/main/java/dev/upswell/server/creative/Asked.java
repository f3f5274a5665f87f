package dev.upswell.server.creative;

import dev.upswell.pattern.SearchSettings;
import dev.upswell.pattern.SearchSettings.Adjustment;
import dev.upswell.pattern.select.SelectionSettings;
import dev.upswell.pattern.select.Widening;
import dev.upswell.server.web.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Reads from a request which search for patterns is wanted.
public final class Asked {

    /// Ways to allow for the number of tests, the usual one first.
    public static final List<String> ADJUSTMENTS = Stream.of(Adjustment.values()).map(Asked::label).toList();

    /// What may be done about lengths with too few videos, the usual first.
    public static final List<String> WIDENINGS = List.of("hashtags", "dates", "none");

    /// What may be done with videos whose length nobody tells, the usual first.
    public static final List<String> UNKNOWN_LENGTHS = List.of("leave", "search");

    private static final int LONGEST_CREATORS = 5_000;

    private Asked() {
    }

    /// What a query asks for by `client`, `hashtag`, `creators`, `from`, `to`, `minViews`, `minEngagement`, `collect`, `best`, `sample`,
    /// `adjustment`, `widen`, `unknownLength`, `seed` and `by`; it ends the query.
    ///
    /// @param by who asks where nobody is named
    /// **errors** [PatternRefused] where these cannot be used together
    public static PatternRuns.Wanted of(Query query, String by) {
        SelectionSettings usual = SelectionSettings.USUAL;
        String client = query.text("client", 100).orElse("");
        String hashtag = query.text("hashtag", 200).orElse(null);
        String creators = query.text("creators", LONGEST_CREATORS).orElse(null);
        Optional<Instant> from = query.day("from").map(Asked::start);
        Optional<Instant> to = query.day("to").map(day -> start(day.plusDays(1)));
        int views = query.number("minViews", 1, Integer.MAX_VALUE, (int) usual.leastViews());
        double engagement = query.fraction("minEngagement").orElse(usual.leastEngagement());
        int collected = query.number("collect", 1, SelectionSettings.MOST_COLLECTED, usual.collected());
        int best = query.number("best", 0, SelectionSettings.MOST_TAKEN, usual.best());
        int sample = query.number("sample", 0, SelectionSettings.MOST_TAKEN, usual.sample());
        String adjustment = query.choice("adjustment", ADJUSTMENTS, ADJUSTMENTS.getFirst());
        String widen = query.choice("widen", WIDENINGS, WIDENINGS.getFirst());
        boolean unknownLength = query.choice("unknownLength", UNKNOWN_LENGTHS, UNKNOWN_LENGTHS.getFirst())
                .equals(UNKNOWN_LENGTHS.getLast());
        int seed = query.number("seed", 0, Integer.MAX_VALUE, (int) usual.seed());
        String asker = query.text("by", 100).orElse(by);
        query.done();
        SelectionSettings selection = selection(() -> new SelectionSettings(from.orElse(null), to.orElse(null), views,
                engagement, collected, best, sample, seed));
        return new PatternRuns.Wanted(client, PatternSubject.of(hashtag, creators),
                new PatternSettings(selection, search(adjustment, seed), widening(widen), unknownLength), asker);
    }

    /// What is done about lengths with too few videos.
    public static Widening widening(String word) {
        return Widening.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// What is searched with.
    public static SearchSettings search(String adjustment, long seed) {
        SearchSettings usual = SearchSettings.USUAL;
        return new SearchSettings(Adjustment.valueOf(adjustment.toUpperCase(Locale.ROOT)), usual.deals(),
                usual.candidates(),
                usual.leastContrast(), usual.validated(), seed);
    }

    /// Settings, whose own words of refusal become those of a search.
    ///
    /// **errors** [PatternRefused]
    public static SelectionSettings selection(Supplier<SelectionSettings> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException refused) {
            throw PatternRefused.settings(refused);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String label(Adjustment adjustment) {
        return adjustment.name().toLowerCase(Locale.ROOT);
    }
}
