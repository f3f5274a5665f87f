package dev.upswell.server.live;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One question to a provider: a page about a subject, or about several of one feed where the provider takes them together.
///
/// @param together subjects of the same feed beside the first, at most one fewer than [Source#mostTogether]
/// @param begunAt when the first page was asked for; all pages of one visit must ask for the same
/// @param cursor what the page before said comes next, given back unchanged; null for the first page
public record Ask(Subject subject, List<Subject> together, Instant begunAt, @Nullable String cursor) {

    public Ask {
        together = List.copyOf(together);
        for (Subject other : together) {
            if (other.feed() != subject.feed()) {
                throw new IllegalArgumentException("subject (" + other + ") must be of the feed of " + subject
                        + "\nMaybe ask for it alone.");
            }
        }
    }

    /// A question about one subject.
    public Ask(Subject subject, Instant begunAt, @Nullable String cursor) {
        this(subject, List.of(), begunAt, cursor);
    }

    /// All that it is about.
    public List<Subject> subjects() {
        return Stream.concat(Stream.of(subject), together.stream()).toList();
    }

    /// What it is about, as lists and logs write it: subjects with a space between them.
    public String about() {
        return subjects().stream().map(Subject::toString).collect(Collectors.joining(" "));
    }
}
