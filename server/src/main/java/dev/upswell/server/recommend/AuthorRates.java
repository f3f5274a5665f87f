package dev.upswell.server.recommend;

import org.jspecify.annotations.Nullable;

/// Tells how much authors' videos are usually liked.
public interface AuthorRates {

    /// Nothing is known of any author.
    AuthorRates NONE = author -> null;

    /// The logarithm of likes per view that is usual of this author; null when nobody counted.
    @Nullable
    Double of(String author);
}
