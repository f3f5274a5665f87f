package dev.upswell.server.offline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// While it is open, this process reaches nothing but itself: who looks up a name or connects to an address elsewhere is refused, and told of.
///
/// Names are refused by [LoopbackNames]; addresses are where sockets and HTTP clients ask for a proxy. A channel that is connected to an
/// address in numbers asks nobody; nothing here opens such channels by itself.
public final class OnlyLoopback implements AutoCloseable {

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:%.]*:[0-9a-fA-F:%.]*]?");

    private static volatile @Nullable OnlyLoopback open;

    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final @Nullable ProxySelector before = ProxySelector.getDefault();

    private OnlyLoopback() {
        ProxySelector.setDefault(new Selector());
    }

    /// From now on.
    public static OnlyLoopback from() {
        OnlyLoopback guard = new OnlyLoopback();
        open = guard;
        return guard;
    }

    /// What was asked for elsewhere, in order.
    public List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void close() {
        open = null;
        ProxySelector.setDefault(before);
    }

    /// Asks whether somebody may look for this host.
    ///
    /// **errors** `IllegalStateException` when it is elsewhere
    static void ask(String host, String own) {
        OnlyLoopback guard = open;
        if (guard != null && !host.equalsIgnoreCase("localhost") && !host.equalsIgnoreCase(own) && !loopback(host)) {
            guard.refused.add(host);
            throw new IllegalStateException(host + " is not this machine");
        }
    }

    private static boolean loopback(String host) {
        return NUMBERS.matcher(host).matches() && InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""))
                .isLoopbackAddress();
    }

    private static final class Selector extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            ask(String.valueOf(uri.getHost()), "localhost");
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            // Nothing is connected through a proxy.
        }
    }
}
