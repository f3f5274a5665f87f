package dev.upswell.server.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules that keep a server without passwords to the machine it runs on.
///
/// Listening on loopback is not enough: a web page elsewhere can make the visitor's browser send requests to `localhost`,
/// under a name of its own that resolves to 127.0.0.1. So the web server answers only to the names that are loopback here.
public final class LoopbackGuard {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private static final Pattern NUMBER = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private LoopbackGuard() {
    }

    /// Refuses to listen anywhere but on the loopback address.
    ///
    /// **errors** `IllegalArgumentException` with what to do instead.
    public static void requireLoopback(String address) {
        if (!isLoopback(address)) {
            throw new IllegalArgumentException("address (" + address + ") must be loopback, because there are no"
                    + " passwords yet\nMaybe use 127.0.0.1 and a tunnel or a proxy that asks for a password.");
        }
    }

    /// Whether this is a name of the loopback: one of its usual names or any number of 127.0.0.0/8.
    ///
    /// @param name in lower case, without a port
    public static boolean isLoopbackName(String name) {
        return NAMES.contains(name) || NUMBER.matcher(name).matches();
    }

    private static boolean isLoopback(String address) {
        if (!isLoopbackName(address)) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
