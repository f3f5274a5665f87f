package dev.upswell.server.web;

/// Which part of a long list is asked for.
///
/// **range** limit 1–500, offset from 0.
public record Paging(int limit, int offset) {

    /// The most rows that one answer holds.
    public static final int MOST = 500;

    public Paging {
        if (limit < 1 || limit > MOST || offset < 0) {
            throw new IllegalArgumentException(
                    "paging (" + limit + ", " + offset + ") must have a limit of 1 to " + MOST
                            + " and an offset from 0\nMaybe read it with Query.paging, which tells the caller.");
        }
    }

    /// The part after this one.
    public Paging next() {
        return new Paging(limit, offset + limit);
    }

    /// The part before this one; the first part is its own predecessor.
    public Paging previous() {
        return new Paging(limit, Math.max(0, offset - limit));
    }
}
