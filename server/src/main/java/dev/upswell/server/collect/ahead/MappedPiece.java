package dev.upswell.server.collect.ahead;

import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.GateTally;
import dev.upswell.server.collect.row.RawRow;
import java.util.List;

/// Consecutive rows of a file with what a mapper and the store gate made of them.
///
/// @param rows with row and line numbers that count from 1 in this piece
/// @param results one for each row
/// @param gate what the gate decided about them
/// @param rejected how many go to quarantine
/// @param lines how many lines the piece has
public record MappedPiece(List<RawRow> rows, List<RowResult> results, GateTally gate, int rejected, long lines) {
}
