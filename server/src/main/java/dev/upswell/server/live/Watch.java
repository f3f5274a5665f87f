package dev.upswell.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/// What is asked of a provider again and again.
///
/// @param pinned whether it is visited exactly as often as `every` says; else the plan chooses how often
/// @param every length of a slot as it was pinned; each has one sweep at most
/// @param pages how many pages a sweep asks for at most
public record Watch(UUID id, String source, Subject subject, Kind kind, Priority priority, boolean pinned,
        Duration every, int pages, Instant addedAt) {

    /// The shortest slot: a fetch window, of which one reading counts.
    public static final Duration SHORTEST = Duration.ofMinutes(15);
    /// The longest slot.
    public static final Duration LONGEST = Duration.ofDays(7);
    /// The most pages of a sweep.
    public static final int MOST_PAGES = 500;

    /// Why something is watched, which says how much it counts and how old what is known of it should get at most.
    public enum Kind {
        /// It may become a trend.
        TOPIC(1, Duration.ofHours(24)),
        /// A creator whom one measures oneself against.
        COMPETITOR(1.5, Duration.ofHours(8)),
        /// One's own account.
        OWN(2, Duration.ofHours(4));

        private final double weight;
        private final Duration fresh;

        Kind(double weight, Duration fresh) {
            this.weight = weight;
            this.fresh = fresh;
        }

        /// How much a bit of it counts beside one of a topic.
        public double weight() {
            return weight;
        }

        /// How old what is known of it should get at most.
        public Duration fresh() {
            return fresh;
        }

        /// The word for it in commands, tables and addresses.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The kind with this label.
        ///
        /// **errors** [LiveRefused] when there is none.
        public static Kind of(String label) {
            return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst()
                    .orElseThrow(() -> LiveRefused.unusable("There is no kind of watch " + label + ".",
                            "Use topic, competitor or own."));
        }
    }

    /// How much a watch counts beside others, as a person says.
    public enum Priority {
        LOW(0.25),
        NORMAL(1),
        HIGH(4);

        private final double weight;

        Priority(double weight) {
            this.weight = weight;
        }

        /// How much a bit of it counts beside one of normal priority.
        public double weight() {
            return weight;
        }

        /// The word for it in commands, tables and addresses.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The priority with this label.
        ///
        /// **errors** [LiveRefused] when there is none.
        public static Priority of(String label) {
            return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst()
                    .orElseThrow(() -> LiveRefused.unusable("There is no priority " + label + ".",
                            "Use low, normal or high."));
        }
    }
}
