package dev.upswell.server.creative;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.upswell.pattern.AnalysedVideo.Origin;
import dev.upswell.pattern.select.Exclusion;
import dev.upswell.pattern.select.Reach;
import dev.upswell.pattern.select.SelectedVideo;
import dev.upswell.pattern.select.Selection;
import dev.upswell.pattern.select.Widened;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which videos a search chose, as it is kept.
///
/// @param candidates how many there were
/// @param buckets what there was of each length
/// @param reasons how many were left out for each reason, all of them
/// @param excluded those that were looked at and left out, with what they have of what they lack
/// @param widened lengths that had too few videos and got more, the shortest first
/// @param borrowed videos of sibling hashtags
/// @param reach views beside those that followers let expect, for each length where they are known
/// @param validated how many are of trials that validated their pattern: they count double
/// @param rejected how many are of trials that rejected it: they count once, as any other video
public record Chosen(int candidates, List<Selection.Bucket> buckets, Map<Exclusion, Integer> reasons,
        List<Selection.Excluded> excluded, List<Widened> widened, List<Borrowed> borrowed,
        List<Reach> reach, int validated, int rejected) {

    /// A video of a sibling hashtag.
    ///
    /// @param hashtag in lower case without `#`
    public record Borrowed(String video, String hashtag) {
    }

    public Chosen {
        buckets = List.copyOf(buckets);
        reasons = Map.copyOf(new TreeMap<>(reasons));
        excluded = List.copyOf(excluded);
        widened = List.copyOf(widened);
        borrowed = List.copyOf(borrowed);
        reach = List.copyOf(reach);
    }

    /// A choice as it is kept: where nothing is said of widening, reach and trials, there was none.
    @JsonCreator
    static Chosen kept(@JsonProperty("candidates") int candidates,
            @JsonProperty("buckets") List<Selection.Bucket> buckets,
            @JsonProperty("reasons") Map<Exclusion, Integer> reasons,
            @JsonProperty("excluded") List<Selection.Excluded> excluded,
            @JsonProperty("widened") @Nullable List<Widened> widened,
            @JsonProperty("borrowed") @Nullable List<Borrowed> borrowed,
            @JsonProperty("reach") @Nullable List<Reach> reach,
            @JsonProperty("validated") @Nullable Integer validated,
            @JsonProperty("rejected") @Nullable Integer rejected) {
        return new Chosen(candidates, buckets, reasons, excluded, widened == null ? List.of() : widened,
                borrowed == null ? List.of() : borrowed, reach == null ? List.of() : reach,
                validated == null ? 0 : validated,
                rejected == null ? 0 : rejected);
    }

    static Chosen of(Selection selection, List<PatternRuns.Tried> tried) {
        int validated = (int) tried.stream().filter(PatternRuns.Tried::positive).count();
        List<Borrowed> borrowed = new ArrayList<>();
        for (SelectedVideo one : selection.selected()) {
            if (one.origin() instanceof Origin.Sibling(String hashtag)) {
                borrowed.add(new Borrowed(one.video().id().value(), hashtag));
            }
        }
        return new Chosen(selection.selected().size() - borrowed.size() + selection.excluded().size(),
                selection.buckets(),
                selection.reasons(), selection.excluded().stream().filter(one -> switch (one.why()) {
                    case DUPLICATE, TIME_UNKNOWN, TOO_EARLY, TOO_LATE, NOT_COLLECTED -> false;
                    case LENGTH_UNKNOWN, TOO_LONG, COUNTS_UNKNOWN, FEW_VIEWS, LITTLE_ENGAGEMENT, IMPOSSIBLE, OUTLIER,
                            NOT_DRAWN ->
                        true;
                }).toList(), selection.widened(), borrowed, Reach.of(selection.selected()),
                validated, tried.size() - validated);
    }

    /// How many are left out for a reason.
    public int left(Exclusion why) {
        return reasons.getOrDefault(why, 0);
    }

    /// How many videos of the subject were taken; those of sibling hashtags are not counted.
    public int taken() {
        return buckets.stream().mapToInt(Selection.Bucket::taken).sum();
    }
}
