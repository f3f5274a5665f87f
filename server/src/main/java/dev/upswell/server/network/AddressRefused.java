package dev.upswell.server.network;

import java.io.IOException;

/// A request was not sent, because its address lies inside a private network. The message says which, and where.
public final class AddressRefused extends IOException {

    private static final long serialVersionUID = 1L;

    /// What somebody who means that address can do.
    public static final String ADVICE = "If it is meant to be reached, name it in the setting network.private-hosts.";

    /// @param message one sentence without a key in it
    public AddressRefused(String message) {
        super(message);
    }
}
