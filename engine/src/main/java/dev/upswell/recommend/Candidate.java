package dev.upswell.recommend;

import dev.upswell.embed.Vector;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A video that could be recommended, with what is known of it. Whatever nobody told is null.
///
/// @param creator handle
/// @param counts as last read
/// @param categories tags of the taxonomy that it belongs to; empty when it belongs to none, null when nobody looked
/// @param vector of its caption; null where the caption says nothing
/// @param way it was found by
/// @param told values of further objectives, 0 to 1 each
public record Candidate(String video, @Nullable String creator, @Nullable Instant postedAt, @Nullable Instant expiresAt,
        Tally counts, @Nullable Set<String> categories, @Nullable Vector vector, Way way, Form form,
        Map<Objective, Double> told) {

    /// Counters of a video.
    public record Tally(@Nullable Long views, @Nullable Long likes, @Nullable Long comments, @Nullable Long shares) {

        /// No counter at all.
        public static final Tally NONE = new Tally(null, null, null, null);
    }

    /// What a video is like beside its subject.
    ///
    /// @param language code of its caption's language
    /// @param seconds length
    /// @param growth of its theme, as a ratio of this week to the one before; 1 is no change
    /// @param words and hashtags of the caption, folded, each once; empty where nobody told
    /// @param authorRate likes per view that is usual of its author's videos, as a logarithm; null when unknown
    /// @param audience what others did with it
    public record Form(@Nullable String language, @Nullable Double seconds, @Nullable Double growth,
            Set<String> words, @Nullable Double authorRate, Audience audience) {

        /// Nothing is known.
        public static final Form UNKNOWN = new Form(null, null, null);

        /// A form of which neither words nor what others did are told.
        public Form(@Nullable String language, @Nullable Double seconds, @Nullable Double growth) {
            this(language, seconds, growth, Set.of(), null, Audience.UNKNOWN);
        }
    }

    /// What others did with a video.
    ///
    /// @param late how well its audience goes with what the person turned to of late ([dev.upswell.ranking.ShallowAutoencoder])
    /// @param overall the same for all that the person did, which fades slowly
    /// @param worth what was done with it beside watching, for each who watched it: 2 a like, 4 a repost
    /// @param authorWorth the same of all videos of its author
    /// @param acclaim how much all people did with it ([dev.upswell.ranking.Acclaim]); null where nobody did anything
    public record Audience(@Nullable Double late, @Nullable Double overall, @Nullable Double worth,
            @Nullable Double authorWorth, @Nullable Double acclaim) {

        /// Nobody told.
        public static final Audience UNKNOWN = new Audience(null, null, null, null);

        /// Of which nobody told how much all people did with it.
        public Audience(@Nullable Double late, @Nullable Double overall, @Nullable Double worth,
                @Nullable Double authorWorth) {
            this(late, overall, worth, authorWorth, null);
        }
    }

    public Candidate {
        categories = categories == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(categories));
        Map<Objective, Double> sorted = new EnumMap<>(Objective.class);
        sorted.putAll(told);
        told = Collections.unmodifiableMap(sorted);
        if (video.isBlank() || told.values().stream().anyMatch(value -> !(value >= 0 && value <= 1))) {
            throw new IllegalArgumentException("candidate (" + video + ", told " + told
                    + ") must have an id, and values from 0 to 1\nMaybe a share was given in percent.");
        }
    }
}
