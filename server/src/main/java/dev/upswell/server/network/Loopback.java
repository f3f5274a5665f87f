package dev.upswell.server.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of this machine alone.
///
/// Listening on loopback is not enough to be alone: a web page elsewhere can make the visitor's browser send requests to
/// `localhost`, under a name of its own that resolves to 127.0.0.1. So the web server also looks at the name it is called by.
public final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private static final Pattern NUMBER = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private Loopback() {
    }

    /// Whether this is a name of the loopback: one of its usual names or any number of 127.0.0.0/8.
    ///
    /// @param name in lower case, without a port
    public static boolean isName(String name) {
        return NAMES.contains(name) || NUMBER.matcher(name).matches();
    }

    /// Whether who listens on this address hears this machine alone.
    public static boolean isAddress(String address) {
        if (!isName(address)) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
