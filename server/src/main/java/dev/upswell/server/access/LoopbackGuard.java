package dev.upswell.server.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/// The rules that keep a server without passwords to the machine it runs on.
///
/// Listening on loopback is not enough: a web page elsewhere can make the visitor's browser send requests to `localhost`,
/// under a name of its own that resolves to 127.0.0.1. So the `Host` of a request must name the loopback too, and so must
/// the `Origin` of one that changes something.
public final class LoopbackGuard {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

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

    /// Whether a request with this `Host` header may be answered. **absence** a missing header is the empty text: no.
    public static boolean allowsHost(String hostHeader) {
        return NAMES.contains(withoutPort(hostHeader.strip().toLowerCase(Locale.ROOT)));
    }

    /// Whether a request with this `Origin` header may change something. Programs other than browsers send none, which is
    /// the empty text and allowed; the opaque origin `null` is not.
    public static boolean allowsOrigin(String originHeader) {
        String origin = originHeader.strip().toLowerCase(Locale.ROOT);
        if (origin.isEmpty()) {
            return true;
        }
        int scheme = origin.indexOf("://");
        return scheme > 0 && allowsHost(origin.substring(scheme + 3));
    }

    private static boolean isLoopback(String address) {
        if (!NAMES.contains(address) && !address.matches("127(\\.[0-9]{1,3}){3}")) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean bracketed = host.startsWith("[");
        boolean port = colon > 0 && host.substring(colon + 1).chars().allMatch(Character::isDigit)
                && (bracketed ? host.charAt(colon - 1) == ']' : host.indexOf(':') == colon);
        return port ? host.substring(0, colon) : host;
    }
}
