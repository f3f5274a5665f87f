package dev.upswell.server.registry;

/// Where a model stands: trained, serving, or replaced.
public enum ModelState {
    /// Trained, and never served.
    CANDIDATE,
    /// Gives the predictions; one model of a kind of entity and horizon at most.
    ACTIVE,
    /// Served once, and was replaced; its artefact is kept.
    RETIRED
}
