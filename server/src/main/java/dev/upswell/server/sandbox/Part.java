package dev.upswell.server.sandbox;

import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A page of a list.
///
/// @param next where the next page begins; empty at the end
record Part(List<Shown> videos, Optional<Integer> next) {

    /// The page of this size from this place on.
    ///
    /// @param repeated whether it brings the items of the page before once more, the first page its own
    static Part of(List<Shown> all, int from, int size, boolean repeated) {
        int begin = Math.min(from, all.size());
        int end = Math.min(all.size(), begin + size);
        List<Shown> page = all.subList(begin, end);
        if (repeated) {
            List<Shown> before = begin == 0 ? page : all.subList(Math.max(0, begin - size), begin);
            page = Stream.concat(before.stream(), page.stream()).toList();
        }
        return new Part(List.copyOf(page), end < all.size() ? Optional.of(end) : Optional.empty());
    }
}
