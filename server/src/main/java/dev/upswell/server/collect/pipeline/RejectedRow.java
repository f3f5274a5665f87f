package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.RejectReason;

/// A row on its way to the quarantine.
record RejectedRow(Position position, RejectReason reason, String detail, String excerpt) {
}
