package dev.upswell.server.across.page;

import dev.upswell.across.HandleReport;
import dev.upswell.across.HashtagUse;
import dev.upswell.across.Share;
import dev.upswell.server.across.Competitors.Rival;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A competitor as its page shows it.
///
/// @param uses hashtags alone and together, with what to make of them
/// @param highest mean engagement of any part that is shown, to which bars are drawn; 0 where there is none
record RivalView(HandleReport report, int unknown, List<Use> uses, @Nullable HandleReport own,
        @Nullable List<HashtagUse> gaps, double highest) {

    private static final int ROWS = 40;

    RivalView {
        uses = List.copyOf(uses);
    }

    /// A row of the table of hashtags.
    record Use(String name, HashtagUse use, String advice) {
    }

    static RivalView of(Rival rival) {
        HandleReport report = rival.report();
        List<Use> advised = report.uses()
                .map(use -> new Use(name(use), use, use.advice().name().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(use -> use.use().advice())).limit(ROWS).toList();
        double highest = Stream.of(report.mix(), report.counts(), report.times()).flatMap(List::stream)
                .mapToDouble(Share::engagementRate).max().orElse(0);
        return new RivalView(report, rival.unknown(), advised, rival.own(), rival.gaps(), highest);
    }

    /// How hashtags stand in a row.
    static String name(HashtagUse use) {
        return String.join(" ", use.hashtags().stream().map(one -> "#" + one).toList());
    }

    /// Gaps by their names; empty where no own account is named.
    public List<String> gapNames() {
        return gaps == null ? List.of() : gaps.stream().map(RivalView::name).toList();
    }

    /// How long the bar of a part is, in percent.
    public double bar(Share part) {
        return highest == 0 ? 0 : 100 * part.engagementRate() / highest;
    }
}
