package dev.upswell.server.audit;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/// A request and how it ended, as the request audit keeps it.
///
/// @param at when its answer was ready, to the microsecond
/// @param actor name of the person or token; empty for the others
/// @param route pattern of the route; empty where the request reached none
/// @param subject what the pattern left open, or the path where there is no route
/// @param status HTTP status of the answer
/// @param refusal why it was not let in; empty where it was
/// @param address that it came from
public record AuditedRequest(Instant at, Kind kind, String actor, String method, String route, String subject,
        int status, String refusal, String address) {

    /// Longer texts are cut.
    private static final int LONGEST = 300;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\u0080-\\u009f]");

    public AuditedRequest {
        at = at.truncatedTo(ChronoUnit.MICROS);
        actor = clean(actor);
        method = clean(method);
        route = clean(route);
        subject = clean(subject);
        refusal = clean(refusal);
        address = clean(address);
    }

    /// Who asks.
    public enum Kind {
        /// Whoever sits at the machine, while no password is set.
        LOCAL,
        PERSON,
        TOKEN,
        /// Somebody who is not known, or was not let in.
        NOBODY
    }

    /// Without characters that a table or a terminal would not take: what people send is theirs.
    private static String clean(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        for (int i = 0; i < cut.length(); i++) {
            if (Character.isISOControl(cut.charAt(i))) {
                return CONTROL.matcher(cut).replaceAll("\ufffd");
            }
        }
        return cut;
    }

    /// The same as bytes, each text with its length before it, so that no two requests have the same.
    byte[] bytes() {
        byte[][] texts = {utf8(actor), utf8(method), utf8(route), utf8(subject), utf8(refusal), utf8(address)};
        int length = Long.BYTES + 1 + Integer.BYTES;
        for (byte[] text : texts) {
            length += Short.BYTES + text.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .put((byte) kind.ordinal()).putInt(status);
        for (byte[] text : texts) {
            bytes.putShort((short) text.length).put(text);
        }
        return bytes.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The request that has these bytes; empty where none has.
    static Optional<AuditedRequest> of(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            Instant at = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
            Kind kind = Kind.values()[in.get()];
            int status = in.getInt();
            String actor = text(in);
            String method = text(in);
            String route = text(in);
            String subject = text(in);
            String refusal = text(in);
            String address = text(in);
            return in.hasRemaining()
                    ? Optional.empty()
                    : Optional.of(new AuditedRequest(at, kind, actor, method, route, subject, status, refusal,
                            address));
        } catch (BufferUnderflowException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[in.getShort() & 0xffff];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
