package dev.upswell.server.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What an erasure of a creator does to rows of one table or dataset.
///
/// @param columns that it looks at, in the order that the deed wants
record Rule(Deed deed, List<String> columns) {

    /// What is done.
    enum Deed {
        /// Rows go whose column is the handle.
        CREATOR,
        /// Rows go whose column is the id of a video of theirs.
        VIDEO,
        /// Rows go whose kind and id are those of the creator or of a video of theirs.
        ENTITY,
        /// Rows go that name them anywhere.
        NAMING,
        /// Rows go whose column names them.
        SUBJECT,
        /// Rows go that show a text which names them.
        WORDED,
        /// Rows go that watch them.
        WATCHED,
        /// Rows go that name them, be it in a column of bytes, which may be compressed.
        PACKED,
        /// What names them is cut out of lists and documents in a column, and the row goes where nothing can be cut.
        CUT,
        /// The text of a column that names them is replaced as a whole.
        BLANK,
        /// Their names in a text become [dev.upswell.server.suppress.Mentions#ERASED].
        MASK,
        /// A column that is the handle or a video of theirs becomes null; the row stays.
        NULL,
        /// The audit trail forgets the subject of rows that name them.
        TRAIL,
        /// The profile goes as `profile erase` takes it away.
        PROFILE,
        /// It stays, and the record says so.
        KEPT,
        /// Memory lets go of it.
        FORGOTTEN,
        /// It is made anew from what is left.
        MADE_ANEW,
        /// Its files follow from tables and datasets.
        REWRITTEN
    }

    Rule {
        columns = List.copyOf(columns);
    }

    /// The rule that this text says: a deed, then columns.
    static Rule of(String text) {
        List<String> words = Arrays.asList(text.strip().split(" +"));
        return new Rule(Deed.valueOf(words.getFirst().toUpperCase(Locale.ROOT)), words.subList(1, words.size()));
    }

    String column() {
        return columns.getFirst();
    }
}
