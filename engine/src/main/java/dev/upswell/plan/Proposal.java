package dev.upswell.plan;

import dev.upswell.fyp.HourEvidence;
import java.time.Instant;

/// An hour that an account is proposed to post in.
///
/// @param evidence what was known of the hour when it was proposed
public record Proposal(String account, Instant at, Basis basis, HourEvidence evidence) {

    /// Why an hour is proposed.
    public enum Basis {
        /// It brought the most of those left.
        EVIDENCE,
        /// The least is known of it.
        EXPLORATION
    }
}
