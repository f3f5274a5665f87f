package dev.upswell.server.audit;

/// Which rows of the request audit are wanted.
///
/// @param actor exact name of a person or token; empty for all
/// @param refused whether only those that were not let in
/// @param text part of the route or of what it left open, in any case; empty for all
public record RequestFilter(String actor, boolean refused, String text) {

    /// All rows.
    public static final RequestFilter ALL = new RequestFilter("", false, "");
}
