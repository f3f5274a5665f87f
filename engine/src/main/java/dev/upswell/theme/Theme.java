package dev.upswell.theme;

import dev.upswell.embed.Vector;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A group of captions under an id that no other theme ever has.
///
/// @param bar how alike a newcomer must be
/// @param lastCaptionAt when its newest caption was posted
/// @param splitDue for how many runs in a row its halves stood apart
/// @param mergeWith the theme that it is nearly the same as; null where there is none
/// @param mergeDue for how many runs in a row
public record Theme(long id, Vector centre, double bar, Instant begunAt, Instant lastCaptionAt, int splitDue,
        @Nullable Long mergeWith, int mergeDue) {

    static Theme begun(long id, Vector centre, double bar, Instant at, Instant lastCaptionAt) {
        return new Theme(id, centre, bar, at, lastCaptionAt, 0, null, 0);
    }

    /// This theme in the midst of its captions' vectors, which are of another version than its centre was; as it is where it has none.
    public Theme movedTo(List<Vector> own) {
        Vector midst = HashtagPoint.midst(own, centre.size());
        return midst.saysNothing() ? this : at(midst);
    }

    Theme at(Vector moved) {
        return new Theme(id, moved, bar, begunAt, lastCaptionAt, splitDue, mergeWith, mergeDue);
    }

    Theme lastCaptionAt(Instant newest) {
        return new Theme(id, centre, bar, begunAt, newest, splitDue, mergeWith, mergeDue);
    }

    Theme splitDue(int runs) {
        return new Theme(id, centre, bar, begunAt, lastCaptionAt, runs, mergeWith, mergeDue);
    }

    Theme mergeDue(@Nullable Long with, int runs) {
        return new Theme(id, centre, bar, begunAt, lastCaptionAt, splitDue, with, runs);
    }
}
