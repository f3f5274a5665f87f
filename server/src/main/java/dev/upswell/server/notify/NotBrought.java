package dev.upswell.server.notify;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/// A parcel was not brought to its target, or nobody knows whether it was. The message says why in one sentence, without an
/// address or a secret: it is kept, shown and logged.
public final class NotBrought extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean forGood;
    private final Duration wait;

    private NotBrought(String why, boolean forGood, Duration wait) {
        super(why);
        this.forGood = forGood;
        this.wait = wait;
    }

    /// Another try may do better.
    public static NotBrought forNow(String why) {
        return new NotBrought(why, false, Duration.ZERO);
    }

    /// Another try may do better, once the other side was left alone for so long as it asked.
    public static NotBrought forNow(String why, Duration wait) {
        return new NotBrought(why, false, wait);
    }

    /// The server that should take it was not reached. What the failure itself says is left out, because it may hold an address.
    ///
    /// @param server what it is called in a sentence
    public static NotBrought unreached(String server, Throwable failure) {
        String why = "the connection broke";
        for (Throwable one = failure; one != null; one = one.getCause()) {
            why = switch (one) {
                case UnknownHostException _,UnresolvedAddressException _ -> "its name is not known";
                case ConnectException _ -> "nobody listens there";
                case SocketTimeoutException _,HttpTimeoutException _ -> "it did not answer in time";
                default -> why;
            };
        }
        return forNow(server + " cannot be reached: " + why);
    }

    /// Another try would come to the same.
    public static NotBrought forGood(String why) {
        return new NotBrought(why, true, Duration.ZERO);
    }

    /// Whether another try would come to the same.
    public boolean isForGood() {
        return forGood;
    }

    /// The least that is waited before another try; zero where nobody asked for it.
    public Duration leastWait() {
        return wait;
    }

    /// Why.
    public String why() {
        return String.valueOf(getMessage());
    }
}
