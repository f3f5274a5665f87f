package dev.upswell.server.overview;

import dev.upswell.document.Document;
import dev.upswell.server.report.Brandings;
import dev.upswell.server.report.ReportKind;
import dev.upswell.server.report.ReportKind.Parameter;
import dev.upswell.server.report.ReportKinds;
import dev.upswell.server.report.ReportSource;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Documents of two pages for executives: as a kind of report that is kept, and as they are asked for.
public final class Digests implements ReportKinds {

    /// Over how many days such a document is where nobody says.
    public static final int USUAL_DAYS = 30;

    private static final int MOVING = 5;

    private final Overviews overviews;
    private final Brandings brandings;
    private final InstantSource clock;

    public Digests(Overviews overviews, Brandings brandings, InstantSource clock) {
        this.overviews = overviews;
        this.brandings = brandings;
        this.clock = clock;
    }

    /// The executive document as of now.
    ///
    /// @param days one of [Overviews#DAYS]
    public Document executive(int days, Locale language) {
        return document("overview.executive.title", language, overviews.kpis(days).orElse(null),
                Overviews.DAYS.stream().flatMap(one -> overviews.kpis(one).stream()).toList());
    }

    /// The report of a span that is over; empty when no video that was posted then has a score of its first day.
    ///
    /// Cost, actions and what moves are as of now.
    Optional<Document> regular(Period period, LocalDate last, Locale language) {
        Instant to = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        int days = period.days(last);
        Kpis kpis = overviews.kpis(to, days);
        return kpis.now().values().isEmpty()
                ? Optional.empty()
                : Optional.of(document(period.title(), language, kpis,
                        Stream.of(1, 7, 30).map(one -> overviews.kpis(to, one)).toList()));
    }

    private Document document(String title, Locale language, @Nullable Kpis kpis, List<Kpis> beside) {
        int days = kpis == null ? USUAL_DAYS : kpis.days();
        Digest digest = new Digest(brandings.get().name(), clock.instant(), days, kpis, beside, overviews.cost(days),
                overviews.actions(), overviews.moving().lines().stream().limit(MOVING).toList());
        return DigestDocument.of(digest, title, language, Spoken.in(language, clock));
    }

    @Override
    public List<ReportKind> list() {
        Map<String, String> days = new LinkedHashMap<>();
        Overviews.DAYS.forEach(one -> days.put(String.valueOf(one), one + " days"));
        Map<String, String> languages = new LinkedHashMap<>();
        languages.put("en", "English");
        languages.put("id", "Bahasa Indonesia");
        return List.of(new ReportKind("executive", "Executive summary",
                "FYP rate, indicators over time, next actions, what moves and what it cost: two pages.",
                List.of(new Parameter("language", "Language (English if not said)", false, languages),
                        new Parameter("days", "Over how many days (30 if not said)", false, days)),
                said -> new ReportSource.Output(List.of(executive(
                        Integer.parseInt(said.getOrDefault("days", String.valueOf(USUAL_DAYS))),
                        Locale.of(Objects.requireNonNullElse(said.get("language"), "en")))), null)));
    }
}
