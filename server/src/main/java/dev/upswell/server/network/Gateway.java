package dev.upswell.server.network;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A proxy on this machine through which a client goes out, so that each of its connections is judged by the guard: also those
/// after a redirection, those that a page asks for, and a name that answers differently the second time. It connects to the
/// addresses that were judged, and resolves nothing twice.
///
/// It speaks `CONNECT` and plain HTTP/1.1 with one request a connection. What it refuses is closed without an answer.
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final int LONGEST_HEAD = 256 << 10;
    private static final int MOST_TOLD = 20;
    private static final int BUFFER = 16 << 10;

    private final AddressGuard guard;
    private final ServerSocket door;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final Set<String> refusals = new LinkedHashSet<>();
    private final Set<String> unreached = new LinkedHashSet<>();
    private volatile boolean closed;

    private Gateway(AddressGuard guard, ServerSocket door) {
        this.guard = guard;
        this.door = door;
    }

    /// A gateway on a free port of the loopback, open until it is closed.
    public static Gateway open(AddressGuard guard) throws IOException {
        Gateway gateway = new Gateway(guard, new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("gateway").start(gateway::welcome);
        return gateway;
    }

    /// Where clients find it.
    public InetSocketAddress address() {
        return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
    }

    /// What was refused so far, one sentence each, at most 20.
    public List<String> refusals() {
        return told(refusals);
    }

    /// The hosts that could not be reached so far, at most 20.
    public List<String> unreached() {
        return told(unreached);
    }

    private static List<String> told(Set<String> sentences) {
        synchronized (sentences) {
            return List.copyOf(sentences);
        }
    }

    private static void tell(Set<String> sentences, String sentence) {
        synchronized (sentences) {
            if (sentences.size() < MOST_TOLD) {
                sentences.add(sentence);
            }
        }
    }

    private void welcome() {
        while (!closed) {
            try {
                Socket client = door.accept();
                keep(client);
                Thread.ofVirtual().name("gateway-connection").start(() -> serve(client));
            } catch (IOException e) {
                if (!closed) {
                    LOG.debug("a connection was not taken", e);
                }
            }
        }
    }

    /// Lets it be closed with the gateway, which may be closing right now.
    private void keep(Socket socket) throws IOException {
        open.add(socket);
        if (closed) {
            socket.close();
        }
    }

    private void serve(Socket client) {
        try (client) {
            // What was refused is told before the client sees its connection closed.
            pass(client);
        } catch (IOException e) {
            LOG.debug("a connection was not closed", e);
        } finally {
            open.remove(client);
        }
    }

    private void pass(Socket client) {
        try {
            InputStream in = new BufferedInputStream(client.getInputStream());
            Head head = Head.read(in);
            try (Socket site = connected(head); Closeable _ = () -> open.remove(site)) {
                keep(site);
                if (head.tunnel()) {
                    answer(client, "HTTP/1.1 200 Connection established\r\n\r\n");
                    Thread.ofVirtual().start(() -> carry(in, site, Long.MAX_VALUE));
                } else {
                    site.getOutputStream().write(head.forwarded());
                    carry(in, site, head.length());
                }
                site.getInputStream().transferTo(client.getOutputStream());
            }
        } catch (AddressRefused refused) {
            LOG.info("refused: {}", refused.getMessage());
            tell(refusals, String.valueOf(refused.getMessage()));
        } catch (IOException e) {
            LOG.debug("a connection through the gateway broke", e);
        }
    }

    private static void answer(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    /// Connected to the first of the judged addresses that lets in.
    private Socket connected(Head head) throws IOException {
        IOException last = new IOException("no address lets in");
        for (InetAddress address : judged(head.host())) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, head.port()), (int) TO_CONNECT.toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        tell(unreached, head.host());
        throw last;
    }

    private List<InetAddress> judged(String host) throws IOException {
        try {
            return guard.resolve(host);
        } catch (UnknownHostException unknown) {
            tell(unreached, host);
            throw unknown;
        }
    }

    /// Carries so many bytes to the site, or all until the client ends.
    private static void carry(InputStream from, Socket site, long bytes) {
        try {
            OutputStream to = site.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            long left = bytes;
            while (left > 0) {
                int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    site.shutdownOutput();
                    return;
                }
                to.write(buffer, 0, read);
                to.flush();
                left -= read;
            }
        } catch (IOException e) {
            LOG.debug("one side of a connection broke", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        List<Closeable> all = new ArrayList<>(open);
        all.add(door);
        for (Closeable one : all) {
            try {
                one.close();
            } catch (IOException e) {
                LOG.debug("a connection was not closed", e);
            }
        }
    }

    /// The beginning of a request to a proxy: its line and its headers.
    ///
    /// @param forwarded what the site is sent, as it would be without a proxy
    /// @param length of the body
    private record Head(boolean tunnel, String host, int port, byte[] forwarded, long length) {

        private static final String PLAIN = "http://";

        static Head read(InputStream in) throws IOException {
            List<String> lines = lines(in);
            String[] words = lines.getFirst().split(" ");
            if (words.length != 3) {
                throw new IOException("no request of a proxy");
            }
            if (words[0].equals("CONNECT")) {
                return new Head(true, host(words[1]), port(words[1], 443), new byte[0], 0);
            }
            if (!words[1].startsWith(PLAIN)) {
                throw new IOException("no request of a proxy");
            }
            String rest = words[1].substring(PLAIN.length());
            int slash = rest.indexOf('/');
            String authority = slash < 0 ? rest : rest.substring(0, slash);
            return new Head(false, host(authority), port(authority, 80),
                    forwarded(words[0], slash < 0 ? "/" : rest.substring(slash), lines), length(lines));
        }

        private static List<String> lines(InputStream in) throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int ends = 0;
            while (ends < 2) {
                int next = in.read();
                if (next < 0 || head.size() > LONGEST_HEAD) {
                    throw new IOException("the head of a request is not whole");
                }
                head.write(next);
                ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
            }
            return head.toString(StandardCharsets.ISO_8859_1).lines().takeWhile(line -> !line.isEmpty()).toList();
        }

        private static byte[] forwarded(String method, String path, List<String> lines) {
            StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
            lines.stream().skip(1).filter(line -> !line.matches("(?i)(proxy-[a-z-]+|connection|keep-alive) *:.*"))
                    .forEach(line -> text.append(line).append("\r\n"));
            return text.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        }

        private static long length(List<String> lines) throws IOException {
            long length = 0;
            for (String line : lines) {
                if (line.matches("(?i)transfer-encoding *:.*")) {
                    throw new IOException("a body without a length does not pass");
                }
                if (line.matches("(?i)content-length *: *\\d{1,15} *")) {
                    length = Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
                }
            }
            return length;
        }

        private static String host(String authority) {
            int colon = authority.lastIndexOf(':');
            return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
        }

        private static int port(String authority, int usual) throws IOException {
            int colon = authority.lastIndexOf(':');
            if (colon <= authority.lastIndexOf(']')) {
                return usual;
            }
            String port = authority.substring(colon + 1);
            if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 0xFFFF) {
                throw new IOException("no port");
            }
            return Integer.parseInt(port);
        }
    }
}
