package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.Excerpts;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.comply.ContactText;
import dev.upswell.server.comply.Findings;
import org.jspecify.annotations.Nullable;

/// A row on its way to the quarantine.
///
/// @param kept the whole row as text; `null` when it is not kept
record RejectedRow(Position position, RejectReason reason, String detail, String excerpt, @Nullable String kept) {

    /// What stands in the place of the text of private content and of denied sources.
    static final String WITHHELD = "(not kept)";

    /// A row of a file, with the reason of its mapper or of the store gate, without contacts; it is kept whole to be tried
    /// again. Of private content and of denied sources nothing is kept.
    static RejectedRow ofFile(RawRow row, RowResult.Rejected no) {
        return of(row, no, KeptRow.of(row, no.reason()));
    }

    /// An item of an answer, of which the raw answer is kept.
    static RejectedRow ofAnswer(RawRow row, RowResult.Rejected no) {
        return of(row, no, null);
    }

    private static RejectedRow of(RawRow row, RowResult.Rejected no, @Nullable String kept) {
        return new RejectedRow(row.position(), no.reason(),
                Excerpts.storable(ContactText.cleaned(no.detail(), new Findings())),
                isWithheld(no.reason()) ? WITHHELD : row.excerpt(), kept);
    }

    private static boolean isWithheld(RejectReason reason) {
        return reason == RejectReason.PRIVATE || reason == RejectReason.UNLISTED_SOURCE
                || reason == RejectReason.ERASED;
    }
}
