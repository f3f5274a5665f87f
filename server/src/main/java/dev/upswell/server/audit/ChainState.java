package dev.upswell.server.audit;

/// Where a chain begins and ends.
///
/// @param seq number of the newest row; 0 before the first
/// @param hash of the newest row
/// @param startSeq number of the last row that was forgotten by age; 0 while none was
/// @param startHash of that row
public record ChainState(long seq, String hash, long startSeq, String startHash) {

    /// A chain without rows.
    static final ChainState EMPTY = new ChainState(0, AuditedRow.NOTHING, 0, AuditedRow.NOTHING);

    /// How many rows are kept.
    public long rows() {
        return seq - startSeq;
    }
}
