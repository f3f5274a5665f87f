package dev.upswell.server.theme;

import dev.upswell.theme.Divergence;
import dev.upswell.theme.Diverging;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A search for pairs that mean nearly the same and move differently.
///
/// @param asOf the later of the newest caption and the last computed window that were looked at; what came later changed nothing
/// @param counts what was compared
/// @param found the farthest apart first, 100 at most
public record DivergenceRun(UUID id, Instant at, Instant asOf, Counts counts, List<Pair> found) {

    /// What was compared, and how it came out.
    ///
    /// @param hashtags with a place among captions and a known momentum
    /// @param emerging how many of them emerge
    /// @param themes of known momentum
    /// @param limit cosine from which on a pair was near [-1..0.75]
    /// @param pairs that were compared
    /// @param apart how many of these differ in momentum by more than the limit
    /// @param near how many of them are near in meaning
    /// @param nearApart how many are both
    public record Counts(int hashtags, int emerging, int themes, double limit, int pairs, int apart, int near,
            int nearApart) {

        static Counts of(Diverging.Search search) {
            return new Counts(search.hashtags(), search.emerging(), search.themes(), search.limit(), search.pairs(),
                    search.apart(), search.near(), search.nearApart());
        }
    }

    /// Two that diverge, as they were called then.
    public record Pair(Divergence divergence, String oneName, String otherName) {
    }

    public DivergenceRun {
        found = List.copyOf(found);
    }

    DivergenceRun with(List<Pair> pairs) {
        return new DivergenceRun(id, at, asOf, counts, pairs);
    }
}
