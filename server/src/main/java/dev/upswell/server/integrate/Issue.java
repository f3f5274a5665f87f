package dev.upswell.server.integrate;

import java.net.URI;

/// A task as its tracker has it.
///
/// @param key by which the tracker knows it, such as `CRE-24`
/// @param link where people read it
/// @param status what the tracker calls how it stands
public record Issue(String key, URI link, String status, Standing standing) {

    /// How it stands, in words that all trackers share.
    public enum Standing {
        /// Nobody began.
        OPEN,
        /// Somebody works on it.
        STARTED,
        /// It was done.
        DONE,
        /// It was put away without having been done.
        DROPPED,
        /// The tracker knows it no more.
        GONE;

        /// Whether nothing more is expected of it.
        public boolean isOver() {
            return this == DONE || this == DROPPED || this == GONE;
        }
    }
}
