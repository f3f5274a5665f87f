package dev.upswell.server.collect.row;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RowResult;
import java.util.List;

/// Maps the rows of one format to the nouns of the engine.
///
/// Mappers are stateless, never throw for dirty data, and carry a version that goes up whenever the same row would map
/// to something else than before.
public interface RowMapper {

    /// The format that this mapper reads.
    FileFormat format();

    /// The version of the mapping, from 1.
    int version();

    /// Whether the counts of this format are totals since the beginning, which can only grow; otherwise they are totals of a
    /// period, from which no growth can be read.
    default boolean cumulative() {
        return true;
    }

    /// The source under which what a row says about videos is kept.
    default String contentSource() {
        return format().label();
    }

    /// The source of this row, under which what it says about videos is kept.
    default String contentSource(RawRow row) {
        return contentSource();
    }

    /// Those of a file's columns that are read.
    default List<String> recognised(List<String> columns) {
        return columns;
    }

    /// Whether the mapper reads items by the names of their properties, so that text need not become a tree.
    default boolean readsByName() {
        return false;
    }

    /// How well the row fits this format: 0 not at all; of several formats that fit, the highest wins.
    int affinity(RawRow row);

    /// The row without columns about people that must not be kept anywhere, not even set aside; files give rows so.
    default RawRow withoutPeople(RawRow row) {
        return row;
    }

    /// Maps one row. A `RawRow.Broken` maps to its own reason.
    RowResult map(RawRow row, MappingContext context);
}
