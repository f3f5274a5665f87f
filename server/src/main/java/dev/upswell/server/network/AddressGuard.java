package dev.upswell.server.network;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Keeps requests to addresses that come from people out of private networks: this machine, the network it stands in, and what
/// no public server has.
///
/// A host is refused when one of its addresses is inside, so that it does not depend on which of them is taken. Addresses of
/// IPv6 that carry one of IPv4 (mapped, NAT64, 6to4) are judged by that one.
///
/// **source** the special-purpose registries of RFC 6890, and RFC 4193, 6598, 6052, 3056
public final class AddressGuard {

    private static final List<AddressRange> INSIDE = List.of(
            AddressRange.of("0.0.0.0/8", "no address of a server"),
            AddressRange.of("10.0.0.0/8", "a private network"),
            AddressRange.of("100.64.0.0/10", "a network shared by a provider's customers"),
            AddressRange.of("127.0.0.0/8", "this machine"),
            AddressRange.of("169.254.0.0/16", "a link-local address"),
            AddressRange.of("172.16.0.0/12", "a private network"),
            AddressRange.of("192.0.0.0/24", "no address of a server"),
            AddressRange.of("192.0.2.0/24", "an address for examples"),
            AddressRange.of("192.168.0.0/16", "a private network"),
            AddressRange.of("198.18.0.0/15", "a network for measurements"),
            AddressRange.of("198.51.100.0/24", "an address for examples"),
            AddressRange.of("203.0.113.0/24", "an address for examples"),
            AddressRange.of("224.0.0.0/4", "a multicast address"),
            AddressRange.of("240.0.0.0/4", "no address of a server"),
            AddressRange.of("::/128", "no address of a server"),
            AddressRange.of("::1/128", "this machine"),
            AddressRange.of("64:ff9b:1::/48", "a private network"),
            AddressRange.of("100::/64", "no address of a server"),
            AddressRange.of("2001::/32", "a tunnel"),
            AddressRange.of("2001:db8::/32", "an address for examples"),
            AddressRange.of("fc00::/7", "a private network"),
            AddressRange.of("fe80::/10", "a link-local address"),
            AddressRange.of("fec0::/10", "a private network"),
            AddressRange.of("ff00::/8", "a multicast address"));

    private static final String ALL = "all";
    private static final int IPV4 = 4;
    /// Where addresses of IPv6 carry one of IPv4, and from which byte on.
    private static final List<Carrier> CARRIERS = List.of(
            new Carrier(AddressRange.of("64:ff9b::/96", "NAT64"), 12),
            new Carrier(AddressRange.of("2002::/16", "6to4"), 2),
            new Carrier(AddressRange.of("::/96", "IPv4-compatible"), 12));

    private final boolean everything;
    private final Set<String> hosts = new HashSet<>();
    private final List<AddressRange> ranges = new ArrayList<>();
    private final Names names;

    private record Carrier(AddressRange range, int from) {
    }

    /// @param allowed what may be reached although it is inside, separated by commas: names, addresses, ranges, or `all`
    ///
    /// **errors** `IllegalArgumentException` when a range is none.
    public AddressGuard(String allowed, Names names) {
        this.names = names;
        List<String> entries = Arrays.stream(allowed.split(",")).map(String::strip).filter(one -> !one.isEmpty())
                .map(AddressGuard::plain).toList();
        everything = entries.contains(ALL);
        for (String entry : entries) {
            if (entry.indexOf('/') >= 0) {
                ranges.add(AddressRange.of(entry, "allowed"));
            } else {
                hosts.add(entry);
            }
        }
    }

    /// The guard that asks this machine for names.
    public static AddressGuard of(String allowed) {
        return new AddressGuard(allowed, Names.SYSTEM);
    }

    /// Why nothing may be sent to this host, in one sentence; empty when it may. A host that has no address is none of its matters.
    public Optional<String> objection(URI address) {
        String host = address.getHost();
        if (host == null) {
            return Optional.empty();
        }
        try {
            resolve(host);
            return Optional.empty();
        } catch (AddressRefused refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }

    /// The addresses of a host, which may all be reached.
    ///
    /// **errors** [AddressRefused] when one may not; `UnknownHostException` when it has none.
    public List<InetAddress> resolve(String host) throws AddressRefused, UnknownHostException {
        String name = plain(host);
        List<InetAddress> found = List.of(names.find(name));
        if (everything || hosts.contains(name)) {
            return found;
        }
        for (InetAddress address : found) {
            Optional<AddressRange> inside = inside(address.getAddress());
            if (inside.isPresent() && !isAllowed(address)) {
                String number = address.getHostAddress();
                throw new AddressRefused(number.equals(name)
                        ? name + " is " + inside.get().what() + ", where no request is sent"
                        : name + " is " + number + ", " + inside.get().what() + ", where no request is sent");
            }
        }
        return found;
    }

    /// Whether every address of a host lies inside; false where it has none.
    public boolean isInside(URI address) {
        String host = address.getHost();
        try {
            return host != null && Arrays.stream(names.find(plain(host)))
                    .allMatch(found -> inside(found.getAddress()).isPresent());
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private boolean isAllowed(InetAddress address) {
        return hosts.contains(address.getHostAddress())
                || ranges.stream().anyMatch(range -> range.holds(address.getAddress()));
    }

    private static Optional<AddressRange> inside(byte[] address) {
        Optional<AddressRange> direct = INSIDE.stream().filter(range -> range.holds(address)).findFirst();
        return direct.isPresent()
                ? direct
                : CARRIERS.stream().filter(carrier -> carrier.range().holds(address)).findFirst().flatMap(
                        carrier -> inside(Arrays.copyOfRange(address, carrier.from(), carrier.from() + IPV4)));
    }

    /// Without brackets, the dot of the root, and capitals.
    private static String plain(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        String rooted = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        return rooted.toLowerCase(Locale.ROOT);
    }
}
