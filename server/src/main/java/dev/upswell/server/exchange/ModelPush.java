package dev.upswell.server.exchange;

import dev.upswell.server.registry.RegisteredModel;

/// Tells a model registry elsewhere about a model of this one.
public interface ModelPush {

    /// What the other registry has now.
    ///
    /// @param name of the model there
    /// @param version of it that holds this artefact
    /// @param run of the tracking server that the version came from
    /// @param known whether it had this very artefact already; nothing was changed then
    record Pushed(String name, String version, String run, boolean known) {
    }

    /// Makes the model a version of the other registry, once: pushing it again changes nothing, and a push that was broken off
    /// is taken up where it stood.
    ///
    /// **errors** [ExchangeRefused] when the other server does not do its part; the push can be repeated · **cost** a dozen
    /// requests and the size of the model.
    Pushed push(RegisteredModel model, PushTarget target);
}
