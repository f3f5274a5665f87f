package dev.upswell.server.exchange;

/// All that this slice does, for one tenant: what a server process or a command works with.
///
/// @param targets how other servers are reached
public record Exchange(ModelExchange models, ModelPush push, Targets targets) {

    /// Knows how to be let in.
    public interface Targets {

        /// The server at this address, or the one of the settings where it is empty.
        ///
        /// **errors** [ExchangeRefused] when neither says where.
        PushTarget at(String address);
    }
}
