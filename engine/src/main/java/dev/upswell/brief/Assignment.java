package dev.upswell.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// For whom a document is written, and about what.
///
/// @param client who asked; null where nobody told
/// @param subject which videos were analysed
/// @param deliverables what a producer hands over; empty where nobody told
/// @param competitors may be empty
/// @param contact whom to ask; null where nobody told
public record Assignment(@Nullable String client, Subject subject, Offer offer, List<String> deliverables,
        List<Competitor> competitors, @Nullable String contact) {

    public Assignment {
        deliverables = List.copyOf(deliverables);
        competitors = List.copyOf(competitors);
    }

    /// An assignment of which only the hashtag is known.
    public static Assignment of(String hashtag) {
        return new Assignment(null, new Subject.Hashtag(hashtag), Offer.UNKNOWN, List.of(), List.of(), null);
    }
}
