package dev.upswell.server.session;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a session stands. Each state has the transitions that are legal from it and no others; only a healthy session is used.
///
/// Nothing but the end of a cool-down happens by itself: from every other state a person leads back.
public sealed interface SessionState {

    /// Since when.
    Instant since();

    /// The word for it in tables, pages and commands.
    default String label() {
        return switch (this) {
            case Healthy _ -> "healthy";
            case CoolingDown _ -> "cooling-down";
            case Challenged _ -> "challenged";
            case Expired _ -> "expired";
            case Refused _ -> "refused";
            case Paused _ -> "paused";
        };
    }

    /// The name of its record in `SCREAMING_CASE`, as the table has it.
    default String code() {
        return label().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// It can be used.
    record Healthy(Instant since) implements SessionState {

        /// The site asked for something that only a person can give.
        ///
        /// @param sign what was seen, in words for people
        public Challenged challenged(Instant at, String sign) {
            return new Challenged(at, sign);
        }

        /// The site asked to sign in, or its cookies are over.
        public Expired expired(Instant at, String why) {
            return new Expired(at, why);
        }

        /// The site does not let it in.
        public Refused refused(Instant at, String why) {
            return new Refused(at, why);
        }

        /// The site asked for time.
        public CoolingDown coolingDown(Instant at, Instant until, String why) {
            return new CoolingDown(at, until, why);
        }

        /// A person wants it to rest.
        public Paused paused(Instant at) {
            return new Paused(at, null);
        }
    }

    /// It rests until an instant, because the site asked for time.
    record CoolingDown(Instant since, Instant until, String why) implements SessionState {

        public CoolingDown {
            if (!until.isAfter(since)) {
                throw new IllegalArgumentException("end of a cool-down (" + until + ") must be after its beginning ("
                        + since + ")\nMaybe the site's wish was read wrongly.");
            }
        }

        /// How it stands at this instant: healthy when its time is over.
        public SessionState at(Instant now) {
            return now.isBefore(until) ? this : new Healthy(until);
        }

        /// A person wants it to rest longer.
        public Paused paused(Instant at) {
            return new Paused(at, until);
        }
    }

    /// A person must solve what the site asks.
    ///
    /// @param sign what was seen
    record Challenged(Instant since, String sign) implements SessionState {

        /// A person solved it.
        public Healthy solved(Instant at) {
            return new Healthy(at);
        }
    }

    /// It is signed out.
    record Expired(Instant since, String why) implements SessionState {

        /// A person signed in again, or brought new cookies.
        public Healthy renewed(Instant at) {
            return new Healthy(at);
        }
    }

    /// The site does not let it in; it is not asked again until a person decides so.
    record Refused(Instant since, String why) implements SessionState {

        /// A person decided, by signing in again or bringing new cookies, that it may be asked again.
        public Healthy renewed(Instant at) {
            return new Healthy(at);
        }
    }

    /// A person wants it to rest.
    ///
    /// @param coolsUntil until when it was cooling down then; null when it was not
    record Paused(Instant since, @Nullable Instant coolsUntil) implements SessionState {

        /// A person wants it to go on.
        public SessionState resumed(Instant at) {
            return coolsUntil != null && coolsUntil.isAfter(at)
                    ? new CoolingDown(at, coolsUntil, "it was cooling down when it was paused")
                    : new Healthy(at);
        }
    }
}
