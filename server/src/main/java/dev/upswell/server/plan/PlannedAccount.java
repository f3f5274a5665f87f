package dev.upswell.server.plan;

import dev.upswell.plan.PostingAccount;
import java.time.Instant;

/// An account that is planned for.
///
/// @param by who told how much it can take
public record PlannedAccount(PostingAccount account, String by, Instant at) {
}
