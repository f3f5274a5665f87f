package dev.upswell.server.live.provider;

/// Carries calls to a provider and its replies back.
@FunctionalInterface
interface Transport {

    /// One exchange, never repeated.
    Reply send(Call call);
}
