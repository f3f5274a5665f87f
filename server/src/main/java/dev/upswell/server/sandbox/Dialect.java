package dev.upswell.server.sandbox;

/// One provider's contract, spoken over the stage.
interface Dialect {

    /// The answer to a request that meets no fault, and its price.
    ///
    /// @param repeated whether a page shall bring the items of the page before once more
    Told answer(Request request, boolean repeated);

    /// What the provider says to too many requests.
    Told throttled();

    /// What the provider says when it fails itself.
    Told failing();
}
