package dev.upswell.server.privacy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A creator as stored data name them.
///
/// @param handle in lower case without `@`
/// @param plain whether the bare handle counts as a mention in texts; not where a hashtag is called the same, for then it is a word
/// @param videos ids of their videos
record Named(String handle, boolean plain, Set<String> videos) {

    Named {
        videos = Set.copyOf(videos);
    }

    /// Longer lists cost more as a pattern than they save.
    private static final int MOST_IN_PATTERN = 1_000;

    /// A regular expression that finds something in every text in lower case which names them, and in some others; quick to ask.
    String pattern() {
        if (videos.size() > MOST_IN_PATTERN) {
            return "";
        }
        return Stream.concat(Stream.of(handle), videos.stream().sorted())
                .map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_@-]", "[$0]"))
                .collect(Collectors.joining("|"));
    }

    /// The words that name them, as [dev.upswell.server.suppress.Mentions] gives words.
    Set<String> words() {
        Set<String> words = new HashSet<>(videos);
        words.add("@" + handle);
        if (plain) {
            words.add(handle);
        }
        return words;
    }
}
